package hounsfield.imagej.process;

import hounsfield.equalize.BinSettings;
import hounsfield.equalize.Equalization;
import hounsfield.imagej.pixels.MaskImage;
import java.util.Optional;

/**
 * The options of an equalization.
 *
 * @param bins the number of bins, and limits to which values beyond them are clamped
 * @param breaks given breaks between bins, in the image's unit; empty to compute them from the pixels
 * @param mask restricts the pixels that define the bins, in addition to an area selection
 * @param sliceBySlice whether each slice has its own bins instead of those of the whole stack
 */
public record EqualizeSettings(
        BinSettings bins, Optional<float[]> breaks, Optional<MaskImage> mask, boolean sliceBySlice) {
    /**
     * Returns settings with bins of all slices together.
     *
     * @param bins the number of bins
     * @return the settings
     */
    public static EqualizeSettings of(int bins) {
        return new EqualizeSettings(BinSettings.of(bins), Optional.empty(), Optional.empty(), false);
    }

    /**
     * Returns these settings with given breaks.
     *
     * @param givenBreaks the breaks between bins, in the image's unit
     * @return new settings
     */
    public EqualizeSettings by(float[] givenBreaks) {
        return new EqualizeSettings(bins, Optional.of(givenBreaks), mask, sliceBySlice);
    }

    /**
     * Returns these settings with a mask.
     *
     * @param newMask restricts the pixels that define the bins
     * @return new settings
     */
    public EqualizeSettings within(MaskImage newMask) {
        return new EqualizeSettings(bins, breaks, Optional.of(newMask), sliceBySlice);
    }

    /** Returns the equalization by the given breaks; empty without breaks. */
    Optional<Equalization> given() {
        return breaks.map(each -> new Equalization(each, bins.limits()));
    }
}
