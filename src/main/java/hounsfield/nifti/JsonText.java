package hounsfield.nifti;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Builds a JSON object (RFC 8259) with one member per line. */
public final class JsonText {
    private final List<String> members = new ArrayList<>();

    /** Creates an object without members. */
    public JsonText() {}

    /**
     * Adds a text.
     *
     * @param name of the member
     * @param value any text
     * @return this object
     */
    public JsonText put(String name, String value) {
        return add(name, quoted(value));
    }

    /**
     * Adds a number.
     *
     * @param name of the member
     * @param value a number; the member is left out if it is not finite, because JSON has no such numbers
     * @return this object
     */
    public JsonText put(String name, double value) {
        return Double.isFinite(value) ? add(name, number(value)) : this;
    }

    /**
     * Adds texts.
     *
     * @param name of the member
     * @param values the texts
     * @return this object
     */
    public JsonText put(String name, List<String> values) {
        return add(name, values.stream().map(JsonText::quoted).collect(Collectors.joining(", ", "[", "]")));
    }

    /**
     * Adds finite numbers.
     *
     * @param name of the member
     * @param values the numbers
     * @return this object
     */
    public JsonText put(String name, double[] values) {
        return add(name, list(values));
    }

    /**
     * Adds a matrix of finite numbers.
     *
     * @param name of the member
     * @param rows its rows
     * @return this object
     */
    public JsonText put(String name, double[][] rows) {
        List<String> lines = new ArrayList<>();
        for (double[] row : rows) lines.add(list(row));
        return add(name, "[" + String.join(", ", lines) + "]");
    }

    private JsonText add(String name, String value) {
        members.add("\t" + quoted(name) + ": " + value);
        return this;
    }

    private static String list(double[] values) {
        List<String> numbers = new ArrayList<>();
        for (double value : values) numbers.add(number(value));
        return "[" + String.join(", ", numbers) + "]";
    }

    private static String number(double value) {
        // This includes -0, since the sign of zero has no meaning here.
        if (value == Math.rint(value) && Math.abs(value) < 1e15) return Long.toString((long) value);
        return Double.toString(value);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') quoted.append('\\').append(c);
            else if (c < ' ' || Character.isSurrogate(c) && isLone(text, i))
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            else quoted.append(c);
        }
        return quoted.append('"').toString();
    }

    /** Returns whether a surrogate has no partner, so that UTF-8 cannot encode it. */
    private static boolean isLone(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }

    /** {@return the text, which ends with a line break} */
    public String text() {
        return "{\n" + String.join(",\n", members) + "\n}\n";
    }
}
