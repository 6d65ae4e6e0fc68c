package hounsfield.series.axis;

import hounsfield.series.slice.AxisAttribute;
import hounsfield.series.slice.ComplexComponent;
import hounsfield.standard.Numbers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The order of the steps of an axis, and the texts that name them. */
public final class AxisOrder {
    /**
     * Maximum number of values of an attribute in a summary. If there are more, only the first and the last are listed.
     */
    private static final int LISTED = 8;

    private AxisOrder() {}

    /**
     * Returns steps in the order of their values: numbers ascending, parts of complex images as in the standard, texts.
     */
    static List<List<Object>> sort(List<AxisAttribute> attributes, Collection<List<Object>> steps) {
        List<List<Object>> sorted = new ArrayList<>(steps);
        sorted.sort((one, other) -> compare(attributes, one, other));
        return sorted;
    }

    private static int compare(List<AxisAttribute> attributes, List<Object> one, List<Object> other) {
        for (int i = 0; i < attributes.size(); i++) {
            int order = compare(attributes.get(i), one.get(i), other.get(i));
            if (order != 0) return order;
        }
        return 0;
    }

    private static int compare(AxisAttribute attribute, Object one, Object other) {
        if (one == null || other == null) return one == other ? 0 : one == null ? -1 : 1;
        if (one instanceof Double number && other instanceof Double another) return number.compareTo(another);
        if (one instanceof Integer rank && other instanceof Integer another) return rank.compareTo(another);
        if (attribute == AxisAttribute.COMPONENT) {
            return Integer.compare(ComplexComponent.order(one.toString()), ComplexComponent.order(other.toString()));
        }
        return Comparator.<String>naturalOrder().compare(one.toString(), other.toString());
    }

    /** Returns the axis of sorted steps. */
    static SeriesAxis axis(List<AxisAttribute> attributes, List<List<Object>> steps, boolean guess) {
        if (attributes.isEmpty()) return SeriesAxis.NONE;
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) texts.add(text(attributes, steps.get(i), i));
        return new SeriesAxis(attributes, texts, summary(attributes, steps), guess);
    }

    private static String text(List<AxisAttribute> attributes, List<Object> step, int index) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < attributes.size(); i++) {
            String part = part(attributes.get(i), step.get(i));
            if (!part.isEmpty()) parts.add(part);
        }
        return parts.isEmpty() ? "step " + (index + 1) : String.join(", ", parts);
    }

    private static String part(AxisAttribute attribute, Object value) {
        if (value == null) return "";
        if (value instanceof Integer rank) return "image " + (rank + 1);
        if (attribute == AxisAttribute.ACQUISITION_TIME || attribute == AxisAttribute.CONTENT_TIME) {
            return timeOfDay((Double) value);
        }
        return words(attribute, value);
    }

    /** Formats a time of day without the date, because that may identify an examination. */
    private static String timeOfDay(double seconds) {
        double day = ((seconds % 86_400) + 86_400) % 86_400;
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%06.3f",
                (int) day / 3600,
                (int) day / 60 % 60,
                Math.floor(day % 60 * 1e3) / 1e3);
    }

    /**
     * Returns a value with its word and unit, such as {@code TE 4.6 ms}.
     *
     * @param attribute which
     * @param value its value
     * @return the words
     */
    public static String words(AxisAttribute attribute, Object value) {
        return words(attribute, value(attribute, value));
    }

    private static String words(AxisAttribute attribute, String value) {
        String word = attribute.word().isEmpty() ? "" : attribute.word() + " ";
        return word + value + (attribute.unit().isEmpty() ? "" : " " + attribute.unit());
    }

    private static String value(AxisAttribute attribute, Object value) {
        if (value instanceof Double number) return number(number);
        String text = value.toString();
        if (attribute == AxisAttribute.GRADIENT) return "(" + text.replace("\\", ", ") + ")";
        return text.replace('\\', ' ');
    }

    private static String number(double value) {
        return Numbers.exact(Math.rint(value * 1e4) / 1e4);
    }

    private static String summary(List<AxisAttribute> attributes, List<List<Object>> steps) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < attributes.size(); i++) {
            int part = i;
            Set<Object> values = new LinkedHashSet<>();
            steps.stream().map(step -> step.get(part)).filter(Objects::nonNull).forEach(values::add);
            parts.add(summary(attributes.get(i), List.copyOf(values)));
        }
        return String.join("; ", parts);
    }

    private static String summary(AxisAttribute attribute, List<Object> values) {
        if (attribute == AxisAttribute.GRADIENT) return values.size() + " directions";
        if (attribute == AxisAttribute.FILE) return values.size() + " files";
        if (values.stream().allMatch(Integer.class::isInstance)) {
            return values.size() + " images by " + attribute.label();
        }
        if (attribute == AxisAttribute.ACQUISITION_TIME) return values.size() + " acquisition times";
        List<String> texts =
                values.stream().map(value -> value(attribute, value)).toList();
        String listed = texts.size() <= LISTED
                ? String.join(", ", texts)
                : texts.get(0) + " to " + texts.get(texts.size() - 1) + " (" + texts.size() + " values)";
        return words(attribute, listed);
    }
}
