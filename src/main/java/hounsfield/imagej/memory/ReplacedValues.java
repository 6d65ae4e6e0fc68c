package hounsfield.imagej.memory;

import ij.ImageListener;
import ij.ImagePlus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The meaning of values that were replaced. Edit &gt; Undo of ImageJ swaps the contents of two arrays and does not
 * restore properties, so a hash of the contents identifies the pixels to which values belong.
 */
public final class ReplacedValues {
    /** The name of the {@link History} object of an image, which ImageJ neither copies nor saves. */
    private static final String HISTORY = "hounsfield.values";

    /** Updates the properties, which other plugins may read, as soon as Undo has changed an image that has a window. */
    private static final ImageListener UPDATES = new ImageListener() {
        @Override
        public void imageOpened(ImagePlus image) {}

        @Override
        public void imageClosed(ImagePlus image) {}

        @Override
        public void imageUpdated(ImagePlus image) {
            syncAfterUndo(image);
        }
    };

    /**
     * The values that belong to some pixels.
     *
     * @param pixels a hash of the pixels
     */
    private record Hashed(int pixels, ValueRecord values) {}

    /** The state before and after the last replacement of pixels. */
    private record History(Hashed before, Hashed after) {}

    private ReplacedValues() {}

    /**
     * Replaces an image's pixels and the meaning of its values, and keeps the previous meaning for Undo.
     *
     * @param image the image to change
     * @param other the source of pixels and values
     * @param pixels replaces the image's pixels
     */
    public static void replace(ImagePlus image, ImagePlus other, Runnable pixels) {
        ImageRecord record = ImageRecord.read(image);
        Hashed before = new Hashed(hash(image), record.values());
        pixels.run();
        ValueRecord values = ImageRecord.read(other).values();
        image.setProperty(HISTORY, new History(before, new Hashed(hash(image), values)));
        record.with(values).writeTo(image);
        if (!ImagePlus.getListeners().contains(UPDATES)) ImagePlus.addImageListener(UPDATES);
    }

    /**
     * Stores the record that matches the pixels in the image's properties, for other plugins and for ImageJ, which
     * copies and saves properties.
     *
     * @param image any image
     */
    public static void syncAfterUndo(ImagePlus image) {
        if (hasHistory(image)) ImageRecord.read(image).writeTo(image);
    }

    /**
     * Returns an image's properties with the record that matches the pixels, without changing the image.
     *
     * @param image any image
     * @param properties names and values in turn, as ImageJ returns them; {@code null} for none
     * @return the properties
     */
    public static String[] synced(ImagePlus image, String[] properties) {
        return hasHistory(image) ? RecordCodec.with(ImageRecord.read(image), properties) : properties;
    }

    /** Returns the values that belong to the image's current pixels, if pixels were replaced before, and perhaps restored by Undo. */
    static Optional<ValueRecord> matching(ImagePlus image) {
        if (!(image.getProperty(HISTORY) instanceof History history)) return Optional.empty();
        int pixels = hash(image);
        return List.of(history.after, history.before).stream()
                .filter(hashed -> hashed.pixels == pixels)
                .map(Hashed::values)
                .findFirst();
    }

    private static boolean hasHistory(ImagePlus image) {
        return image.getProperty(HISTORY) instanceof History;
    }

    private static int hash(ImagePlus image) {
        Object pixels = image.getProcessor().getPixels();
        if (pixels instanceof byte[] bytes) return Arrays.hashCode(bytes);
        if (pixels instanceof short[] shorts) return Arrays.hashCode(shorts);
        return pixels instanceof float[] floats ? Arrays.hashCode(floats) : 0;
    }
}
