package hounsfield.codec.jpeg2000;

import java.util.Arrays;

/** The inverse 9/7 wavelet transform, in floating point (T.800 F.3 with the irreversible filter of F.3.8.1). */
final class IrreversibleWavelet {
    /** Table F.4. */
    private static final float ALPHA = -1.586134342059924f;

    private static final float BETA = -0.052980118572961f;
    private static final float GAMMA = 0.882911075530934f;
    private static final float DELTA = 0.443506852043971f;
    private static final float K = 1.230174104914001f;

    /** What each lifting step takes off, in the order of synthesis: from even, odd, even, odd samples. */
    private static final float[] STEPS = {DELTA, GAMMA, BETA, ALPHA};

    private IrreversibleWavelet() {}

    /**
     * Puts a resolution together from the one below and its three subbands.
     *
     * @param low the samples of the resolution below, null for all 0
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
        boolean single = area.height() == 1;
        float lowScale = single ? 1 : K;
        float highScale = single ? 0.5f : 1 / K;
        Row row = new Row(area.x0(), width);
        RowLifting lifting = new RowLifting(STEPS.length, area.y0(), area.y1()) {
            @Override
            void lift(int step, int to, int above, int below) {
                liftRow(out, to * width, above * width, below * width, width, STEPS[step]);
            }
        };
        for (int y = area.y0(); y < area.y1(); y++) {
            int at = (y - area.y0()) * width;
            if ((y & 1) == 0) {
                int bandRow = (y >> 1) - lowArea.y0();
                row.load(low, bandRow * lowArea.width(), hl.floats, bandRow * hl.area.width(), lowScale);
            } else {
                int bandRow = (y >> 1) - lh.area.y0();
                row.load(lh.floats, bandRow * lh.area.width(), hh.floats, bandRow * hh.area.width(), highScale);
            }
            row.synthesize(out, at);
            lifting.advance(y);
        }
        return out;
    }

    private static void liftRow(float[] out, int to, int above, int below, int width, float factor) {
        for (int i = 0; i < width; i++) out[to + i] -= factor * (out[above + i] + out[below + i]);
    }

    /** The horizontal half for one row at a time: low- and high-pass samples apart while they are lifted, then in turn. */
    private static final class Row {
        private final int width;
        /** 1 if the row begins with a high-pass sample. */
        private final int odd;

        private final int lows;
        private final int highs;
        /** One sample of margin at each side repeats the last; symmetric extension comes to that (F.3.7). */
        private final float[] low;

        private final float[] high;

        Row(int x0, int width) {
            this.width = width;
            odd = x0 & 1;
            lows = (width + 1 - odd) / 2;
            highs = width - lows;
            low = new float[lows + 2];
            high = new float[highs + 2];
        }

        /** @param scale the vertical filter's factor for this row, done here to save a pass over the samples */
        void load(float[] lowSource, int lowAt, float[] highSource, int highAt, float scale) {
            float lowScale = width == 1 ? scale : scale * K;
            float highScale = width == 1 ? scale * 0.5f : scale / K;
            scale(low, lows, lowSource, lowAt, lowScale);
            scale(high, highs, highSource, highAt, highScale);
        }

        private static void scale(float[] target, int count, float[] source, int at, float scale) {
            if (source == null) {
                Arrays.fill(target, 0);
                return;
            }
            for (int i = 0; i < count; i++) target[i + 1] = source[at + i] * scale;
        }

        void synthesize(float[] out, int at) {
            if (width == 1) {
                out[at] = odd == 0 ? low[1] : high[1];
                return;
            }
            lift(low, lows, high, highs, odd, DELTA);
            lift(high, highs, low, lows, 1 - odd, GAMMA);
            lift(low, lows, high, highs, odd, BETA);
            lift(high, highs, low, lows, 1 - odd, ALPHA);
            for (int n = 1, i = at + odd; n <= lows; n++, i += 2) out[i] = low[n];
            for (int n = 1, i = at + 1 - odd; n <= highs; n++, i += 2) out[i] = high[n];
        }

        /** @param behind 1 if the neighbours of a sample are those of its own index and the next, 0 if its and the one before */
        private static void lift(float[] to, int count, float[] from, int fromCount, int behind, float factor) {
            from[0] = from[1];
            from[fromCount + 1] = from[fromCount];
            for (int n = 1; n <= count; n++) to[n] -= factor * (from[n - 1 + behind] + from[n + behind]);
        }
    }
}
