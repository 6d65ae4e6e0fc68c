package hounsfield.imagej.memory;

import hounsfield.calibrate.PixelPadding;
import ij.ImagePlus;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What an image remembers: the origin and position of its slices and the meaning of its values. Immutable. {@link
 * RecordCodec} stores it in the image, so that Duplicate, Crop, substacks and TIFF files preserve it. Reading has no effect
 * on the image.
 *
 * @param values the meaning of the pixel values
 * @param slices the slices of the image as it was opened; empty for images of other programs
 * @param folder the folder of the slices' files; empty if there is none, as for computed images
 * @param depthKnown whether the slice distance is known; if not, ImageJ's voxel depth is just 1
 * @param curve the VOI LUT that the image is shown through, if its lookup table is one
 */
public record ImageRecord(
        ValueRecord values, SliceTable slices, String folder, boolean depthKnown, Optional<ShownCurve> curve) {
    /** The record of an image without one. */
    public static final ImageRecord NONE =
            new ImageRecord(ValueRecord.UNKNOWN, SliceTable.EMPTY, "", true, Optional.empty());

    /**
     * A lookup table that is the curve of a VOI LUT.
     *
     * @param inverted whether the image is inverted apart from the curve
     * @param lutHash a hash of the lookup table; with another lookup table, the image no longer shows the curve
     */
    public record ShownCurve(boolean inverted, int lutHash) {}

    /**
     * Reads the record of an image. After Undo, the values are those of the pixels that were restored.
     *
     * @param image any image
     * @return the record, {@link #NONE} if there is none
     */
    public static ImageRecord read(ImagePlus image) {
        ImageRecord stored = RecordCodec.read(image);
        return ReplacedValues.matching(image)
                .filter(values -> !values.equals(stored.values))
                .map(stored::with)
                .orElse(stored);
    }

    /**
     * Returns the number that represents the stored value 0.
     *
     * @param image an 8 or 16-bit image
     * @return the raw pixel value
     */
    public static int storedZero(ImagePlus image) {
        int zero = image.getBitDepth() == 16 ? read(image).values.zero() : 0;
        return zero == 0 && image.getCalibration().isSigned16Bit() ? 32768 : zero;
    }

    /**
     * Stores this record in an image and replaces what was stored before.
     *
     * @param image any image
     */
    public void writeTo(ImagePlus image) {
        RecordCodec.write(image, this);
    }

    /**
     * Copies the record to an image that shows the same slices, and marks its values as computed. The result has no files,
     * because its values are not theirs, and no padding.
     *
     * @param image the original
     * @param result receives the record
     * @param added names that were added to the slice names, one per channel; none if the names are the same
     */
    public static void copyPlaceTo(ImagePlus image, ImagePlus result, List<String> added) {
        ImageRecord record = read(image);
        ValueRecord computed =
                ValueRecord.UNKNOWN.with(ValueRecord.Origin.COMPUTED).withDamaged(record.values.damaged());
        new ImageRecord(computed, record.slices.adding(added), "", record.depthKnown, Optional.empty()).writeTo(result);
    }

    /**
     * Copies the meaning of the values, except padding, to an image with the same values, possibly at other positions.
     *
     * @param image the original
     * @param result receives the meaning
     */
    public static void copyValuesTo(ImagePlus image, ImagePlus result) {
        ImageRecord record = read(result);
        ValueRecord values = read(image).values;
        record.with(values.withPaddings(record.values.paddings(), result.getBitDepth()))
                .writeTo(result);
    }

    /**
     * Replaces the values.
     *
     * @param other the new meaning of the values
     * @return a new record
     */
    public ImageRecord with(ValueRecord other) {
        return new ImageRecord(other, slices, folder, depthKnown, curve);
    }

    /**
     * Replaces the slices and their folder.
     *
     * @param other the new slices
     * @param root the folder of their files
     * @return a new record
     */
    public ImageRecord with(SliceTable other, String root) {
        return new ImageRecord(values, other, root, depthKnown, curve);
    }

    /**
     * Replaces the curve.
     *
     * @param shown the curve; empty for none
     * @return a new record
     */
    public ImageRecord with(Optional<ShownCurve> shown) {
        return new ImageRecord(values, slices, folder, depthKnown, shown);
    }

    /**
     * Returns the padding of each slice of an image with this record.
     *
     * @param image the image
     * @return one entry per slice, in calibrated values; all empty if padding differs per slice and the slices were changed so
     *     that they are unknown, or if a conversion to fewer bits changed the values
     */
    List<Optional<PixelPadding>> paddings(ImagePlus image) {
        List<Optional<PixelPadding>> all = values.paddings();
        int count = image.getStackSize();
        if (image.getBitDepth() < values.bits() || all.isEmpty()) return Collections.nCopies(count, Optional.empty());
        if (all.size() == 1) return Collections.nCopies(count, all.get(0));
        return slices.map(image, all.size(), all::get, Optional.<PixelPadding>empty());
    }
}
