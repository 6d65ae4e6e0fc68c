package hounsfield.mask;

import hounsfield.window.Window;
import java.io.Serializable;

/**
 * The settings of a mask that is made from a blurred window; fastai's {@code mask_from_blur}.
 *
 * @param window maps calibrated values to 0 (black) to 1 (white) before the blur
 * @param sigma of the blur, as a fraction of the width of the plane
 * @param threshold blurred values above it are inside the mask
 * @param withoutWhite whether values that are white in the window count as black: with a soft tissue window, bone and
 *     metal
 */
public record MaskSettings(Window window, double sigma, double threshold, boolean withoutWhite)
        implements Serializable {
    /** fastai's default for {@link #sigma}. */
    public static final double SIGMA = 0.3;
    /** fastai's default for {@link #threshold}. */
    public static final double THRESHOLD = 0.05;
    /** At 4 the blur extends from one edge to the other. */
    private static final double MOST_SIGMA = 4;

    /**
     * Checks the ranges.
     *
     * @param window any window
     * @param sigma above 0, at most 4
     * @param threshold at least 0, below 1
     * @param withoutWhite any
     * @throws IllegalArgumentException if a number is outside its range
     */
    public MaskSettings {
        if (!(sigma > 0 && sigma <= MOST_SIGMA)) {
            throw new IllegalArgumentException(
                    "sigma is a fraction of the width, above 0 and at most " + (int) MOST_SIGMA + ", not " + sigma);
        }
        if (!(threshold >= 0 && threshold < 1)) {
            throw new IllegalArgumentException("the threshold must be at least 0 and below 1, not " + threshold);
        }
    }

    /**
     * Returns fastai's defaults: {@link #SIGMA}, {@link #THRESHOLD}, without white.
     *
     * @param window any window
     * @return the settings
     */
    public static MaskSettings of(Window window) {
        return new MaskSettings(window, SIGMA, THRESHOLD, true);
    }
}
