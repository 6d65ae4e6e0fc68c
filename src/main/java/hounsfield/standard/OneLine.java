package hounsfield.standard;

/**
 * Names of files and folders for messages, labels and tables. A file system may allow line breaks and other control
 * characters in a name, which would forge a second line.
 */
public final class OneLine {
    private OneLine() {}

    /**
     * Returns a name without control characters, line separators and marks that change the direction of text. Each is
     * written as Java writes it: {@code \\n}, {@code \\t}, {@code \\u0007}.
     */
    public static String of(String name) {
        for (int i = 0; i < name.length(); i++) if (isEscaped(name.charAt(i))) return escaped(name);
        return name;
    }

    /** As {@link #of(String)}, of a path or another thing by its text. */
    public static String of(Object named) {
        return of(String.valueOf(named));
    }

    /** Returns the name that {@link #of(String)} made this of, if it was one. */
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
        // U+0085, U+2028 and U+2029 end lines; U+202A to U+202E and U+2066 to U+2069 turn the text behind them round.
        return Character.isISOControl(character)
                || character >= '\u2028' && character <= '\u202e'
                || character >= '\u2066' && character <= '\u2069';
    }
}
