package hounsfield.region;

/** Converts recommended colors between sRGB and CIELab values in 16 bits, with the D50 white of the PCS (PS3.3 C.10.7.1.1). */
public final class CieLab {
    private static final double LIMIT = 6.0 / 29;
    private static final double[] WHITE = {0.96422, 1, 0.82521};
    /** The matrix from XYZ with D50 white to linear sRGB, with Bradford's adaptation to the white of sRGB. */
    private static final double[][] TO_RGB = {
        {3.1338561, -1.6168667, -0.4906146},
        {-0.9787684, 1.9161415, 0.0334540},
        {0.0719453, -0.2289914, 1.4052427}
    };

    /** The matrix from linear sRGB to XYZ with D50 white: the inverse of {@link #TO_RGB}. */
    private static final double[][] TO_XYZ = {
        {0.4360747, 0.3850649, 0.1430804},
        {0.2225045, 0.7168786, 0.0606169},
        {0.0139322, 0.0971045, 0.7141733}
    };

    private CieLab() {}

    /**
     * Converts a color.
     *
     * @param lightness 0 to 65535 for L* of 0 to 100
     * @param a 0 to 65535 for a* of -128 to 127
     * @param b 0 to 65535 for b* of -128 to 127
     * @return {@code 0xRRGGBB}; colors outside sRGB are clipped
     */
    public static int toRgb(int lightness, int a, int b) {
        double y = (lightness * 100.0 / 65535 + 16) / 116;
        double x = y + (a * 255.0 / 65535 - 128) / 500;
        double z = y - (b * 255.0 / 65535 - 128) / 200;
        double[] xyz = {linear(x) * WHITE[0], linear(y) * WHITE[1], linear(z) * WHITE[2]};
        int rgb = 0;
        for (double[] row : TO_RGB) {
            double value = row[0] * xyz[0] + row[1] * xyz[1] + row[2] * xyz[2];
            double gamma = value <= 0.0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
            rgb = rgb << 8 | (int) Math.round(255 * Math.max(0, Math.min(1, gamma)));
        }
        return rgb;
    }

    /**
     * Converts a color to the values of Recommended Display CIELab Value (0062,000D).
     *
     * @param rgb {@code 0xRRGGBB} in sRGB
     * @return L*, a* and b* as in {@link #toRgb}
     */
    public static int[] ofRgb(int rgb) {
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            double value = (rgb >> 16 - 8 * i & 0xFF) / 255.0;
            linear[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        double[] f = new double[3];
        for (int i = 0; i < 3; i++) {
            double[] row = TO_XYZ[i];
            f[i] = root((row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2]) / WHITE[i]);
        }
        return new int[] {
            scaled((116 * f[1] - 16) / 100),
            scaled((500 * (f[0] - f[1]) + 128) / 255),
            scaled((200 * (f[1] - f[2]) + 128) / 255)
        };
    }

    private static int scaled(double part) {
        return (int) Math.round(65535 * Math.max(0, Math.min(1, part)));
    }

    private static double root(double t) {
        return t > LIMIT * LIMIT * LIMIT ? Math.cbrt(t) : t / (3 * LIMIT * LIMIT) + 4.0 / 29;
    }

    /**
     * Converts a gray level.
     *
     * @param level 0 to 65535, a P-Value
     * @return {@code 0xRRGGBB}
     */
    public static int gray(int level) {
        int gray = Math.max(0, Math.min(0xFFFF, level)) >> 8;
        return gray << 16 | gray << 8 | gray;
    }

    private static double linear(double f) {
        return f > LIMIT ? f * f * f : 3 * LIMIT * LIMIT * (f - 4.0 / 29);
    }
}
