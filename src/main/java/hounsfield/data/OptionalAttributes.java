package hounsfield.data;

import hounsfield.standard.DicomException;
import hounsfield.standard.Dictionary;
import hounsfield.standard.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Attributes of a Data Set without which an image can do: its place, its windows, the meaning of its values. One that cannot
 * be read is as one that is absent, and a finding says so; nothing here throws.
 *
 * <p>Numbers are finite. A decimal comma is read as a point where a text has no other reading, and a finding says that, too.
 * Findings name the element and never its value, so that those of many slices are equal.
 */
public final class OptionalAttributes {
    private static final double[] NONE = {};

    private final DataSet dataSet;
    private final Consumer<? super String> findings;

    /** @param findings takes sentences for the log */
    public OptionalAttributes(DataSet dataSet, Consumer<? super String> findings) {
        this.dataSet = dataSet;
        this.findings = findings;
    }

    /** All values as numbers; none if the element is absent or empty, or if one of its values is not a finite number. */
    public double[] numbers(int tag) {
        double[] values = each(tag, false);
        for (double value : values) {
            if (Double.isFinite(value)) continue;
            find(tag, "cannot be read as numbers and is ignored");
            return NONE;
        }
        return values;
    }

    /** All values as numbers, NaN for one that is not a finite number; such a value is as absent, not the others. */
    public double[] numbersOrNaN(int tag) {
        return each(tag, true);
    }

    /** The first value as a number. */
    public OptionalDouble number(int tag) {
        double[] values = each(tag, false);
        if (values.length == 0) return OptionalDouble.empty();
        if (Double.isFinite(values[0])) return OptionalDouble.of(values[0]);
        find(tag, "cannot be read as a number and is ignored");
        return OptionalDouble.empty();
    }

    /** The first value as an integer. */
    public OptionalInt integer(int tag) {
        try {
            return dataSet.findInt(tag);
        } catch (DicomException e) {
            find(tag, "cannot be read as an integer and is ignored");
            return OptionalInt.empty();
        }
    }

    /** The first value as trimmed text, empty if there is none. */
    public String text(int tag) {
        List<String> texts = texts(tag);
        return texts.isEmpty() ? "" : texts.get(0);
    }

    /** All values as trimmed texts; none if the element is absent or empty. */
    public List<String> texts(int tag) {
        try {
            return dataSet.strings(tag);
        } catch (DicomException e) {
            find(tag, "cannot be read and is ignored");
            return List.of();
        }
    }

    /** Whether the element is there and not blank, whether or not it can be read. */
    public boolean hasValue(int tag) {
        Optional<Element> element = dataSet.find(tag);
        if (element.isEmpty() || element.get().length() == 0) return false;
        try {
            return !element.get().vr().isText()
                    || !Values.numerals(element.get()).isEmpty();
        } catch (DicomException e) {
            return true;
        }
    }

    private double[] each(int tag, boolean separately) {
        Optional<Element> element = dataSet.find(tag);
        if (element.isEmpty()) return NONE;
        double[] values;
        try {
            values = Values.doubles(element.get());
        } catch (DicomException e) {
            values = odd(element.get());
        }
        if (separately && Arrays.stream(values).anyMatch(value -> !Double.isFinite(value))) {
            find(tag, "has values that cannot be read as numbers and are ignored");
            return Arrays.stream(values)
                    .map(value -> Double.isFinite(value) ? value : Double.NaN)
                    .toArray();
        }
        return values;
    }

    /** The values of an element that not all are numbers as the standard writes them. */
    private double[] odd(Element element) {
        List<String> texts;
        try {
            texts = Values.isReadableAsText(element) ? Values.numerals(element) : List.of("");
        } catch (DicomException e) {
            texts = List.of("");
        }
        if (DecimalText.haveDecimalCommas(texts)) {
            find(element.tag(), "has decimal commas, read as points");
            return texts.stream()
                    .mapToDouble(text -> DecimalText.parse(text.replace(',', '.')))
                    .toArray();
        }
        if (texts.size() == 1 && DecimalText.isSeparatedByCommas(texts.get(0))) {
            find(element.tag(), "has commas between its values, read as backslashes");
            texts = List.of(texts.get(0).split(","));
        }
        return texts.stream()
                .mapToDouble(text -> DecimalText.parse(text.strip()))
                .toArray();
    }

    private void find(int tag, String what) {
        findings.accept(name(tag) + " " + what);
    }

    /** An element's name and number, for findings. */
    public static String name(int tag) {
        return Dictionary.name(tag).map(name -> name + " ").orElse("") + Tag.toString(tag);
    }
}
