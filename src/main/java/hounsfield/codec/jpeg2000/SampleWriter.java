package hounsfield.codec.jpeg2000;

import java.util.Arrays;

/** Makes image samples of a tile's: rounded, shifted by the DC level, held to the component's range (T.800 G.1). */
final class SampleWriter {
    private SampleWriter() {}

    /**
     * The samples of a tile-component in the image's range.
     *
     * @param samples {@code int[]}, which is written over and returned, or {@code float[]}, or {@code double[]}, or null for
     *     no coefficients at all, which makes the middle of the range
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
        // Half a unit rounds; what it is added to is kept positive, so that the conversion's truncation is a floor.
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

    /** Copies a tile's samples to their place in the image. */
    static void place(int[] samples, Area area, Jpeg2000Image.Plane plane, int[] values) {
        int width = area.width();
        for (int y = area.y0(); y < area.y1(); y++) {
            System.arraycopy(samples, (y - area.y0()) * width, values, plane.index(area.x0(), y), width);
        }
    }
}
