package hounsfield.imagej.memory;

import hounsfield.calibrate.PixelPadding;
import ij.ImagePlus;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The facts that are stored with an image: origin and position of its slices, and the meaning of its values. Immutable.
 * {@link RecordCodec} stores it in the image, so that Duplicate, Crop, substacks and TIFF files preserve it. Reading
 * has no effect on the image.
 *
 * @param values the meaning of the pixel values
 * @param slices the slices of the image as it was opened; empty for images of other programs
 * @param folder the folder of the slices' files, or the ZIP archive that has them; empty if there is none, as for computed
 *     images
 * @param depthKnown whether the slice distance is known; if not, ImageJ's voxel depth is just 1
 * @param area the part of the slices' pixels that the image shows; empty if unknown
 * @param curve the VOI LUT that the image is shown through, if its lookup table is one
 */
public record ImageRecord(
        ValueRecord values,
        SliceTable slices,
        String folder,
        boolean depthKnown,
        Optional<ShownArea> area,
        Optional<ShownCurve> curve) {
    /** The record of an image that has none stored. */
    public static final ImageRecord NONE =
            new ImageRecord(ValueRecord.UNKNOWN, SliceTable.EMPTY, "", true, Optional.empty(), Optional.empty());

    /**
     * A rectangle of the pixels of a slice as it was opened, divided into the pixels of an image.
     *
     * @param left the left edge, 0 for that of the slice [pixels of the slice]
     * @param top the upper edge, 0 for that of the slice [pixels of the slice]
     * @param width width of the rectangle [pixels of the slice]
     * @param height height of the rectangle [pixels of the slice]
     * @param columns columns of the image
     * @param rows rows of the image; an image of another size shows another area, which is unknown
     */
    public record ShownArea(double left, double top, double width, double height, int columns, int rows) {
        /**
         * Returns the whole area of an image.
         *
         * @param image an image whose pixels are those of its slices
         * @return its area
         */
        public static ShownArea whole(ImagePlus image) {
            int columns = image.getWidth();
            int rows = image.getHeight();
            return new ShownArea(0, 0, columns, rows, columns, rows);
        }

        boolean isOf(ImagePlus image) {
            return columns == image.getWidth() && rows == image.getHeight();
        }

        /** Returns a rectangle of this area, given in pixels of the image, with its own number of columns and rows. */
        ShownArea part(double x, double y, double across, double down, int newColumns, int newRows) {
            double step = width / columns;
            double stepDown = height / rows;
            return new ShownArea(
                    left + x * step, top + y * stepDown, across * step, down * stepDown, newColumns, newRows);
        }

        /** Returns the column of the slice, from 0, at a column of the image; whole numbers are centers of pixels. */
        double column(double x) {
            return left + (x + 0.5) * width / columns - 0.5;
        }

        /** Returns the row of the slice, from 0, at a row of the image; whole numbers are centers of pixels. */
        double row(double y) {
            return top + (y + 0.5) * height / rows - 0.5;
        }
    }

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
     * Copies the record to an image that shows the same slices, and marks its values as computed. The result has no
     * files, because its values are not theirs, and no padding.
     *
     * @param image the original
     * @param result receives the record
     * @param added names that were added to the slice names, one per channel; none if the names are the same
     */
    public static void copyPlaceTo(ImagePlus image, ImagePlus result, List<String> added) {
        ImageRecord record = read(image);
        ValueRecord computed =
                ValueRecord.UNKNOWN.with(ValueRecord.Origin.COMPUTED).withDamaged(record.values.damaged());
        new ImageRecord(computed, record.slices.adding(added), "", record.depthKnown, record.area, Optional.empty())
                .writeTo(result);
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
     * Stores in a copy that it shows a rectangle of the original. If the area of the original is unknown, that of the copy is unknown,
     * too.
     *
     * @param copy an image made from an image with this record
     * @param width columns of the original
     * @param height rows of the original
     * @param x left edge of the rectangle in the original [pixels]
     * @param y upper edge of the rectangle in the original [pixels]
     * @param across width of the rectangle [pixels of the original]
     * @param down height of the rectangle [pixels of the original]
     */
    public void writeAreaTo(ImagePlus copy, int width, int height, double x, double y, double across, double down) {
        ImageRecord record = read(copy);
        Optional<ShownArea> part = area.filter(each -> each.columns() == width && each.rows() == height)
                .map(each -> each.part(x, y, across, down, copy.getWidth(), copy.getHeight()));
        new ImageRecord(record.values, record.slices, record.folder, record.depthKnown, part, record.curve)
                .writeTo(copy);
    }

    /**
     * Replaces the values.
     *
     * @param other the new meaning of the values
     * @return a new record
     */
    public ImageRecord with(ValueRecord other) {
        return new ImageRecord(other, slices, folder, depthKnown, area, curve);
    }

    /**
     * Replaces the slices and their folder.
     *
     * @param other the new slices
     * @param root the folder of their files
     * @return a new record
     */
    public ImageRecord with(SliceTable other, String root) {
        return new ImageRecord(values, other, root, depthKnown, area, curve);
    }

    /**
     * Replaces the curve.
     *
     * @param shown the curve; empty for none
     * @return a new record
     */
    public ImageRecord with(Optional<ShownCurve> shown) {
        return new ImageRecord(values, slices, folder, depthKnown, area, shown);
    }

    /**
     * Returns the padding of each slice of an image with this record.
     *
     * @param image the image
     * @return one entry per slice, in calibrated values; all empty if padding differs per slice and the slices were
     *     changed so that they are unknown, or if a conversion to fewer bits changed the values
     */
    List<Optional<PixelPadding>> paddings(ImagePlus image) {
        List<Optional<PixelPadding>> all = values.paddings();
        int count = image.getStackSize();
        if (image.getBitDepth() < values.bits() || all.isEmpty()) return Collections.nCopies(count, Optional.empty());
        if (all.size() == 1) return Collections.nCopies(count, all.get(0));
        return slices.map(image, all.size(), all::get, Optional.<PixelPadding>empty());
    }
}
