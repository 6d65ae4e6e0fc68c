package hounsfield.dataset.picture;

import hounsfield.equalize.Equalization;
import hounsfield.planes.Planes;
import hounsfield.window.ClosedRange;
import hounsfield.window.Windowing;
import java.util.List;
import java.util.Optional;

/**
 * Input channels for neural networks: one for each window, then optionally one equalized by frequency bins. This is
 * fastai's {@code to_nchan}; its {@code to_3chan} is the case of two windows and an equalization.
 *
 * @param windows ranges from black to white; may be empty if there is an equalization
 * @param equalization of the last channel, if any
 */
public record WindowChannels(List<ClosedRange> windows, Optional<Equalization> equalization) {
    /**
     * Checks that there is a channel.
     *
     * @param windows ranges from black to white
     * @param equalization of the last channel
     * @throws IllegalArgumentException if there are no channels
     */
    public WindowChannels {
        windows = List.copyOf(windows);
        if (windows.isEmpty() && equalization.isEmpty()) {
            throw new IllegalArgumentException("no channels: neither a window nor an equalization");
        }
    }

    /** {@return number of channels} */
    public int count() {
        return windows.size() + (equalization.isPresent() ? 1 : 0);
    }

    /**
     * Computes the channels of one slice.
     *
     * @param slice calibrated values; only the first plane is used
     * @return {@link #count} new arrays of 0..1, the windows in order and the equalization last; NaN is unchanged
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
