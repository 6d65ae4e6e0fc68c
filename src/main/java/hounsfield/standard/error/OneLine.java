package hounsfield.standard.error;

/**
 * Names of files and folders on one line, for messages, labels and tables. Some file systems allow line breaks and
 * other control characters in names, which could forge a second line.
 */
public final class OneLine {
    private OneLine() {}

    /**
     * Escapes control characters, line separators and bidirectional formatting characters as in Java source: {@code
     * \\n}, {@code \\t}, {@code \\u0007}.
     *
     * @param name the name of a file or folder
     * @return the name on one line
     */
    public static String of(String name) {
        for (int i = 0; i < name.length(); i++) if (isEscaped(name.charAt(i))) return escaped(name);
        return name;
    }

    /**
     * Does the same as {@link #of(String)} with the text of a path or other object.
     *
     * @param named any object
     * @return its text on one line
     */
    public static String of(Object named) {
        return of(String.valueOf(named));
    }

    /**
     * Reverts {@link #of(String)}.
     *
     * @param line an escaped name
     * @return the original name
     */
    public static String undo(String line) {
        if (line.indexOf('\\') < 0) return line;
        StringBuilder name = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char next = line.charAt(i) == '\\' && i + 1 < line.length() ? line.charAt(i + 1) : 0;
            int plain = "nrt".indexOf(next);
            if (next == 'u' && line.substring(i).matches("(?s)\\\\u[0-9a-f]{4}.*")) {
                name.append((char) Integer.parseInt(line.substring(i + 2, i + 6), 16));
                i += 5;
            } else if (next != 0 && plain >= 0) {
                name.append("\n\r\t".charAt(plain));
                i++;
            } else {
                name.append(line.charAt(i));
            }
        }
        return name.toString();
    }

    private static String escaped(String name) {
        StringBuilder line = new StringBuilder(name.length() + 16);
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            if (!isEscaped(character)) line.append(character);
            else
                switch (character) {
                    case '\n' -> line.append("\\n");
                    case '\r' -> line.append("\\r");
                    case '\t' -> line.append("\\t");
                    default -> line.append(String.format("\\u%04x", (int) character));
                }
        }
        return line.toString();
    }

    private static boolean isEscaped(char character) {
        // U+0085, U+2028 and U+2029 end lines; U+202A to U+202E and U+2066 to U+2069 change the direction of text.
        return Character.isISOControl(character)
                || character >= '\u2028' && character <= '\u202e'
                || character >= '\u2066' && character <= '\u2069';
    }
}
