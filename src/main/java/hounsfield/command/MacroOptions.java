package hounsfield.command;

import ij.macro.Interpreter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The options of a macro's {@code run("Command...", "path=[/a b.dcm] pixels=16-bit virtual")}, in the form that ImageJ
 * records: {@code key=value} pairs and bare words, values with spaces in brackets or single quotes. Unlike
 * {@link ij.Macro#getValue}, this parser does not find keys inside values, and it rejects unknown keys.
 */
final class MacroOptions {
    private final Map<String, String> values = new LinkedHashMap<>();

    private MacroOptions() {}

    /**
     * Reads options.
     *
     * @param text the result of {@link ij.Macro#getOptions()}
     * @param keys the valid keys
     * @throws IllegalArgumentException if a key is unknown or occurs twice, or a bracket or quote is not closed
     */
    static MacroOptions parse(String text, Set<String> keys) {
        MacroOptions options = new MacroOptions();
        int at = skipSpaces(text, 0);
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && text.charAt(end) != '=' && !Character.isWhitespace(text.charAt(end))) end++;
            String key = text.substring(at, end);
            if (!keys.contains(key)) {
                throw new IllegalArgumentException(
                        "unknown option \"" + key + "\"; the options are " + String.join(", ", keys));
            }
            String value = null;
            if (end < text.length() && text.charAt(end) == '=') {
                int start = end + 1;
                end = endOfValue(text, start, key);
                value = unwrap(text.substring(start, end));
            }
            if (options.values.containsKey(key)) {
                throw new IllegalArgumentException("option \"" + key + "\" occurs twice");
            }
            options.values.put(key, value == null ? "" : variable(key, value));
            at = skipSpaces(text, end);
        }
        return options;
    }

    boolean contains(String key) {
        return values.containsKey(key);
    }

    /** Returns the value, empty for a bare word; {@code fallback} if the key is absent. */
    String get(String key, String fallback) {
        return values.getOrDefault(key, fallback);
    }

    private static int skipSpaces(String text, int at) {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
        return at;
    }

    /** Returns the index after a value: after its closing bracket or quote, or at the next space. */
    private static int endOfValue(String text, int start, String key) {
        if (start < text.length() && text.charAt(start) == '[') {
            int open = 0;
            for (int i = start; i < text.length(); i++) {
                if (text.charAt(i) == '[') open++;
                else if (text.charAt(i) == ']' && --open == 0) return i + 1;
            }
            throw new IllegalArgumentException("the bracket after \"" + key + "=\" is not closed");
        }
        if (start < text.length() && text.charAt(start) == '\'') {
            int quote = text.indexOf('\'', start + 1);
            if (quote < 0) throw new IllegalArgumentException("the quote after \"" + key + "=\" is not closed");
            return quote + 1;
        }
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) end++;
        return end;
    }

    private static String unwrap(String value) {
        boolean wrapped = value.length() >= 2 && (value.charAt(0) == '[' || value.charAt(0) == '\'');
        return wrapped ? value.substring(1, value.length() - 1) : value;
    }

    /** Resolves {@code path=&file}, ImageJ's notation for the value of a macro variable. */
    private static String variable(String key, String value) {
        if (!value.startsWith("&")) return value;
        Interpreter interpreter = Interpreter.getInstance();
        String content = interpreter == null ? null : interpreter.getVariableAsString(value.substring(1));
        if (content == null) {
            throw new IllegalArgumentException("there is no variable for \"" + key + "=" + value + "\"");
        }
        return content;
    }
}
