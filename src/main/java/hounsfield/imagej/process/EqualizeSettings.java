package hounsfield.imagej.process;

import hounsfield.equalize.BinSettings;
import hounsfield.equalize.Equalization;
import hounsfield.imagej.pixels.MaskImage;
import java.util.Optional;

/**
 * What to equalize an image by.
 *
 * @param bins how many bins, and the values that all beyond count as
 * @param breaks the breaks between bins, in the image's unit, if they are given instead of found
 * @param mask what pixels the bins come from, besides an area selection
 * @param sliceBySlice whether each slice has bins of its own, instead of the whole stack's
 */
public record EqualizeSettings(
        BinSettings bins, Optional<float[]> breaks, Optional<MaskImage> mask, boolean sliceBySlice) {
    /** By the bins of all slices together. */
    public static EqualizeSettings of(int bins) {
        return new EqualizeSettings(BinSettings.of(bins), Optional.empty(), Optional.empty(), false);
    }

    public EqualizeSettings by(float[] givenBreaks) {
        return new EqualizeSettings(bins, Optional.of(givenBreaks), mask, sliceBySlice);
    }

    public EqualizeSettings within(MaskImage newMask) {
        return new EqualizeSettings(bins, breaks, Optional.of(newMask), sliceBySlice);
    }

    /** The map through the given breaks. */
    Optional<Equalization> given() {
        return breaks.map(each -> new Equalization(each, bins.limits()));
    }
}
