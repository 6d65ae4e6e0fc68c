package hounsfield.imagej.memory;

import hounsfield.calibrate.PixelPadding;
import ij.ImagePlus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The padding of an image, stored in its {@link ImageRecord}. For an image that ImageJ's own DICOM reader opened,
 * padding comes from its header text, see {@link InfoValues}.
 */
public final class ImagePadding {
    private ImagePadding() {}

    /**
     * Stores the padding of each slice in an image and replaces what was stored before.
     *
     * @param image any image
     * @param slices each slice's padding in calibrated values, empty for none
     */
    public static void copyTo(ImagePlus image, List<Optional<PixelPadding>> slices) {
        ImageRecord record = ImageRecord.read(image);
        boolean same = slices.stream().distinct().count() < 2;
        List<Optional<PixelPadding>> paddings = same ? slices : ofTable(record.slices(), image, slices);
        record.with(record.values().withPaddings(paddings, image.getBitDepth())).writeTo(image);
    }

    /** Returns the padding of each slice in the table; without a table, the given padding. */
    private static List<Optional<PixelPadding>> ofTable(
            SliceTable table, ImagePlus image, List<Optional<PixelPadding>> slices) {
        int count = table.slices().size();
        if (count == 0) return slices;
        List<Optional<PixelPadding>> paddings = new ArrayList<>(Collections.nCopies(count, Optional.empty()));
        int[] indexes = table.indexes(image);
        for (int i = 0; i < indexes.length; i++) if (indexes[i] >= 0) paddings.set(indexes[i], slices.get(i));
        return paddings;
    }

    /**
     * Removes the stored padding from an image.
     *
     * @param image any image
     */
    public static void forget(ImagePlus image) {
        copyTo(image, List.of());
    }

    /**
     * Returns the padding of each slice.
     *
     * @param image any image
     * @return one entry per slice, in calibrated values; all empty if padding differs per slice and the slices are
     *     unknown
     */
    public static List<Optional<PixelPadding>> of(ImagePlus image) {
        ImageRecord record = ImageRecord.read(image);
        boolean foreign = record.values().origin() == ValueRecord.Origin.UNKNOWN;
        return foreign && record.values().paddings().isEmpty() ? ofHeader(image) : record.paddings(image);
    }

    /**
     * Returns a note for the user if the padding comes from the image that this image was made of, as after Reslice or
     * Z Project.
     *
     * @param image any image
     * @return a sentence; empty if the image has its own padding or none
     */
    public static Optional<String> finding(ImagePlus image) {
        String name = "\"" + image.getTitle() + "\"";
        if (RecordCodec.isPaddingLost(image)) {
            return Optional.of("the padding of " + name
                    + " is lost because it differed from slice to slice; padding pixels count as values");
        }
        ImageRecord record = ImageRecord.read(image);
        boolean derived = record.values().origin() == ValueRecord.Origin.DERIVED;
        if (!derived || record.paddings(image).stream().allMatch(Optional::isEmpty)) return Optional.empty();
        return Optional.of("the padding of " + name
                + " comes from the image it was made from; where padding was averaged or interpolated with other values, the"
                + " results count as values");
    }

    private static List<Optional<PixelPadding>> ofHeader(ImagePlus image) {
        int slices = image.getStackSize();
        if (InfoValues.of(image).isEmpty()) return Collections.nCopies(slices, Optional.empty());
        List<Optional<PixelPadding>> paddings = new ArrayList<>();
        for (int slice = 1; slice <= slices; slice++) {
            paddings.add(InfoValues.ofSlice(image, slice).flatMap(header -> header.padding(image.getBitDepth())));
        }
        return paddings;
    }
}
