package hounsfield.mask;

import hounsfield.window.Window;

/**
 * How a mask is made from a blurred window; fastai's {@code mask_from_blur}.
 *
 * @param window what is seen of the values, black to white as 0 to 1
 * @param sigma of the blur, as a part of the plane's width
 * @param threshold a blurred value above it is inside the mask
 * @param withoutWhite whether what is white in the window counts as black: with a soft tissue window, bone and metal
 */
public record MaskSettings(Window window, double sigma, double threshold, boolean withoutWhite) {
    public static final double SIGMA = 0.3;
    public static final double THRESHOLD = 0.05;
    /** At 4 the blur reaches from one edge to the other. */
    private static final double MOST_SIGMA = 4;

    public MaskSettings {
        if (!(sigma > 0 && sigma <= MOST_SIGMA)) {
            throw new IllegalArgumentException(
                    "sigma is a part of the width, above 0 and at most " + (int) MOST_SIGMA + ", not " + sigma);
        }
        if (!(threshold >= 0 && threshold < 1)) {
            throw new IllegalArgumentException("the threshold is at least 0 and below 1, not " + threshold);
        }
    }

    /** fastai's defaults. */
    public static MaskSettings of(Window window) {
        return new MaskSettings(window, SIGMA, THRESHOLD, true);
    }
}
