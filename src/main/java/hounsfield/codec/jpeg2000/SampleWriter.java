package hounsfield.codec.jpeg2000;

import java.util.Arrays;

/**
 * Converts the samples of a tile to those of the image: rounds, adds the DC level, and clamps to the range of the
 * component (T.800 G.1).
 */
final class SampleWriter {
    private SampleWriter() {}

    /**
     * Returns the samples of a tile-component in the range of the image.
     *
     * @param samples {@code int[]}, which is overwritten and returned; {@code float[]}; {@code double[]}; or null if
     *     there are no coefficients, which gives the middle of the range
     */
    static int[] hold(Object samples, Area area, Jpeg2000Image.Plane plane) {
        int shift = plane.signed() ? 0 : 1 << plane.precision() - 1;
        if (samples instanceof int[] integers) {
            hold(integers, integers.length, shift, (int) plane.least(), (int) plane.most());
            return integers;
        }
        if (samples instanceof float[] floats) return round(floats, shift, (int) plane.least(), (int) plane.most());
        if (samples instanceof double[] doubles) return round(doubles, plane);
        int[] middle = new int[Math.toIntExact(area.samples())];
        Arrays.fill(middle, shift);
        return middle;
    }

    private static void hold(int[] samples, int count, int shift, int least, int most) {
        for (int i = 0; i < count; i++) samples[i] = Math.min(most, Math.max(least, samples[i] + shift));
    }

    private static int[] round(float[] samples, int shift, int least, int most) {
        int[] held = new int[samples.length];
        // The value is kept positive before 0.5 rounds it, so that the truncation by the conversion is a floor.
        float half = shift - least + 0.5f;
        int range = most - least;
        for (int i = 0; i < held.length; i++) held[i] = Math.min(range, Math.max(0, (int) (samples[i] + half))) + least;
        return held;
    }

    private static int[] round(double[] samples, Jpeg2000Image.Plane plane) {
        double shift = plane.signed() ? 0 : Math.scalb(1.0, plane.precision() - 1);
        int[] held = new int[samples.length];
        for (int i = 0; i < held.length; i++) {
            double value = Math.floor(samples[i] + shift + 0.5);
            held[i] = (int) (long) Math.min(plane.most(), Math.max(plane.least(), value));
        }
        return held;
    }

    /** Copies the samples of a tile into the image. */
    static void place(int[] samples, Area area, Jpeg2000Image.Plane plane, int[] values) {
        int width = area.width();
        for (int y = area.y0(); y < area.y1(); y++) {
            System.arraycopy(samples, (y - area.y0()) * width, values, plane.index(area.x0(), y), width);
        }
    }
}
