package hounsfield.codec.jpeg2000;

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

    static final float K = (float) SCALE;
    static final float[] STEPS = {(float) DELTA, (float) GAMMA, (float) BETA, (float) ALPHA};

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
        IrreversibleRow row = new IrreversibleRow(area.x0(), width);
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

    static void liftAll(float[] to, float[] before, float[] behind, int count, float factor) {
        for (int i = 0; i < count; i++) to[i] -= factor * (before[i] + behind[i]);
    }
}
