package hounsfield.dataset;

import java.util.regex.Pattern;

/**
 * A line of CSV (RFC 4180) that a spreadsheet opens without running any of it. Numbers stay as they are. A text that a
 * spreadsheet would take for a formula, since it begins with {@code = + - @}, gets an apostrophe before it, unless it is a
 * number all the same; so does such a beginning behind a semicolon, which parts cells where a comma is the decimal point,
 * and behind quotation marks, which such a cell may lose. Line breaks and other control characters within a text become
 * blanks.
 */
final class CsvLine {
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    /** The wide forms of the four signs count as these in East Asian editions. */
    private static final Pattern FORMULA = Pattern.compile("(^|;)([\\s\"]*)(?=[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    private final StringBuilder line = new StringBuilder();
    private boolean begun;

    /** @param value a cell, {@code null} for an empty one */
    CsvLine add(Object value) {
        if (begun) line.append(',');
        begun = true;
        if (value instanceof String text) line.append(quoted(text));
        else line.append(Cells.text(value));
        return this;
    }

    /** The line with its end, empty for the next one afterwards. */
    String end() {
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

    /** Letters, digits, dots and blanks, as most cells are, need no further look. */
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
