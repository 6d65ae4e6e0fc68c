package hounsfield.codec.jpeg2000;

/** Puts a tile's samples into the image: rounded, shifted by the DC level, held to the component's range (T.800 G.1). */
final class SampleWriter {
    private SampleWriter() {}

    static void write(int[] samples, Area area, Jpeg2000Image.Plane plane) {
        int shift = plane.signed() ? 0 : 1 << plane.precision() - 1;
        int least = plane.least();
        int most = plane.most();
        int width = area.width();
        hold(samples, width * area.height(), shift, least, most);
        for (int y = area.y0(); y < area.y1(); y++) {
            System.arraycopy(samples, (y - area.y0()) * width, plane.values(), plane.index(area.x0(), y), width);
        }
    }

    /** In place, which the JIT does several at a time. */
    private static void hold(int[] samples, int count, int shift, int least, int most) {
        for (int i = 0; i < count; i++) samples[i] = Math.min(most, Math.max(least, samples[i] + shift));
    }

    static void write(float[] samples, Area area, Jpeg2000Image.Plane plane) {
        int least = plane.least();
        int most = plane.most();
        // Half a unit rounds; what it is added to is kept positive, so that the conversion's truncation is a floor.
        float shift = (plane.signed() ? 0 : 1 << plane.precision() - 1) - least + 0.5f;
        float range = most - least;
        int[] target = plane.values();
        int width = area.width();
        for (int y = area.y0(); y < area.y1(); y++) {
            int from = (y - area.y0()) * width;
            int to = plane.index(area.x0(), y);
            for (int x = 0; x < width; x++) {
                target[to + x] = (int) Math.min(range, Math.max(0, samples[from + x] + shift)) + least;
            }
        }
    }

    /** A tile without any coefficient: the middle of the range, or 0. */
    static void writeMiddle(Area area, Jpeg2000Image.Plane plane) {
        int value = plane.signed() ? 0 : 1 << plane.precision() - 1;
        for (int y = area.y0(); y < area.y1(); y++) {
            int to = plane.index(area.x0(), y);
            java.util.Arrays.fill(plane.values(), to, to + area.width(), value);
        }
    }
}
