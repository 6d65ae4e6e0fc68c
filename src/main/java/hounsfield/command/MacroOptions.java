package hounsfield.command;

import ij.macro.Interpreter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The options of a macro's {@code run("Command...", "path=[/a b.dcm] pixels=16-bit virtual")}, read as strictly as ImageJ
 * writes them: {@code key=value} pairs and bare words, values with spaces in brackets or single quotes. Unlike
 * {@link ij.Macro#getValue}, a word within a value is never taken for a key, and an unknown key is an error.
 */
final class MacroOptions {
    private final Map<String, String> values = new LinkedHashMap<>();

    private MacroOptions() {}

    /**
     * Reads options.
     *
     * @param text what {@link ij.Macro#getOptions()} gives
     * @param keys the keys that may occur
     * @throws IllegalArgumentException if a key is unknown or comes twice, or a bracket does not close
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
                throw new IllegalArgumentException("option \"" + key + "\" comes twice");
            }
            options.values.put(key, value == null ? "" : variable(key, value));
            at = skipSpaces(text, end);
        }
        return options;
    }

    boolean contains(String key) {
        return values.containsKey(key);
    }

    /** The value, empty for a bare word; {@code fallback} if the key is not there. */
    String get(String key, String fallback) {
        return values.getOrDefault(key, fallback);
    }

    private static int skipSpaces(String text, int at) {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
        return at;
    }

    /** The index behind a value: behind its closing bracket or quote, or at the next space. */
    private static int endOfValue(String text, int start, String key) {
        if (start < text.length() && text.charAt(start) == '[') {
            int open = 0;
            for (int i = start; i < text.length(); i++) {
                if (text.charAt(i) == '[') open++;
                else if (text.charAt(i) == ']' && --open == 0) return i + 1;
            }
            throw new IllegalArgumentException("the bracket behind \"" + key + "=\" does not close");
        }
        if (start < text.length() && text.charAt(start) == '\'') {
            int quote = text.indexOf('\'', start + 1);
            if (quote < 0) throw new IllegalArgumentException("the quote behind \"" + key + "=\" does not close");
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

    /** ImageJ lets a macro write {@code path=&file} for the value of its variable. */
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
