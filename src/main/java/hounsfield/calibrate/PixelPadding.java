package hounsfield.calibrate;

import hounsfield.codec.PixelLayout;
import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.standard.Tag;
import hounsfield.work.Diagnostics;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The range of values that are background, not measurements: Pixel Padding Value (0028,0120), with Pixel Padding Range
 * Limit (0028,0121) an interval.
 *
 * @param low lowest padding value, in calibrated units
 * @param high highest padding value, in calibrated units
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.7.5.html">PS3.3 C.7.5.1.1.2</a>
 */
public record PixelPadding(float low, float high) {
    /**
     * Checks the order.
     *
     * @param low lowest padding value
     * @param high highest padding value
     * @throws IllegalArgumentException if {@code low} is above {@code high}
     */
    public PixelPadding {
        if (!(low <= high)) throw new IllegalArgumentException("padding from " + low + " to " + high);
    }

    /**
     * Does the same as {@link #of(DataSet, PixelLayout, ModalityLut, Consumer)}, without reporting problems.
     *
     * @param dataSet the top level
     * @param layout defines whether stored values are signed
     * @param lut of the frame
     * @return the padding; empty if there is none
     */
    public static Optional<PixelPadding> of(DataSet dataSet, PixelLayout layout, ModalityLut lut) {
        return of(dataSet, layout, lut, new Diagnostics());
    }

    /**
     * Reads the padding of a frame.
     *
     * @param dataSet the top level, which contains the attributes
     * @param layout defines whether stored values are signed
     * @param lut of the frame, from stored to calibrated values
     * @param findings receives a sentence for each unreadable attribute
     * @return the padding; empty if there is none
     */
    public static Optional<PixelPadding> of(
            DataSet dataSet, PixelLayout layout, ModalityLut lut, Diagnostics findings) {
        double[] ends = ends(dataSet, layout, findings);
        if (ends.length == 0) return Optional.empty();
        float one = (float) lut.apply(ends[0]);
        float other = (float) lut.apply(ends[1]);
        return Float.isNaN(one) || Float.isNaN(other)
                ? Optional.empty()
                : Optional.of(new PixelPadding(Math.min(one, other), Math.max(one, other)));
    }

    /** Returns the ends of the interval as stored values; empty if there is no padding. */
    private static double[] ends(DataSet dataSet, PixelLayout layout, Diagnostics findings) {
        // Padding of NaN is common among floats, and is not padding here, because NaN is always excluded.
        OptionalAttributes ofFloats = new OptionalAttributes(dataSet);
        if (dataSet.contains(Tag.FLOAT_PIXEL_DATA)) {
            return ends(ofFloats, Tag.FLOAT_PIXEL_PADDING_VALUE, Tag.FLOAT_PIXEL_PADDING_RANGE_LIMIT);
        }
        if (dataSet.contains(Tag.DOUBLE_FLOAT_PIXEL_DATA)) {
            return ends(ofFloats, Tag.DOUBLE_FLOAT_PIXEL_PADDING_VALUE, Tag.DOUBLE_FLOAT_PIXEL_PADDING_RANGE_LIMIT);
        }
        OptionalAttributes attributes = new OptionalAttributes(dataSet, findings);
        double[] ends = ends(attributes, Tag.PIXEL_PADDING_VALUE, Tag.PIXEL_PADDING_RANGE_LIMIT);
        if (layout.bitsAllocated() > 16) return ends;
        // The VR is US or SS according to Pixel Representation, but writers and readers of implicit VR confuse them.
        // Only the bits are used.
        for (int i = 0; i < ends.length; i++) {
            int bits = (int) ends[i];
            ends[i] = layout.signed() ? (short) bits : bits & 0xFFFF;
        }
        return ends;
    }

    private static double[] ends(OptionalAttributes attributes, int valueTag, int limitTag) {
        OptionalDouble value = attributes.number(valueTag);
        if (value.isEmpty()) return new double[0];
        double limit = attributes.number(limitTag).orElse(value.getAsDouble());
        return new double[] {value.getAsDouble(), limit};
    }

    /**
     * Returns whether a value is padding.
     *
     * @param value a calibrated value
     * @return whether it is in the range
     */
    public boolean contains(float value) {
        return value >= low && value <= high;
    }
}
