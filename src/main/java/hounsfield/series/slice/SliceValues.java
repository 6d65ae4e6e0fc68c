package hounsfield.series.slice;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.Tag;

/**
 * The attributes of a slice that give its stored values a meaning. Unreadable attributes count as absent; reading the
 * pixels reports them.
 *
 * @param slope Rescale Slope (0028,1053); NaN if absent
 * @param intercept Rescale Intercept (0028,1052); NaN if absent
 * @param windowCenter the first Window Center (0028,1050); NaN if absent
 * @param windowWidth the first Window Width (0028,1051); NaN if absent
 * @param kernel the first Convolution Kernel (0018,1210); may be empty
 * @param unit Units (0054,1001), otherwise Rescale Type (0028,1054); may be empty
 */
public record SliceValues(
        double slope, double intercept, double windowCenter, double windowWidth, String kernel, String unit) {

    /**
     * Reads the attributes of a frame.
     *
     * @param scan shares equal texts of many files
     */
    static SliceValues of(FunctionalGroups groups, int frame, ScannedFile.Scan scan) {
        OptionalAttributes rescale = quiet(groups.attributes(frame, Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE));
        OptionalAttributes window = quiet(groups.attributes(frame, Tag.FRAME_VOILUT_SEQUENCE));
        String unit = quiet(groups.dataSet()).text(Tag.UNITS);
        return new SliceValues(
                rescale.number(Tag.RESCALE_SLOPE).orElse(Double.NaN),
                rescale.number(Tag.RESCALE_INTERCEPT).orElse(Double.NaN),
                window.number(Tag.WINDOW_CENTER).orElse(Double.NaN),
                window.number(Tag.WINDOW_WIDTH).orElse(Double.NaN),
                scan.one(quiet(groups.attributes(frame, Tag.CT_RECONSTRUCTION_SEQUENCE))
                        .text(Tag.CONVOLUTION_KERNEL)),
                scan.one(unit.isEmpty() ? rescale.text(Tag.RESCALE_TYPE) : unit));
    }

    private static OptionalAttributes quiet(DataSet dataSet) {
        return new OptionalAttributes(dataSet);
    }

    /** {@return whether the slice has a window} */
    public boolean hasWindow() {
        return !Double.isNaN(windowCenter) && !Double.isNaN(windowWidth);
    }

    /** {@return whether the slice has a rescale} */
    public boolean hasRescale() {
        return !Double.isNaN(slope) && !Double.isNaN(intercept);
    }
}
