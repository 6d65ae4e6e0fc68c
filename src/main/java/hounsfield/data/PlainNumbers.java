package hounsfield.data;

/**
 * Parses Decimal and Integer Strings (PS3.5 6.2) in their usual form: digits with a sign and a point, separated by backslashes.
 * A scan reads some 30 numbers of each header.
 */
final class PlainNumbers {
    /** A double represents exactly every whole number with this many digits, and every power of ten up to this exponent. */
    private static final int EXACT_DIGITS = 15;

    /** An int represents every whole number with this many digits. */
    private static final int INT_DIGITS = 9;

    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private final byte[] bytes;
    private int at;
    /** The digits of the last number without its point. */
    private long digits;

    private boolean negative;
    /** Number of digits after the decimal point; negative if there is no decimal point. */
    private int decimals;

    private PlainNumbers(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Parses all values of an element.
     *
     * @param bytes the value of the element
     * @return the nearest double of each value; {@code null} if a value has another form, is empty, or has more than 15 digits
     */
    static double[] doubles(byte[] bytes) {
        PlainNumbers parser = new PlainNumbers(bytes);
        double[] numbers = new double[parser.count()];
        for (int i = 0; i < numbers.length; i++) {
            if (!parser.next(EXACT_DIGITS)) return null;
            // Both are exact, so that the quotient is rounded once.
            double number = parser.decimals > 0 ? parser.digits / POWERS[parser.decimals] : parser.digits;
            numbers[i] = parser.negative ? -number : number;
        }
        return numbers;
    }

    /**
     * Parses all values of an element.
     *
     * @param bytes the value of the element
     * @return the values; {@code null} if a value has another form, is empty, or has a point or more than 9 digits
     */
    static int[] ints(byte[] bytes) {
        PlainNumbers parser = new PlainNumbers(bytes);
        int[] numbers = new int[parser.count()];
        for (int i = 0; i < numbers.length; i++) {
            if (!parser.next(INT_DIGITS) || parser.decimals >= 0) return null;
            numbers[i] = (int) (parser.negative ? -parser.digits : parser.digits);
        }
        return numbers;
    }

    private int count() {
        int count = 1;
        for (byte code : bytes) if (code == '\\') count++;
        return count;
    }

    /** Parses the next value and moves behind the backslash that ends it; returns false if it has another form. */
    private boolean next(int most) {
        while (at < bytes.length && bytes[at] == ' ') at++;
        negative = at < bytes.length && bytes[at] == '-';
        if (negative || at < bytes.length && bytes[at] == '+') at++;
        digits = 0;
        decimals = -1;
        int count = 0;
        for (; at < bytes.length; at++) {
            int code = bytes[at];
            if (code >= '0' && code <= '9') {
                digits = 10 * digits + code - '0';
                count++;
                if (decimals >= 0) decimals++;
                if (count > most) return false;
            } else if (code == '.' && decimals < 0) {
                decimals = 0;
            } else {
                break;
            }
        }
        while (at < bytes.length && bytes[at] == ' ') at++;
        return count > 0 && (at == bytes.length || bytes[at++] == '\\');
    }
}
