package hounsfield.standard;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as text, for messages, tables and dialogs. */
public final class Numbers {
    private Numbers() {}

    /**
     * Formats a number so that it can be read again without loss.
     *
     * @param number any number
     * @return its text, integers without a decimal point
     */
    public static String exact(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? Long.toString((long) number) : Double.toString(number);
    }

    /**
     * Returns a number with its noun in singular or plural.
     *
     * @param number how many there are
     * @param noun the noun in the singular; its plural must end in s
     * @return such as {@code 1 slice} and {@code 3 slices}
     */
    public static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /**
     * Formats a number: integers without a decimal point, others with 4 significant digits below 20 and 7 above.
     *
     * @param number a finite number
     * @return its text
     */
    public static String text(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) return Long.toString((long) number);
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(Math.abs(number) < 20 ? 4 : 7));
        return rounded.stripTrailingZeros().toPlainString();
    }
}
