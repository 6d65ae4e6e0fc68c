package hounsfield.mask;

/**
 * Resizes by the cubic spline through the pixels, from the first pixel's center to the last one's:
 * {@code scipy.ndimage.zoom} of order 3, which fastai uses in {@code zoom} and {@code zoom_to}. Beyond the edges the
 * spline continues as a mirror image. If the result is smaller, pixels in between are skipped, not averaged. A NaN
 * makes its whole row and column NaN.
 *
 * @see <a href="https://doi.org/10.1109/79.799930">M. Unser, Splines: a perfect fit for signal and image processing</a>
 */
public final class SplineZoom {
    /** The pole of the prefilter of the cubic spline. */
    private static final double POLE = Math.sqrt(3) - 2;

    private static final double GAIN = (1 - POLE) * (1 - 1 / POLE);

    private SplineZoom() {}

    /**
     * Returns the size after a zoom. Each side is rounded to the nearest integer, halves to even as in Python.
     *
     * @param rows height in pixels
     * @param columns width in pixels
     * @param ratio above 0
     * @return the new size
     * @throws IllegalArgumentException if the ratio is not above 0, or a side would be outside the range of
     *     {@link Size}
     */
    public static Size size(int rows, int columns, double ratio) {
        if (!(ratio > 0) || !Double.isFinite(ratio)) {
            throw new IllegalArgumentException("the zoom is " + ratio + "; it must be above 0");
        }
        return new Size((int) Math.rint(rows * ratio), (int) Math.rint(columns * ratio));
    }

    /**
     * Resizes a plane.
     *
     * @param plane the source
     * @param size of the result
     * @return a new plane of that size
     */
    public static Raster2D zoom(Raster2D plane, Size size) {
        int rows = plane.rows();
        double[] values = new double[plane.values().length];
        for (int i = 0; i < values.length; i++) values[i] = plane.values()[i];
        // Resizing along rows and transposing, done twice, serves both axes with the same code and reads memory in
        // order.
        double[] turned = alongRowsTurned(values, rows, plane.columns(), size.columns());
        double[] zoomed = alongRowsTurned(turned, size.columns(), rows, size.rows());
        float[] result = new float[zoomed.length];
        for (int i = 0; i < result.length; i++) result[i] = (float) zoomed[i];
        return new Raster2D(size.rows(), size.columns(), result);
    }

    /** Resizes each row, and transposes the result. */
    private static double[] alongRowsTurned(double[] values, int rows, int columns, int newColumns) {
        int[] starts = new int[newColumns];
        double[][] weights = new double[newColumns][];
        double step = newColumns == 1 ? 0 : (double) (columns - 1) / (newColumns - 1);
        for (int i = 0; i < newColumns; i++) {
            double place = Math.min(columns - 1, i * step);
            starts[i] = (int) place - 1;
            weights[i] = weights(place - (int) place);
        }
        double[] result = new double[Math.multiplyExact(rows, newColumns)];
        // The row with its mirrored neighbors: one before and two after.
        double[] row = new double[columns + 3];
        double[] coefficients = new double[columns];
        for (int y = 0; y < rows; y++) {
            System.arraycopy(values, y * columns, coefficients, 0, columns);
            prefilter(coefficients);
            System.arraycopy(coefficients, 0, row, 1, columns);
            row[0] = coefficients[mirrored(-1, columns)];
            row[columns + 1] = coefficients[mirrored(columns, columns)];
            row[columns + 2] = coefficients[mirrored(columns + 1, columns)];
            for (int i = 0; i < newColumns; i++) {
                int at = starts[i] + 1;
                double[] w = weights[i];
                result[i * rows + y] = w[0] * row[at] + w[1] * row[at + 1] + w[2] * row[at + 2] + w[3] * row[at + 3];
            }
        }
        return result;
    }

    /**
     * Returns the weights of four neighbors for a point {@code part} pixels after the second one: the cubic B-spline.
     */
    private static double[] weights(double part) {
        double rest = 1 - part;
        return new double[] {
            rest * rest * rest / 6,
            (4 - 6 * part * part + 3 * part * part * part) / 6,
            (4 - 6 * rest * rest + 3 * rest * rest * rest) / 6,
            part * part * part / 6
        };
    }

    private static int mirrored(int index, int size) {
        if (size == 1) return 0;
        int period = 2 * (size - 1);
        int inPeriod = Math.floorMod(index, period);
        return Math.min(inPeriod, period - inPeriod);
    }

    /** Converts values to the coefficients of the spline through them, with a recursive filter in both directions. */
    private static void prefilter(double[] c) {
        int last = c.length - 1;
        if (last == 0) return;
        double power = 1;
        double sum = 0;
        // Later terms are too small to change a double.
        for (int k = 0; k < 2 * last && Math.abs(power) > 1e-20; k++) {
            sum += power * c[k <= last ? k : 2 * last - k];
            power *= POLE;
        }
        c[0] = GAIN * sum / (1 - power);
        for (int i = 1; i <= last; i++) c[i] = GAIN * c[i] + POLE * c[i - 1];
        c[last] = POLE / (POLE * POLE - 1) * (c[last] + POLE * c[last - 1]);
        for (int i = last - 1; i >= 0; i--) c[i] = POLE * (c[i + 1] - c[i]);
    }
}
