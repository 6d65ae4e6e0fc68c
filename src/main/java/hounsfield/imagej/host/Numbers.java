package hounsfield.imagej.host;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as dialogs show them. */
public final class Numbers {
    private Numbers() {}

    /** Whole ones without a point, others to a few digits. */
    public static String text(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) return Long.toString((long) number);
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(Math.abs(number) < 20 ? 4 : 7));
        return rounded.stripTrailingZeros().toPlainString();
    }
}
