package hounsfield.mask;

import java.util.Arrays;

/**
 * Blurs of one plane: weighted means of the neighbors, along rows and then along columns. Sums are in double precision.
 * NaN spreads over the reach of the blur and no further.
 */
public final class Blur {
    private Blur() {}

    /** The values beyond the edge of the plane. */
    private enum Border {
        REPLICATE,
        ZERO
    }

    /**
     * Gaussian blur with a short kernel, fastai's {@code gauss_blur2d}. The kernel has {@code 2 * floor(sigma / 4) + 1}
     * weights: it ends a quarter of sigma to each side, so it is closer to a box than to a Gaussian. Beyond the edge of
     * the plane the value of the pixel at the edge is used.
     *
     * @param plane the values to blur
     * @param sigma in pixels, above 0 and at most 4 times the longer side; below 4 the result equals the plane
     * @return a new plane of the same size
     * @throws IllegalArgumentException if sigma is outside this range
     */
    public static Raster2D gauss(Raster2D plane, double sigma) {
        double most = 4.0 * Math.max(plane.rows(), plane.columns());
        if (!(sigma > 0 && sigma <= most)) {
            throw new IllegalArgumentException("the blur's sigma is " + sigma
                    + " pixels; it must be above 0 and at most " + (long) most + " (4 times the longer side)");
        }
        int reach = (int) (sigma / 4);
        double[] weights = new double[2 * reach + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double distance = i - reach;
            weights[i] = Math.exp(-distance * distance / (2 * sigma * sigma));
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) weights[i] /= sum;
        return convolve(plane, weights, Border.REPLICATE);
    }

    /**
     * The mean over a square, fastai's {@code uniform_blur2d} without the border that it adds around the result ({@code
     * size / 2} pixels on each side, one more at the bottom and right for an even size). Beyond the edge of the plane
     * there are zeros, which count, so values decrease towards the edges.
     *
     * @param plane the values to blur
     * @param size side of the square in pixels, 1 to twice the longer side; an even square extends one pixel further up
     *     and left
     * @return a new plane of the same size
     * @throws IllegalArgumentException if the size is outside this range
     */
    public static Raster2D uniform(Raster2D plane, int size) {
        int most = 2 * Math.max(plane.rows(), plane.columns());
        if (size < 1 || size > most) {
            throw new IllegalArgumentException(
                    "the blur's size is " + size + " pixels; it must be 1 to " + most + " (twice the longer side)");
        }
        double[] weights = new double[size];
        Arrays.fill(weights, 1.0 / size);
        return convolve(plane, weights, Border.ZERO);
    }

    /** @param weights symmetric; the pixel itself has index {@code weights.length / 2} */
    private static Raster2D convolve(Raster2D plane, double[] weights, Border border) {
        int columns = plane.columns();
        double[] blurred = alongRows(plane, weights, border);
        float[] result = new float[blurred.length];
        double[] sums = new double[columns];
        for (int row = 0; row < plane.rows(); row++) {
            Arrays.fill(sums, 0);
            int first = row - weights.length / 2;
            for (int i = 0, last = weights.length - 1; i <= last; i++, last--) {
                int one = inside(first + i, plane.rows(), border);
                int other = i == last ? -1 : inside(first + last, plane.rows(), border);
                if (one < 0) {
                    one = other;
                    other = -1;
                }
                if (one < 0) continue;
                if (other < 0) add(sums, weights[i], blurred, one * columns);
                else add(sums, weights[i], blurred, one * columns, other * columns);
            }
            for (int x = 0; x < columns; x++) result[row * columns + x] = (float) sums[x];
        }
        return new Raster2D(plane.rows(), columns, result);
    }

    private static double[] alongRows(Raster2D plane, double[] weights, Border border) {
        int columns = plane.columns();
        double[] result = new double[plane.values().length];
        double[] sums = new double[columns];
        double[] row = new double[columns + weights.length - 1];
        for (int start = 0; start < result.length; start += columns) {
            for (int i = 0; i < row.length; i++) {
                int x = inside(i - weights.length / 2, columns, border);
                row[i] = x < 0 ? 0 : plane.values()[start + x];
            }
            Arrays.fill(sums, 0);
            for (int i = 0, last = weights.length - 1; i <= last; i++, last--) {
                if (i == last) add(sums, weights[i], row, i);
                else add(sums, weights[i], row, i, last);
            }
            System.arraycopy(sums, 0, result, start, columns);
        }
        return result;
    }

    /** Returns the index to read for an index that may be beyond the edge; -1 for a zero. */
    private static int inside(int index, int size, Border border) {
        if (index >= 0 && index < size) return index;
        if (border == Border.ZERO) return -1;
        return index < 0 ? 0 : size - 1;
    }

    /** Simple loops like these compile to vector instructions. */
    private static void add(double[] sums, double weight, double[] values, int from) {
        for (int x = 0; x < sums.length; x++) sums[x] += weight * values[from + x];
    }

    private static void add(double[] sums, double weight, double[] values, int one, int other) {
        for (int x = 0; x < sums.length; x++) sums[x] += weight * (values[one + x] + values[other + x]);
    }
}
