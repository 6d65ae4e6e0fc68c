package hounsfield.dataset;

import hounsfield.equalize.Equalization;
import hounsfield.planes.Planes;
import hounsfield.window.ClosedRange;
import hounsfield.window.Windowing;
import java.util.List;
import java.util.Optional;

/**
 * What networks that take colour pictures are fed: one channel for each of some windows, then, if wanted, one equalized by
 * frequency bins. fastai's {@code to_nchan}, of which {@code to_3chan} is the case of two windows and an equalization.
 *
 * @param windows what each makes black and white; may be empty if there is an equalization
 */
public record WindowChannels(List<ClosedRange> windows, Optional<Equalization> equalization) {
    public WindowChannels {
        windows = List.copyOf(windows);
        if (windows.isEmpty() && equalization.isEmpty()) {
            throw new IllegalArgumentException("no channels: neither a window nor an equalization");
        }
    }

    /** How many channels there are. */
    public int count() {
        return windows.size() + (equalization.isPresent() ? 1 : 0);
    }

    /**
     * The channels of one slice.
     *
     * @param slice calibrated values; only its first plane counts
     * @return {@link #count} new arrays of 0..1, the windows in their order and the equalization last; NaN stays NaN
     */
    public float[][] of(Planes slice) {
        float[] values = slice.values(0);
        float[][] channels = new float[count()][];
        for (int i = 0; i < windows.size(); i++) channels[i] = Windowing.apply(windows.get(i), values);
        if (equalization.isPresent()) {
            float[] equalized = new float[values.length];
            equalization.get().map(values, equalized);
            channels[windows.size()] = equalized;
        }
        return channels;
    }
}
