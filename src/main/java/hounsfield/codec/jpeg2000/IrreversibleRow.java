package hounsfield.codec.jpeg2000;

import java.util.Arrays;

/**
 * The horizontal half of {@link IrreversibleWavelet} for one row at a time. Low-pass and high-pass samples are separate during lifting and are
 * then interleaved.
 */
final class IrreversibleRow {
    private final int width;
    /** 1 if the first sample of the row is a high-pass one, otherwise 0. */
    private final int odd;

    private final int lows;
    private final int highs;
    private final float[] low;
    private final float[] high;
    /** The second neighbor of each sample. */
    private final float[] shifted;

    IrreversibleRow(int x0, int width) {
        this.width = width;
        odd = x0 & 1;
        lows = (width + 1 - odd) / 2;
        highs = width - lows;
        low = new float[lows + 1];
        high = new float[highs + 1];
        shifted = new float[width + 2];
    }

    /** @param factor the factor of the vertical filter for this row, applied here to save a pass over the samples */
    void load(float[] lowSource, int lowAt, float[] highSource, int highAt, float factor) {
        load(low, lows, lowSource, lowAt);
        load(high, highs, highSource, highAt);
        scale(low, lows, width == 1 ? factor : factor * IrreversibleWavelet.K);
        scale(high, highs, width == 1 ? factor * 0.5f : factor / IrreversibleWavelet.K);
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
        lift(low, lows, high, highs, odd, IrreversibleWavelet.STEPS[0]);
        lift(high, highs, low, lows, 1 - odd, IrreversibleWavelet.STEPS[1]);
        lift(low, lows, high, highs, odd, IrreversibleWavelet.STEPS[2]);
        lift(high, highs, low, lows, 1 - odd, IrreversibleWavelet.STEPS[3]);
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
        IrreversibleWavelet.liftAll(to, from, shifted, count, factor);
    }
}
