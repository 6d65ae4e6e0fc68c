package hounsfield.codec.jpeg2000;

import java.util.Arrays;

/**
 * The horizontal half of {@link ReversibleWavelet} for one row at a time. Low-pass and high-pass samples are separate during lifting and are
 * then interleaved.
 */
final class ReversibleRow {
    private final int width;
    /** 1 if the first sample of the row is a high-pass one, otherwise 0. */
    private final int odd;

    private final int lows;
    private final int highs;
    private final int[] low;
    private final int[] high;
    /** The second neighbor of each sample. */
    private final int[] shifted;

    ReversibleRow(int x0, int width) {
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
        ReversibleWavelet.liftLow(low, high, shifted, lows);
        shift(low, lows, 1 - odd);
        ReversibleWavelet.liftHigh(high, low, shifted, highs);
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
