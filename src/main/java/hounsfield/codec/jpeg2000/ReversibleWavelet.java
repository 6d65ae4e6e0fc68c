package hounsfield.codec.jpeg2000;

import java.util.Arrays;

/** The inverse 5/3 wavelet transform in integers (T.800 F.3 with the reversible filter of F.3.8.2). */
final class ReversibleWavelet {
    private ReversibleWavelet() {}

    /**
     * Combines the next lower resolution and three subbands.
     *
     * @param low the samples of the lower resolution, null if all are 0
     * @return the samples row by row; null if all are 0
     */
    static int[] synthesize(int[] low, Area lowArea, Resolution resolution) {
        Subband hl = resolution.bands[0];
        Subband lh = resolution.bands[1];
        Subband hh = resolution.bands[2];
        Area area = resolution.area;
        if (area.isEmpty() || low == null && hl.integers == null && lh.integers == null && hh.integers == null) {
            return null;
        }
        int width = area.width();
        int[] out = new int[Math.toIntExact(area.samples())];
        int[][] ring = new int[RowLifting.RING][width];
        Row row = new Row(area.x0(), width);
        RowLifting lifting = new RowLifting(2, area.y0(), area.y1()) {
            @Override
            void lift(int step, int to, int above, int below) {
                if (step == 0) liftLow(ring[to], ring[above], ring[below], width);
                else liftHigh(ring[to], ring[above], ring[below], width);
            }

            @Override
            void done(int slot, int y) {
                System.arraycopy(ring[slot], 0, out, y * width, width);
            }
        };
        for (int y = area.y0(); y < area.y1(); y++) {
            int[] samples = ring[RowLifting.slot(y)];
            if ((y & 1) == 0) {
                int bandRow = (y >> 1) - lowArea.y0();
                row.load(low, bandRow * lowArea.width(), hl.integers, bandRow * hl.area.width());
                row.synthesize(samples);
            } else {
                int bandRow = (y >> 1) - lh.area.y0();
                row.load(lh.integers, bandRow * lh.area.width(), hh.integers, bandRow * hh.area.width());
                row.synthesize(samples);
                if (area.height() == 1) halve(samples, width); // a single odd row (F.3.6)
            }
            lifting.advance(y);
        }
        return out;
    }

    private static void halve(int[] samples, int count) {
        for (int i = 0; i < count; i++) samples[i] >>= 1;
    }

    private static void liftLow(int[] to, int[] before, int[] behind, int count) {
        for (int i = 0; i < count; i++) to[i] -= (before[i] + behind[i] + 2) >> 2;
    }

    private static void liftHigh(int[] to, int[] before, int[] behind, int count) {
        for (int i = 0; i < count; i++) to[i] += (before[i] + behind[i]) >> 1;
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
        private final int[] low;
        private final int[] high;
        /** The second neighbor of each sample. */
        private final int[] shifted;

        Row(int x0, int width) {
            this.width = width;
            odd = x0 & 1;
            lows = (width + 1 - odd) / 2;
            highs = width - lows;
            low = new int[lows + 1];
            high = new int[highs + 1];
            shifted = new int[width + 2];
        }

        void load(int[] lowSource, int lowAt, int[] highSource, int highAt) {
            if (lowSource == null) Arrays.fill(low, 0);
            else System.arraycopy(lowSource, lowAt, low, 0, lows);
            if (highSource == null) Arrays.fill(high, 0);
            else System.arraycopy(highSource, highAt, high, 0, highs);
        }

        void synthesize(int[] out) {
            if (width == 1) {
                out[0] = odd == 0 ? low[0] : high[0] >> 1;
                return;
            }
            shift(high, highs, odd);
            liftLow(low, high, shifted, lows);
            shift(low, lows, 1 - odd);
            liftHigh(high, low, shifted, highs);
            for (int n = 0, i = odd; n < lows; n++, i += 2) out[i] = low[n];
            for (int n = 0, i = 1 - odd; n < highs; n++, i += 2) out[i] = high[n];
        }

        /**
         * Brings the two neighbors of each sample to the index of the sample: one is in {@code from}, the other in
         * {@link #shifted}. The edges are repeated, which has the same result as symmetric extension (F.3.7).
         *
         * @param ahead 1 if the second neighbor is the next element of {@code from}, 0 if it is the previous one
         */
        private void shift(int[] from, int count, int ahead) {
            from[count] = from[count - 1];
            System.arraycopy(from, ahead, shifted, 1 - ahead, count);
            if (ahead == 0) shifted[0] = from[0];
            else shifted[count] = from[count];
        }
    }
}
