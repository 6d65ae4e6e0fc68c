package hounsfield.codec.jpeg2000;

import java.util.Arrays;

/** The inverse 9/7 wavelet transform in floating point (T.800 F.3 with the irreversible filter of F.3.8.1). */
final class IrreversibleWavelet {
    /** The lifting parameters of table F.4. */
    private static final double ALPHA = -1.586134342059924;

    private static final double BETA = -0.052980118572961;
    private static final double GAMMA = 0.882911075530934;
    private static final double DELTA = 0.443506852043971;
    static final double SCALE = 1.230174104914001;

    /** The factors of the lifting steps in the order of synthesis; steps change even, odd, even, odd samples. */
    static final double[] FACTORS = {DELTA, GAMMA, BETA, ALPHA};

    private static final float K = (float) SCALE;
    private static final float[] STEPS = {(float) DELTA, (float) GAMMA, (float) BETA, (float) ALPHA};

    private IrreversibleWavelet() {}

    /**
     * Combines the next lower resolution and three subbands.
     *
     * @param low the samples of the lower resolution, null if all are 0
     * @return the samples row by row; null if all are 0
     */
    static float[] synthesize(float[] low, Area lowArea, Resolution resolution) {
        Subband hl = resolution.bands[0];
        Subband lh = resolution.bands[1];
        Subband hh = resolution.bands[2];
        Area area = resolution.area;
        if (area.isEmpty() || low == null && hl.floats == null && lh.floats == null && hh.floats == null) return null;
        int width = area.width();
        float[] out = new float[Math.toIntExact(area.samples())];
        float[][] ring = new float[RowLifting.RING][width];
        boolean single = area.height() == 1;
        float lowScale = single ? 1 : K;
        float highScale = single ? 0.5f : 1 / K;
        Row row = new Row(area.x0(), width);
        RowLifting lifting = new RowLifting(STEPS.length, area.y0(), area.y1()) {
            @Override
            void lift(int step, int to, int above, int below) {
                liftAll(ring[to], ring[above], ring[below], width, STEPS[step]);
            }

            @Override
            void done(int slot, int y) {
                System.arraycopy(ring[slot], 0, out, y * width, width);
            }
        };
        for (int y = area.y0(); y < area.y1(); y++) {
            if ((y & 1) == 0) {
                int bandRow = (y >> 1) - lowArea.y0();
                row.load(low, bandRow * lowArea.width(), hl.floats, bandRow * hl.area.width(), lowScale);
            } else {
                int bandRow = (y >> 1) - lh.area.y0();
                row.load(lh.floats, bandRow * lh.area.width(), hh.floats, bandRow * hh.area.width(), highScale);
            }
            row.synthesize(ring[RowLifting.slot(y)]);
            lifting.advance(y);
        }
        return out;
    }

    private static void liftAll(float[] to, float[] before, float[] behind, int count, float factor) {
        for (int i = 0; i < count; i++) to[i] -= factor * (before[i] + behind[i]);
    }

    /**
     * The horizontal half for one row at a time. Low-pass and high-pass samples are separate during lifting and are
     * then interleaved.
     */
    private static final class Row {
        private final int width;
        /** 1 if the first sample of the row is a high-pass one, otherwise 0. */
        private final int odd;

        private final int lows;
        private final int highs;
        private final float[] low;
        private final float[] high;
        /** The second neighbor of each sample. */
        private final float[] shifted;

        Row(int x0, int width) {
            this.width = width;
            odd = x0 & 1;
            lows = (width + 1 - odd) / 2;
            highs = width - lows;
            low = new float[lows + 1];
            high = new float[highs + 1];
            shifted = new float[width + 2];
        }

        /**
         * @param factor the factor of the vertical filter for this row, applied here to save a pass over the samples
         */
        void load(float[] lowSource, int lowAt, float[] highSource, int highAt, float factor) {
            load(low, lows, lowSource, lowAt);
            load(high, highs, highSource, highAt);
            scale(low, lows, width == 1 ? factor : factor * K);
            scale(high, highs, width == 1 ? factor * 0.5f : factor / K);
        }

        private static void load(float[] target, int count, float[] source, int at) {
            if (source == null) Arrays.fill(target, 0);
            else System.arraycopy(source, at, target, 0, count);
        }

        private static void scale(float[] samples, int count, float factor) {
            if (Math.abs(factor - 1) < 1e-6f) return; // K / K
            for (int i = 0; i < count; i++) samples[i] *= factor;
        }

        void synthesize(float[] out) {
            if (width == 1) {
                out[0] = odd == 0 ? low[0] : high[0];
                return;
            }
            lift(low, lows, high, highs, odd, STEPS[0]);
            lift(high, highs, low, lows, 1 - odd, STEPS[1]);
            lift(low, lows, high, highs, odd, STEPS[2]);
            lift(high, highs, low, lows, 1 - odd, STEPS[3]);
            for (int n = 0, i = odd; n < lows; n++, i += 2) out[i] = low[n];
            for (int n = 0, i = 1 - odd; n < highs; n++, i += 2) out[i] = high[n];
        }

        /**
         * One lifting step. The two neighbors of each sample are brought to the index of the sample: one is in
         * {@code from}, the other in {@link #shifted}. The edges are repeated, which has the same result as symmetric
         * extension (F.3.7).
         *
         * @param ahead 1 if the second neighbor is the next element of {@code from}, 0 if it is the previous one
         */
        private void lift(float[] to, int count, float[] from, int fromCount, int ahead, float factor) {
            from[fromCount] = from[fromCount - 1];
            System.arraycopy(from, ahead, shifted, 1 - ahead, fromCount);
            if (ahead == 0) shifted[0] = from[0];
            else shifted[fromCount] = from[fromCount];
            liftAll(to, from, shifted, count, factor);
        }
    }
}
