package hounsfield.codec.jpeg2000;

/**
 * Both inverse wavelet transforms (T.800 F.3) for samples with more bits than {@code int} and {@code float} can hold.
 * They are computed in {@code double}, whose 53 bits hold the integers of the reversible transform exactly. Such
 * samples are rare, so the procedure is simple rather than fast.
 */
final class WideWavelet {
    private WideWavelet() {}

    /**
     * Combines the next lower resolution and three subbands.
     *
     * @param low the samples of the lower resolution, null if all are 0
     * @return the samples row by row; null if all are 0
     */
    static double[] synthesize(double[] low, Area lowArea, Resolution resolution) {
        Subband hl = resolution.bands[0];
        Subband lh = resolution.bands[1];
        Subband hh = resolution.bands[2];
        Area area = resolution.area;
        if (area.isEmpty() || low == null && hl.isZero() && lh.isZero() && hh.isZero()) return null;
        int width = area.width();
        int height = area.height();
        boolean reversible = resolution.style.reversible();
        double[][] rows = new double[height][width];
        int oddX = area.x0() & 1;
        int oddY = area.y0() & 1;
        interleave(low, lowArea.width(), rows, oddX, oddY);
        interleave(hl.doubles, hl.area.width(), rows, 1 - oddX, oddY);
        interleave(lh.doubles, lh.area.width(), rows, oddX, 1 - oddY);
        interleave(hh.doubles, hh.area.width(), rows, 1 - oddX, 1 - oddY);
        double[] column = new double[height];
        for (double[] row : rows) filter(row, oddX, reversible);
        double[] out = new double[Math.toIntExact(area.samples())];
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) column[y] = rows[y][x];
            filter(column, oddY, reversible);
            for (int y = 0; y < height; y++) out[y * width + x] = column[y];
        }
        return out;
    }

    /** Writes a subband to every second column from {@code x} on and every second row from {@code y} on (F.3.3). */
    private static void interleave(double[] band, int bandWidth, double[][] rows, int x, int y) {
        if (band == null) return;
        for (int row = y, from = 0; row < rows.length; row += 2, from += bandWidth) {
            for (int i = 0; i < bandWidth; i++) rows[row][x + 2 * i] = band[from + i];
        }
    }

    /**
     * The one-dimensional filter (F.3.6 and F.3.8), in place.
     *
     * @param odd 1 if the first sample is a high-pass one
     */
    static void filter(double[] samples, int odd, boolean reversible) {
        if (samples.length == 1) {
            if (odd == 1) samples[0] = reversible ? Math.floor(samples[0] / 2) : samples[0] / 2;
            return;
        }
        if (reversible) {
            lift(samples, odd, sum -> -Math.floor((sum + 2) / 4));
            lift(samples, 1 - odd, sum -> Math.floor(sum / 2));
            return;
        }
        for (int i = odd; i < samples.length; i += 2) samples[i] *= IrreversibleWavelet.SCALE;
        for (int i = 1 - odd; i < samples.length; i += 2) samples[i] /= IrreversibleWavelet.SCALE;
        int first = odd;
        for (double factor : IrreversibleWavelet.FACTORS) {
            lift(samples, first, sum -> -factor * sum);
            first = 1 - first;
        }
    }

    private interface Step {
        double of(double neighbors);
    }

    /**
     * Changes every second sample by its neighbors. At the edges, the missing neighbor is replaced by the other one
     * (F.3.7).
     */
    private static void lift(double[] samples, int first, Step step) {
        int last = samples.length - 1;
        for (int i = first; i <= last; i += 2) {
            double before = samples[i == 0 ? 1 : i - 1];
            double behind = samples[i == last ? last - 1 : i + 1];
            samples[i] += step.of(before + behind);
        }
    }
}
