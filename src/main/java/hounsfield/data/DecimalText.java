package hounsfield.data;

import java.util.List;
import java.util.regex.Pattern;

/** Parses Decimal Strings (PS3.5 6.2) and the variants found in files. */
final class DecimalText {
    /** A number whose decimal mark, if any, is a comma. */
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?(\\d+(,\\d*)?|,\\d+)([eE][+-]?\\d{1,3})?");
    /** A number whose comma may separate thousands. */
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");
    /** A number with a decimal point. */
    private static final Pattern WITH_POINT = Pattern.compile("\\s*[+-]?(\\d+\\.\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?\\s*");

    private DecimalText() {}

    /** Returns the number, or NaN if the text is not a number. Java's parser would also accept "1d" and "NaN". */
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
     * Returns whether the commas in the values of an element can only be decimal marks: each value is a number with a
     * comma or without any mark, and at least one comma cannot separate thousands.
     */
    static boolean haveDecimalCommas(List<String> values) {
        return values.stream().allMatch(value -> WITH_COMMA.matcher(value).matches())
                && values.stream()
                        .anyMatch(value -> value.indexOf(',') >= 0
                                && !THOUSANDS.matcher(value).matches());
    }

    /** Returns whether the commas in a single text can only separate values, because each value has a decimal point. */
    static boolean isSeparatedByCommas(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length < 2) return false;
        for (String part : parts) if (!WITH_POINT.matcher(part).matches()) return false;
        return true;
    }
}
