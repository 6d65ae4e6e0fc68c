package hounsfield.imagej.memory;

import hounsfield.calibrate.ModalityTransform;
import hounsfield.calibrate.PixelPadding;
import hounsfield.standard.Tag;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.util.Tools;
import java.util.List;
import java.util.Optional;

/**
 * Unit, rescale and padding from the header text of an image that ImageJ's own DICOM reader opened. That reader rescales as
 * {@link #describes} checks, sets no unit and ignores padding. The text remains when values are changed later, so it is used
 * only if the values can still be those that ImageJ read.
 *
 * @param unit unit of the rescaled values, empty if the header names none
 * @param slope Rescale Slope, 1 if absent
 * @param intercept Rescale Intercept, 0 if absent
 * @param bits Bits Allocated
 * @param signed whether stored values are signed
 * @param padding Pixel Padding Value as a stored value; NaN for none
 * @param limit Pixel Padding Range Limit as a stored value; equal to {@code padding} if absent
 */
public record InfoValues(
        String unit, double slope, double intercept, int bits, boolean signed, double padding, double limit) {

    /** Elements that map stored values by other means than one slope and intercept; such headers are not evaluated. */
    private static final List<String> OTHER_WAYS = List.of("0028,3000", "3004,000E", "5200,9229", "5200,9230");

    private static final String REAL_WORLD_VALUE_MAPPING = "0040,9096";

    /**
     * Returns the header's values for an image that ImageJ's reader opened and whose values are unchanged.
     *
     * @return empty for an image of this plugin, which has a record of its values; for an image without a header; and for an
     *     image with other values
     */
    static Optional<InfoValues> of(ImagePlus image) {
        if (ImageRecord.read(image).values().origin() != ValueRecord.Origin.UNKNOWN) return Optional.empty();
        String seen = Header.infoOf(image, 1).orElse("");
        Optional<InfoValues> first = parse(seen);
        if (first.isEmpty() || !first.get().describes(image)) return Optional.empty();
        for (int slice = 2; slice <= image.getStackSize(); slice++) {
            String header = Header.infoOf(image, slice).orElse("");
            if (header.equals(seen)) continue;
            seen = header;
            Optional<InfoValues> other = parse(header);
            boolean same = other.isPresent() && other.get().unit.equals(first.get().unit);
            // ImageJ applies one calibration to all 16-bit slices, and rescales each 32-bit slice by its own header.
            if (!same || !other.get().describesDepth(image)) return Optional.empty();
        }
        return first;
    }

    /** Returns the values in the header of a slice, counted from 1. */
    static Optional<InfoValues> ofSlice(ImagePlus image, int slice) {
        return Header.infoOf(image, slice).flatMap(InfoValues::parse);
    }

    /** Parses a header text; empty if it does not define values by one slope and intercept. */
    static Optional<InfoValues> parse(String header) {
        if (OTHER_WAYS.stream().anyMatch(tag -> has(header, tag))) return Optional.empty();
        String slope = Header.value(header, Tag.RESCALE_SLOPE);
        String intercept = Header.value(header, Tag.RESCALE_INTERCEPT);
        double bits = Tools.parseDouble(Header.value(header, Tag.BITS_ALLOCATED), Double.NaN);
        double sign = Tools.parseDouble(Header.value(header, Tag.PIXEL_REPRESENTATION), 0);
        double line = Tools.parseDouble(slope, slope.isEmpty() ? 1 : Double.NaN);
        double offset = Tools.parseDouble(intercept, intercept.isEmpty() ? 0 : Double.NaN);
        if (Double.isNaN(bits) || !Double.isFinite(line) || line == 0 || !Double.isFinite(offset))
            return Optional.empty();
        boolean rescaled = !slope.isEmpty() || !intercept.isEmpty();
        if (!rescaled && has(header, REAL_WORLD_VALUE_MAPPING)) return Optional.empty();
        String unit = rescaled ? unit(header, !intercept.isEmpty()) : "";
        double padding = Tools.parseDouble(Header.value(header, Tag.PIXEL_PADDING_VALUE), Double.NaN);
        double limit = Tools.parseDouble(Header.value(header, Tag.PIXEL_PADDING_RANGE_LIMIT), padding);
        boolean signed = sign == 1;
        return Optional.of(
                new InfoValues(unit, line, offset, (int) bits, signed, stored(padding, signed), stored(limit, signed)));
    }

    /** Returns the unit by the rule of {@link ModalityTransform}. */
    private static String unit(String header, boolean hasIntercept) {
        String type = ModalityTransform.unitOf(Header.value(header, Tag.RESCALE_TYPE));
        if (!type.isEmpty()) return type;
        if (Header.value(header, Tag.MODALITY).equals("CT")) return hasIntercept ? ImageUnit.HU : "";
        return Header.value(header, Tag.UNITS);
    }

    private static boolean has(String header, String tag) {
        return header.lines().anyMatch(line -> line.startsWith(tag));
    }

    /** Converts a number to a stored value by its low 16 bits: ImageJ reads padding as unsigned in implicit VR. */
    private static double stored(double number, boolean signed) {
        if (Double.isNaN(number)) return number;
        int bits = (int) number;
        return signed ? (short) bits : bits & 0xFFFF;
    }

    /** Returns whether an image's values can be those that ImageJ's reader makes from this header. */
    private boolean describes(ImagePlus image) {
        return describesDepth(image) && (image.getBitDepth() != 32 || hasNegative(image));
    }

    private boolean describesDepth(ImagePlus image) {
        int depth = image.getBitDepth();
        if (depth == 32) return true;
        if (depth != bits || depth == 8 && signed) return false;
        Calibration calibration = image.getCalibration();
        double[] line = calibration.calibrated() ? calibration.getCoefficients() : new double[] {0, 1};
        boolean straight = !calibration.calibrated() || calibration.getFunction() == Calibration.STRAIGHT_LINE;
        double zero = signed ? 1 << 15 : 0;
        return straight
                && line != null
                && line.length >= 2
                && isNear(line[1], slope)
                && isNear(line[0], intercept - slope * zero);
    }

    private static boolean isNear(double one, double other) {
        return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));
    }

    /**
     * Returns whether a 32-bit image has a negative value. After a conversion to 8 or 16 bits and back it has none. Stops at
     * the first negative value.
     */
    private static boolean hasNegative(ImagePlus image) {
        ImageStack stack = image.getStack();
        for (int n = 1; n <= stack.size(); n++) {
            for (float value : (float[]) stack.getProcessor(n).getPixels()) if (value < 0) return true;
        }
        return false;
    }

    /** Returns the padding as image values. ImageJ multiplies and then adds as floats, which rounds twice. */
    Optional<PixelPadding> padding(int bitDepth) {
        if (Double.isNaN(padding)) return Optional.empty();
        float one = value(padding, bitDepth);
        float other = value(limit, bitDepth);
        return Optional.of(new PixelPadding(Math.min(one, other), Math.max(one, other)));
    }

    private float value(double stored, int bitDepth) {
        return bitDepth == 32 ? (float) ((float) (stored * slope) + intercept) : (float) (stored * slope + intercept);
    }
}
