package hounsfield.write;

import java.math.BigDecimal;
import java.math.MathContext;

/** Formats numbers as Decimal Strings (VR DS), which have at most 16 characters (PS3.5 table 6.2-1). */
public final class DecimalString {
    private static final int LONGEST = 16;

    private DecimalString() {}

    /**
     * Returns the Decimal String of a number: the shortest one that represents it exactly or, if that is too long, the one with as many
     * digits as fit.
     *
     * @param value a finite number
     * @return at most 16 characters
     */
    public static String of(double value) {
        if (value == 0) return "0";
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        for (int digits = exact.precision(); ; digits--) {
            BigDecimal rounded = exact.round(new MathContext(digits)).stripTrailingZeros();
            String plain = rounded.toPlainString();
            if (plain.length() <= LONGEST) return plain;
            String scientific = rounded.toString();
            if (scientific.length() <= LONGEST) return scientific;
        }
    }

    /**
     * Returns the number that a reader gets from the Decimal String of a number.
     *
     * @param value a finite number
     * @return the number of its Decimal String
     */
    public static double rounded(double value) {
        return Double.parseDouble(of(value));
    }
}
