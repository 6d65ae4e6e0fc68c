package hounsfield.data;

import hounsfield.standard.Dictionary;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Access to attributes that an image does not require: position, windows, meaning of values. An unreadable attribute is
 * treated as absent and reported as a finding; nothing is thrown.
 *
 * <p>Numbers are finite. A decimal comma is read as a point, and reported, if the text has no other interpretation.
 * Findings name the element and never its value, so that the findings of many slices are equal.
 */
public final class OptionalAttributes {
    private static final double[] NONE = {};

    private final DataSet dataSet;
    /** Receives the sentences; {@code null} if they are not needed. */
    private final Diagnostics findings;

    /**
     * Creates the access.
     *
     * @param dataSet contains the attributes
     * @param findings receives sentences for the log
     */
    public OptionalAttributes(DataSet dataSet, Diagnostics findings) {
        this.dataSet = dataSet;
        this.findings = findings;
    }

    /**
     * Creates the access without a record of findings.
     *
     * @param dataSet contains the attributes
     */
    public OptionalAttributes(DataSet dataSet) {
        this(dataSet, null);
    }

    /**
     * Returns all values as numbers.
     *
     * @param tag of the element
     * @return the values; empty if the element is absent or empty, or if a value is not a finite number
     */
    public double[] numbers(int tag) {
        double[] values = each(tag, false);
        for (double value : values) {
            if (Double.isFinite(value)) continue;
            find(tag, "cannot be read as numbers and is ignored");
            return NONE;
        }
        return values;
    }

    /**
     * Returns all values as numbers. An invalid value does not affect the others.
     *
     * @param tag of the element
     * @return the values, NaN for each that is not a finite number
     */
    public double[] numbersOrNaN(int tag) {
        return each(tag, true);
    }

    /**
     * Returns the first value as a number.
     *
     * @param tag of the element
     * @return a finite number, if any
     */
    public OptionalDouble number(int tag) {
        double[] values = each(tag, false);
        if (values.length == 0) return OptionalDouble.empty();
        if (Double.isFinite(values[0])) return OptionalDouble.of(values[0]);
        find(tag, "cannot be read as a number and is ignored");
        return OptionalDouble.empty();
    }

    /**
     * Returns the first value as an integer.
     *
     * @param tag of the element
     * @return the value, if any
     */
    public OptionalInt integer(int tag) {
        try {
            return dataSet.findInt(tag);
        } catch (DicomException e) {
            find(tag, "cannot be read as an integer and is ignored");
            return OptionalInt.empty();
        }
    }

    /**
     * Returns the first value as text.
     *
     * @param tag of the element
     * @return trimmed text, or an empty string
     */
    public String text(int tag) {
        List<String> texts = texts(tag);
        return texts.isEmpty() ? "" : texts.get(0);
    }

    /**
     * Returns all values as text.
     *
     * @param tag of the element
     * @return trimmed texts; empty if the element is absent or empty
     */
    public List<String> texts(int tag) {
        try {
            return dataSet.strings(tag);
        } catch (DicomException e) {
            find(tag, "cannot be read and is ignored");
            return List.of();
        }
    }

    /**
     * Returns whether an element has a value.
     *
     * @param tag of the element
     * @return whether it is present and not blank, readable or not
     */
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

    /** Returns the values of an element of which some are not numbers in the standard's format. */
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
        if (findings != null) findings.add(name(tag) + " " + what);
    }

    /**
     * Returns the name of an element, for findings.
     *
     * @param tag of the element
     * @return name and tag
     */
    public static String name(int tag) {
        return Dictionary.name(tag).map(name -> name + " ").orElse("") + Tag.toString(tag);
    }
}
