package hounsfield.mask;

import java.util.Arrays;

/**
 * Blurs of one plane: weighted means of the neighbours, along rows and then along columns. Sums are in double precision.
 * A value that is not a number spreads over the reach of the blur and no further.
 */
public final class Blur {
    private Blur() {}

    /** What lies beyond the edge. */
    private enum Border {
        REPLICATE,
        ZERO
    }

    /**
     * Gaussian blur with a short kernel: it ends at a quarter of sigma to both sides, {@code 2 * floor(sigma / 4) + 1}
     * weights, and is closer to a box than to a bell. Beyond the edge the pixel at the edge counts. fastai's
     * {@code gauss_blur2d}.
     *
     * @param sigma in pixels, above 0, at most 4 times the longer side; below 4 nothing is blurred
     * @return a plane of the same size
     * @throws IllegalArgumentException for another sigma
     */
    public static Plane gauss(Plane plane, double sigma) {
        double most = 4.0 * Math.max(plane.rows(), plane.columns());
        if (!(sigma > 0 && sigma <= most)) {
            throw new IllegalArgumentException("the blur's sigma is " + sigma + " pixels, not above 0 and at most "
                    + (long) most + ", 4 times the longer side");
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
     * The mean over a square. Beyond the edge there are zeros, which count: values fall towards the edges. fastai's
     * {@code uniform_blur2d} without the frame that it puts around the result, {@code size / 2} pixels to each side and
     * one more below and at the right of an even size.
     *
     * @param size the square's side in pixels, 1 to twice the longer side; an even one reaches a pixel further up and to
     *     the left
     * @return a plane of the same size
     * @throws IllegalArgumentException for another size
     */
    public static Plane uniform(Plane plane, int size) {
        int most = 2 * Math.max(plane.rows(), plane.columns());
        if (size < 1 || size > most) {
            throw new IllegalArgumentException(
                    "the blur's size is " + size + " pixels, not 1 to " + most + ", twice the longer side");
        }
        double[] weights = new double[size];
        Arrays.fill(weights, 1.0 / size);
        return convolve(plane, weights, Border.ZERO);
    }

    /** @param weights the same read from either end; the pixel itself is at half their number */
    private static Plane convolve(Plane plane, double[] weights, Border border) {
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
        return new Plane(plane.rows(), columns, result);
    }

    private static double[] alongRows(Plane plane, double[] weights, Border border) {
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

    /** The index to take instead of one that may lie beyond the edge; -1 for zeros. */
    private static int inside(int index, int size, Border border) {
        if (index >= 0 && index < size) return index;
        if (border == Border.ZERO) return -1;
        return index < 0 ? 0 : size - 1;
    }

    /** Loops as plain as these are turned into vector instructions. */
    private static void add(double[] sums, double weight, double[] values, int from) {
        for (int x = 0; x < sums.length; x++) sums[x] += weight * values[from + x];
    }

    private static void add(double[] sums, double weight, double[] values, int one, int other) {
        for (int x = 0; x < sums.length; x++) sums[x] += weight * (values[one + x] + values[other + x]);
    }
}
