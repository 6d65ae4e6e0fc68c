package hounsfield.codec.jpeg2000;

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
        ReversibleRow row = new ReversibleRow(area.x0(), width);
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

    static void liftLow(int[] to, int[] before, int[] behind, int count) {
        for (int i = 0; i < count; i++) to[i] -= (before[i] + behind[i] + 2) >> 2;
    }

    static void liftHigh(int[] to, int[] before, int[] behind, int count) {
        for (int i = 0; i < count; i++) to[i] += (before[i] + behind[i]) >> 1;
    }
}
