package hounsfield.dataset.csv;

/** Values of table cells: {@code Long}, {@code Double}, {@code String}, or {@code null} if empty. */
public final class Cells {
    private Cells() {}

    /**
     * Formats a value: integers without a decimal point, non-finite numbers as empty text.
     *
     * @param value a cell; {@code null} if empty
     * @return the text, without quotes
     */
    public static String text(Object value) {
        if (!(value instanceof Double number)) return value == null ? "" : value.toString();
        if (!Double.isFinite(number)) return "";
        String text = number.toString();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
