package hounsfield.dataset.table;

import hounsfield.calibrate.ModalityLut;
import hounsfield.calibrate.PixelPadding;
import hounsfield.codec.Samples;
import hounsfield.measure.Spread;
import hounsfield.measure.ValueRange;
import hounsfield.planes.StoredValueCounts;
import hounsfield.window.Window;

/**
 * Gathers statistics of frames. For samples of up to 16 bits, it counts how often each value occurs and then processes values instead
 * of pixels, which takes a single pass for any calibration, padding and window.
 */
final class PixelCounter {
    private final StoredValueCounts counts;
    private final Spread stored = new Spread();
    private final Spread calibrated = new Spread();
    private long inWindow;

    /** @param counts scratch memory of this thread */
    PixelCounter(StoredValueCounts counts) {
        this.counts = counts;
    }

    Spread stored() {
        return stored;
    }

    Spread calibrated() {
        return calibrated;
    }

    /** Returns the number of calibrated values strictly inside the window. */
    long inWindow() {
        return inWindow;
    }

    /** Adds the stored values of a frame. */
    void add(Samples samples) {
        add(samples, null, null, null);
    }

    /**
     * Adds the stored and calibrated values of a frame.
     *
     * @param padding {@code null} for none
     */
    void add(Samples samples, ModalityLut lut, PixelPadding padding, Window window) {
        if (samples instanceof Samples.Shorts shorts) {
            counts.count(shorts.values(), shorts.signed());
            addCounted(lut, padding, window);
        } else if (samples instanceof Samples.Bytes bytes) {
            counts.count(bytes.values(), bytes.signed());
            addCounted(lut, padding, window);
        } else {
            addEach(samples, lut, padding, window);
        }
    }

    private void addCounted(ModalityLut lut, PixelPadding padding, Window window) {
        double[] values = counts.values();
        long[] times = counts.counts();
        int length = counts.length();
        stored.add(values, times, length);
        if (lut == null) return;
        ValueRange inside = ValueRange.inside(window);
        int kept = 0;
        for (int i = 0; i < length; i++) {
            float value = (float) lut.apply(values[i]);
            if (!isCounted(value, padding)) continue;
            if (inside.contains(value)) inWindow += times[i];
            values[kept] = value;
            times[kept++] = times[i];
        }
        calibrated.add(values, times, kept);
    }

    private void addEach(Samples samples, ModalityLut lut, PixelPadding padding, Window window) {
        double[] values = new double[samples.length()];
        int kept = 0;
        for (int i = 0; i < values.length; i++) {
            double value = samples.valueAt(i);
            if (Double.isFinite(value)) values[kept++] = value;
        }
        stored.add(values, kept);
        if (lut == null) return;
        float[] all = new float[values.length];
        lut.apply(samples, all);
        ValueRange inside = ValueRange.inside(window);
        kept = 0;
        for (float value : all) {
            if (!isCounted(value, padding)) continue;
            if (inside.contains(value)) inWindow++;
            values[kept++] = value;
        }
        calibrated.add(values, kept);
    }

    private static boolean isCounted(float value, PixelPadding padding) {
        return Float.isFinite(value) && (padding == null || !padding.contains(value));
    }
}
