package hounsfield.imagej.memory;

import hounsfield.calibrate.ValueSource;
import ij.ImageListener;
import ij.ImagePlus;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Image properties that describe an image's values: padding, whether they are stored values, their source, and whether they
 * still are the values of a file. The properties are text, so that Duplicate and TIFF files preserve them. When values are
 * replaced, the properties are replaced too, and Edit &gt; Undo restores both. ImageJ's Undo swaps the contents of two
 * arrays, so a hash of the contents identifies the pixels.
 */
public final class ValueProperties {
    /** The origin of changed or computed values; absent for values of a file and for images of other programs. */
    private static final String ORIGIN = "Pixel values";

    /** Values that differ from the file's but have the same unit. */
    private static final String CHANGED = "changed";

    /** Values without a unit: gray levels, fractions, masks. */
    private static final String COMPUTED = "computed";

    /** Set for stored values whose file has a rescale, since the file's windows apply to rescaled values. */
    private static final String STORED_VALUES = "DICOM stored values";

    /** The source of the values; absent for the default source and for images that are not from DICOM files. */
    private static final String SOURCE = "DICOM values";

    /** An image property: the 16-bit number that represents the stored value 0, if it is not 0. */
    public static final String STORED_ZERO = "DICOM stored zero";

    private static final List<String> KEYS =
            List.of(ImagePadding.KEY, ImageDamage.KEY, STORED_ZERO, STORED_VALUES, SOURCE, ORIGIN);

    /** The name of the {@link History} object of an image, which ImageJ neither copies nor saves. */
    private static final String HISTORY = "hounsfield.values";

    /** ImageJ reports Undo only for images with windows; for others {@link #get} detects it. */
    private static final ImageListener UPDATES = new ImageListener() {
        @Override
        public void imageOpened(ImagePlus image) {}

        @Override
        public void imageClosed(ImagePlus image) {}

        @Override
        public void imageUpdated(ImagePlus image) {
            settle(image);
        }
    };

    /**
     * The properties that belong to some pixels.
     *
     * @param pixels a hash of the pixels
     */
    private record Told(int pixels, Map<String, String> properties) {}

    /** The state before and after the last replacement of pixels. */
    private record History(Told before, Told after) {}

    private ValueProperties() {}

    /**
     * Returns a property of the image's current pixels.
     *
     * @param image any image
     * @param key the property's name
     * @return its value, {@code null} if absent
     */
    public static String get(ImagePlus image, String key) {
        settle(image);
        return image.getProp(key);
    }

    /**
     * Returns the number that represents the stored value 0.
     *
     * @param image an 8 or 16-bit image
     * @return the raw pixel value
     */
    public static int storedZero(ImagePlus image) {
        String zero = get(image, STORED_ZERO);
        if (image.getBitDepth() == 16 && zero != null && zero.matches("\\d{1,5}")) return Integer.parseInt(zero);
        return image.getCalibration().isSigned16Bit() ? 32768 : 0;
    }

    /**
     * Marks an image's values as stored values to which the file's rescale was not applied.
     *
     * @param image the image to mark
     */
    public static void markStored(ImagePlus image) {
        image.setProp(STORED_VALUES, "yes");
    }

    /**
     * Stores the source of an image's values.
     *
     * @param image the image to mark
     * @param source the source
     */
    public static void markSource(ImagePlus image, ValueSource source) {
        if (source != ValueSource.RESCALE) image.setProp(SOURCE, source.label());
    }

    /**
     * Returns the source of an image's values.
     *
     * @param image any image
     * @return the source, {@link ValueSource#RESCALE} if none is stored
     */
    public static ValueSource source(ImagePlus image) {
        String label = get(image, SOURCE);
        return label != null && ValueSource.labels().contains(label) ? ValueSource.byLabel(label) : ValueSource.RESCALE;
    }

    /**
     * Returns whether an image has stored values whose file has a rescale, so that the file's windows do not apply.
     *
     * @param image any image
     * @return whether the values are stored values
     */
    public static boolean areStored(ImagePlus image) {
        return get(image, STORED_VALUES) != null;
    }

    /**
     * Marks an image's values as computed, without a unit.
     *
     * @param image the image to mark
     */
    public static void markComputed(ImagePlus image) {
        image.setProp(ORIGIN, COMPUTED);
    }

    /**
     * Returns whether an image's values are computed and have no unit, so that neither file windows nor presets apply.
     *
     * @param image any image
     * @return whether the values are computed
     */
    public static boolean areComputed(ImagePlus image) {
        return COMPUTED.equals(get(image, ORIGIN));
    }

    /**
     * Marks an image's values as changed within their unit. Computed values stay computed.
     *
     * @param image the image to mark
     */
    public static void markChanged(ImagePlus image) {
        if (!areComputed(image)) image.setProp(ORIGIN, CHANGED);
    }

    /**
     * Returns whether an image's values are marked as changed or computed.
     *
     * @param image any image
     * @return whether the values differ from those of the files
     */
    public static boolean areNotOfFile(ImagePlus image) {
        return get(image, ORIGIN) != null;
    }

    /**
     * Copies value metadata, except padding, to an image with the same values, possibly at other positions.
     *
     * @param image the source
     * @param result receives the properties
     */
    public static void keep(ImagePlus image, ImagePlus result) {
        settle(image);
        for (String key : KEYS) if (!key.equals(ImagePadding.KEY)) result.setProp(key, image.getProp(key));
    }

    /**
     * Copies all value metadata, including padding, to an image that has received another image's values.
     *
     * @param image receives the properties
     * @param other the source
     */
    public static void take(ImagePlus image, ImagePlus other) {
        of(other).forEach(image::setProp);
    }

    /**
     * Replaces an image's pixels and value metadata, and remembers the previous metadata for Undo.
     *
     * @param image the image to change
     * @param other the source of pixels and metadata
     * @param pixels replaces the image's pixels
     */
    public static void replace(ImagePlus image, ImagePlus other, Runnable pixels) {
        settle(image);
        Told before = told(image);
        pixels.run();
        take(image, other);
        image.setProperty(HISTORY, new History(before, told(image)));
        if (!ImagePlus.getListeners().contains(UPDATES)) ImagePlus.addImageListener(UPDATES);
    }

    /**
     * Restores the metadata that matches the current pixels after Undo.
     *
     * @param image any image
     */
    public static void settle(ImagePlus image) {
        if (!(image.getProperty(HISTORY) instanceof History history)) return;
        int pixels = hash(image);
        for (Told told : List.of(history.before, history.after)) {
            if (told.pixels == pixels) told.properties.forEach(image::setProp);
        }
    }

    private static Told told(ImagePlus image) {
        return new Told(hash(image), of(image));
    }

    private static int hash(ImagePlus image) {
        Object pixels = image.getProcessor().getPixels();
        if (pixels instanceof byte[] bytes) return Arrays.hashCode(bytes);
        if (pixels instanceof short[] shorts) return Arrays.hashCode(shorts);
        return pixels instanceof float[] floats ? Arrays.hashCode(floats) : 0;
    }

    /** Returns the properties; {@code null} for absent ones. */
    private static Map<String, String> of(ImagePlus image) {
        Map<String, String> properties = new HashMap<>();
        for (String key : KEYS) properties.put(key, image.getProp(key));
        return properties;
    }
}
