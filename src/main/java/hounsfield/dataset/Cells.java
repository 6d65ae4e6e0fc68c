package hounsfield.dataset;

/** Values of a table's cells: {@code Long}, {@code Double}, {@code String}, {@code null} for none. */
final class Cells {
    private Cells() {}

    /** As text: whole numbers without a point; nothing for what is no number. */
    static String text(Object value) {
        if (!(value instanceof Double number)) return value == null ? "" : value.toString();
        if (!Double.isFinite(number)) return "";
        String text = number.toString();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
