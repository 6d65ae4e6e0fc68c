package hounsfield.dataset.csv;

import java.util.regex.Pattern;

/**
 * A line of CSV (RFC 4180) in which a spreadsheet finds nothing to execute. Numbers are unchanged. A text that a spreadsheet would read
 * as a formula, because it begins with {@code = + - @}, is prefixed with an apostrophe, unless it is a number. The same applies after a
 * semicolon, which separates cells where the comma is the decimal mark, and after quotation marks, which such a cell may lose. Line
 * breaks and other control characters within a text become spaces.
 */
public final class CsvLine {
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    /** Includes the full-width forms of the four characters, which East Asian editions treat alike. */
    private static final Pattern FORMULA = Pattern.compile("(^|;)([\\s\"]*)(?=[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    private final StringBuilder line = new StringBuilder();
    private boolean begun;

    /**
     * Adds a cell.
     *
     * @param value the cell; {@code null} if empty
     * @return this line
     */
    public CsvLine add(Object value) {
        if (begun) line.append(',');
        begun = true;
        if (value instanceof String text) line.append(quoted(text));
        else line.append(Cells.text(value));
        return this;
    }

    /**
     * Ends the line, and starts the next one.
     *
     * @return the line with a line feed
     */
    public String end() {
        String whole = line.append('\n').toString();
        line.setLength(0);
        begun = false;
        return whole;
    }

    private static String quoted(String text) {
        String safe = isPlain(text) ? text : safe(text);
        boolean quotes = false;
        for (int i = 0; i < safe.length() && !quotes; i++) quotes = ",;\"".indexOf(safe.charAt(i)) >= 0;
        quotes |= !safe.isEmpty() && (safe.charAt(0) == ' ' || safe.charAt(safe.length() - 1) == ' ');
        return quotes ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static String safe(String text) {
        String oneLine = CONTROLS.matcher(text).replaceAll(" ");
        return NUMBER.matcher(oneLine).matches()
                ? oneLine
                : FORMULA.matcher(oneLine).replaceAll("$1$2'");
    }

    /** Returns whether a text, like most, consists of letters, digits, dots and spaces, and needs no further check. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean plain = character >= 'a' && character <= 'z'
                    || character >= 'A' && character <= 'Z'
                    || character >= '0' && character <= '9'
                    || ". _/^\\".indexOf(character) >= 0;
            if (!plain) return false;
        }
        return true;
    }
}
