package hounsfield.calibrate;

import hounsfield.codec.PixelLayout;
import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.standard.Tag;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * The values of a plane that are no measurement but fill its background: Pixel Padding Value (0028,0120), with Pixel
 * Padding Range Limit (0028,0121) an interval, in calibrated units, both ends included.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.7.5.html">PS3.3 C.7.5.1.1.2</a>
 */
public record PixelPadding(float low, float high) {
    public PixelPadding {
        if (!(low <= high)) throw new IllegalArgumentException("padding from " + low + " to " + high);
    }

    /** A frame's padding in calibrated units, as {@link #of(DataSet, PixelLayout, ModalityLut, Consumer)}. */
    public static Optional<PixelPadding> of(DataSet dataSet, PixelLayout layout, ModalityLut lut) {
        return of(dataSet, layout, lut, finding -> {});
    }

    /**
     * A frame's padding in calibrated units.
     *
     * @param dataSet the top level, where the padding stands
     * @param layout says whether stored values have a sign
     * @param lut the frame's way from stored values to calibrated ones
     * @param findings takes a sentence for each attribute that cannot be read
     * @return empty if the file names no padding
     */
    public static Optional<PixelPadding> of(
            DataSet dataSet, PixelLayout layout, ModalityLut lut, Consumer<String> findings) {
        double[] ends = ends(dataSet, layout, findings);
        if (ends.length == 0) return Optional.empty();
        float one = (float) lut.apply(ends[0]);
        float other = (float) lut.apply(ends[1]);
        return Float.isNaN(one) || Float.isNaN(other)
                ? Optional.empty()
                : Optional.of(new PixelPadding(Math.min(one, other), Math.max(one, other)));
    }

    /** The interval's ends as stored values, empty for none. */
    private static double[] ends(DataSet dataSet, PixelLayout layout, Consumer<String> findings) {
        // Padding that is NaN is as usual among floats as it is no padding here, where NaN never counts.
        OptionalAttributes ofFloats = new OptionalAttributes(dataSet, finding -> {});
        if (dataSet.contains(Tag.FLOAT_PIXEL_DATA)) {
            return ends(ofFloats, Tag.FLOAT_PIXEL_PADDING_VALUE, Tag.FLOAT_PIXEL_PADDING_RANGE_LIMIT);
        }
        if (dataSet.contains(Tag.DOUBLE_FLOAT_PIXEL_DATA)) {
            return ends(ofFloats, Tag.DOUBLE_FLOAT_PIXEL_PADDING_VALUE, Tag.DOUBLE_FLOAT_PIXEL_PADDING_RANGE_LIMIT);
        }
        OptionalAttributes attributes = new OptionalAttributes(dataSet, findings);
        double[] ends = ends(attributes, Tag.PIXEL_PADDING_VALUE, Tag.PIXEL_PADDING_RANGE_LIMIT);
        if (layout.bitsAllocated() > 16) return ends;
        // US or SS, by Pixel Representation; writers, and readers of implicit VR, mix them up. The bits are what
        // counts.
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

    /** Whether a calibrated value is padding. */
    public boolean contains(float value) {
        return value >= low && value <= high;
    }
}
