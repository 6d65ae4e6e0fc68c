package hounsfield.data;

import java.util.List;
import java.util.regex.Pattern;

/** The texts of Decimal Strings (PS3.5 6.2), and of what files have in their place. */
final class DecimalText {
    /** A number whose decimal mark, if it has one, is a comma. */
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?(\\d+(,\\d*)?|,\\d+)([eE][+-]?\\d{1,3})?");
    /** A comma that may be one between thousands. */
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");
    /** A number with a decimal point. */
    private static final Pattern WITH_POINT = Pattern.compile("\\s*[+-]?(\\d+\\.\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?\\s*");

    private DecimalText() {}

    /** The number that a text is; NaN if it is not one. Java alone would take "1d" and "NaN", too. */
    static double parse(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean digit = character >= '0' && character <= '9';
            if (!digit && "+-.eE".indexOf(character) < 0) return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /**
     * Whether the commas of an element's values can only be decimal marks: all values are numbers with a comma or without a
     * mark, and one comma at least cannot separate thousands.
     */
    static boolean haveDecimalCommas(List<String> values) {
        return values.stream().allMatch(value -> WITH_COMMA.matcher(value).matches())
                && values.stream()
                        .anyMatch(value -> value.indexOf(',') >= 0
                                && !THOUSANDS.matcher(value).matches());
    }

    /** Whether the commas of a single text can only separate values: each of these has a decimal point. */
    static boolean isSeparatedByCommas(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length < 2) return false;
        for (String part : parts) if (!WITH_POINT.matcher(part).matches()) return false;
        return true;
    }
}
