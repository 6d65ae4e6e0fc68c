package hounsfield.codec.jpeg2000;

/** The inverse 5/3 wavelet transform, in integers (T.800 F.3 with the reversible filter of F.3.8.2). */
final class ReversibleWavelet {
    private ReversibleWavelet() {}

    /**
     * Puts a resolution together from the one below and its three subbands.
     *
     * @param low the samples of the resolution below, null for all 0
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
        Row row = new Row(area.x0(), width);
        RowLifting lifting = new RowLifting(2, area.y0(), area.y1()) {
            @Override
            void lift(int step, int to, int above, int below) {
                if (step == 0) liftLow(out, to * width, above * width, below * width, width);
                else liftHigh(out, to * width, above * width, below * width, width);
            }
        };
        for (int y = area.y0(); y < area.y1(); y++) {
            int at = (y - area.y0()) * width;
            if ((y & 1) == 0) {
                int bandRow = (y >> 1) - lowArea.y0();
                row.load(low, bandRow * lowArea.width(), hl.integers, bandRow * hl.area.width());
                row.synthesize(out, at);
            } else {
                int bandRow = (y >> 1) - lh.area.y0();
                row.load(lh.integers, bandRow * lh.area.width(), hh.integers, bandRow * hh.area.width());
                row.synthesize(out, at);
                if (area.height() == 1) halve(out, width); // a single odd row (F.3.6)
            }
            lifting.advance(y);
        }
        return out;
    }

    private static void halve(int[] samples, int count) {
        for (int i = 0; i < count; i++) samples[i] >>= 1;
    }

    private static void liftLow(int[] out, int to, int above, int below, int width) {
        for (int i = 0; i < width; i++) out[to + i] -= (out[above + i] + out[below + i] + 2) >> 2;
    }

    private static void liftHigh(int[] out, int to, int above, int below, int width) {
        for (int i = 0; i < width; i++) out[to + i] += (out[above + i] + out[below + i]) >> 1;
    }

    /** The horizontal half for one row at a time: low- and high-pass samples apart while they are lifted, then in turn. */
    private static final class Row {
        private final int width;
        /** 1 if the row begins with a high-pass sample. */
        private final int odd;

        private final int lows;
        private final int highs;
        /** One sample of margin at each side repeats the last; symmetric extension comes to that (F.3.7). */
        private final int[] low;

        private final int[] high;

        Row(int x0, int width) {
            this.width = width;
            odd = x0 & 1;
            lows = (width + 1 - odd) / 2;
            highs = width - lows;
            low = new int[lows + 2];
            high = new int[highs + 2];
        }

        void load(int[] lowSource, int lowAt, int[] highSource, int highAt) {
            if (lowSource == null) java.util.Arrays.fill(low, 0);
            else System.arraycopy(lowSource, lowAt, low, 1, lows);
            if (highSource == null) java.util.Arrays.fill(high, 0);
            else System.arraycopy(highSource, highAt, high, 1, highs);
        }

        void synthesize(int[] out, int at) {
            if (width == 1) {
                out[at] = odd == 0 ? low[1] : high[1] >> 1;
                return;
            }
            int[] low = this.low;
            int[] high = this.high;
            high[0] = high[1];
            high[highs + 1] = high[highs];
            for (int n = 1; n <= lows; n++) low[n] -= (high[n - 1 + odd] + high[n + odd] + 2) >> 2;
            low[0] = low[1];
            low[lows + 1] = low[lows];
            for (int n = 1; n <= highs; n++) high[n] += (low[n - odd] + low[n + 1 - odd]) >> 1;
            for (int n = 1, i = at + odd; n <= lows; n++, i += 2) out[i] = low[n];
            for (int n = 1, i = at + 1 - odd; n <= highs; n++, i += 2) out[i] = high[n];
        }
    }
}
