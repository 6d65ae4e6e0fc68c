package hounsfield.imagej.memory;

import ij.ImagePlus;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The damaged slices of an image: those that could not be decoded fully. The label of a damaged slice has a mark and the
 * reason, see {@link SliceLabel}; the {@link ImageRecord} lists the slices, also for images that have lost their labels.
 */
public final class ImageDamage {
    private ImageDamage() {}

    /**
     * Stores which of an image's slices are damaged.
     *
     * @param image any image with a record of its slices
     * @param isDamaged whether a slice, counted from 1, is damaged
     */
    public static void mark(ImagePlus image, IntPredicate isDamaged) {
        int[] found =
                IntStream.rangeClosed(1, image.getStackSize()).filter(isDamaged).toArray();
        // The indexes come from the labels, and a label has the text of a whole header.
        if (found.length == 0) return;
        ImageRecord record = ImageRecord.read(image);
        Set<Integer> damaged = new TreeSet<>(record.values().damaged());
        int[] indexes = record.slices().indexes(image);
        for (int n : found) if (n <= indexes.length && indexes[n - 1] >= 0) damaged.add(indexes[n - 1]);
        if (damaged.size() == record.values().damaged().size()) return;
        record.with(record.values().withDamaged(List.copyOf(damaged))).writeTo(image);
    }

    /**
     * Returns the damaged slices, from the slice labels and the record.
     *
     * @param image any image
     * @return slice numbers counted from 1, ascending
     */
    public static int[] of(ImagePlus image) {
        ImageRecord record = ImageRecord.read(image);
        List<Integer> damaged = record.values().damaged();
        int[] indexes = damaged.isEmpty() ? new int[0] : record.slices().indexes(image);
        return IntStream.rangeClosed(1, image.getStackSize())
                .filter(n -> indexes.length >= n && damaged.contains(indexes[n - 1]) || SliceLabel.isDamaged(image, n))
                .toArray();
    }
}
