package hounsfield.codec.jpeg2000;

/** The inverse multiple component transforms of the first three components (T.800 annex G), in place. */
final class ComponentTransform {
    private ComponentTransform() {}

    /** The reversible transform, RCT (G.2). */
    static void reversible(int[] y, int[] u, int[] v) {
        for (int i = 0; i < y.length; i++) {
            int green = y[i] - (u[i] + v[i] >> 2);
            int red = v[i] + green;
            int blue = u[i] + green;
            y[i] = red;
            u[i] = green;
            v[i] = blue;
        }
    }

    /** The reversible transform of integers in {@code double}. */
    static void reversible(double[] y, double[] u, double[] v) {
        for (int i = 0; i < y.length; i++) {
            double green = y[i] - Math.floor((u[i] + v[i]) / 4);
            double red = v[i] + green;
            double blue = u[i] + green;
            y[i] = red;
            u[i] = green;
            v[i] = blue;
        }
    }

    /** The irreversible transform, ICT (G.3). */
    static void irreversible(float[] y, float[] cb, float[] cr) {
        for (int i = 0; i < y.length; i++) {
            float red = y[i] + 1.402f * cr[i];
            float green = y[i] - 0.344136f * cb[i] - 0.714136f * cr[i];
            float blue = y[i] + 1.772f * cb[i];
            y[i] = red;
            cb[i] = green;
            cr[i] = blue;
        }
    }

    /** The irreversible transform in {@code double}. */
    static void irreversible(double[] y, double[] cb, double[] cr) {
        for (int i = 0; i < y.length; i++) {
            double red = y[i] + 1.402 * cr[i];
            double green = y[i] - 0.344136 * cb[i] - 0.714136 * cr[i];
            double blue = y[i] + 1.772 * cb[i];
            y[i] = red;
            cb[i] = green;
            cr[i] = blue;
        }
    }
}
