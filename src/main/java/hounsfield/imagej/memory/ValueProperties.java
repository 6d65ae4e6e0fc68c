package hounsfield.imagej.memory;

import hounsfield.calibrate.ValueSource;
import ij.ImageListener;
import ij.ImagePlus;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an image's properties tell of its values: which are padding, whether they are stored ones, and how they came about if
 * they are no file's any more. The properties are text, so that they last through Duplicate and a TIFF file; where values
 * are replaced they go with the pixels, so that Edit &gt; Undo brings them back, and takes them away when it is done again.
 * ImageJ's Undo swaps the contents of two arrays, so pixels are known by what they are.
 */
public final class ValueProperties {
    /** How values came about; absent for those of a file, and for all that is not ours. */
    private static final String ORIGIN = "Pixel values";

    /** In the unit that they had, but no longer those of the file. */
    private static final String CHANGED = "changed";

    /** In no unit: greys, parts of 1, masks. */
    private static final String COMPUTED = "computed";

    /** There for pixels that a rescale was not applied to, which windows are for. */
    private static final String STORED_VALUES = "DICOM stored values";

    /** What values come from; absent for the default source, and for images that are not from DICOM files. */
    private static final String SOURCE = "DICOM values";

    /** An image property: the 16-bit number that stands for the stored value 0, where it is not 0. */
    public static final String STORED_ZERO = "DICOM stored zero";

    private static final List<String> KEYS =
            List.of(ImagePadding.KEY, ImageDamage.KEY, STORED_ZERO, STORED_VALUES, SOURCE, ORIGIN);

    /** The name of what an image remembers of its pixels; no text, so neither copied nor saved. */
    private static final String HISTORY = "hounsfield.values";

    /** ImageJ tells of Undo where images have windows; without, {@link #get} finds out. */
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

    /** The properties of some pixels, for which a hash stands. */
    private record Told(int pixels, Map<String, String> properties) {}

    /** The pixels before and after the last replacement. */
    private record History(Told before, Told after) {}

    private ValueProperties() {}

    /** A property of the pixels that the image has now. */
    public static String get(ImagePlus image, String key) {
        settle(image);
        return image.getProp(key);
    }

    /** Which of an 8 or 16-bit image's numbers stands for the stored value 0. */
    public static int storedZero(ImagePlus image) {
        String zero = get(image, STORED_ZERO);
        if (image.getBitDepth() == 16 && zero != null && zero.matches("\\d{1,5}")) return Integer.parseInt(zero);
        return image.getCalibration().isSigned16Bit() ? 32768 : 0;
    }

    /** Tells that a rescale was not applied to an image's values. */
    public static void markStored(ImagePlus image) {
        image.setProp(STORED_VALUES, "yes");
    }

    /** Keeps with an image what its values come from. */
    public static void markSource(ImagePlus image, ValueSource source) {
        if (source != ValueSource.RESCALE) image.setProp(SOURCE, source.label());
    }

    /** What an image's values come from, as far as it knows. */
    public static ValueSource source(ImagePlus image) {
        String label = get(image, SOURCE);
        return label != null && ValueSource.labels().contains(label) ? ValueSource.byLabel(label) : ValueSource.RESCALE;
    }

    /** Whether an image has stored values that the file has a rescale for, so that the file's windows are for others. */
    public static boolean areStored(ImagePlus image) {
        return get(image, STORED_VALUES) != null;
    }

    /** Tells that an image's values are in no unit, but made from values that may have been. */
    public static void markComputed(ImagePlus image) {
        image.setProp(ORIGIN, COMPUTED);
    }

    /** Whether an image's values are in no unit, so that neither windows of a file nor presets are for them. */
    public static boolean areComputed(ImagePlus image) {
        return COMPUTED.equals(get(image, ORIGIN));
    }

    /** Tells that some of an image's values were changed, in their unit; computed ones stay computed. */
    public static void markChanged(ImagePlus image) {
        if (!areComputed(image)) image.setProp(ORIGIN, CHANGED);
    }

    /** Whether an image's values are no longer those of its files, as far as it knows. */
    public static boolean areNotOfFile(ImagePlus image) {
        return get(image, ORIGIN) != null;
    }

    /** Tells of an image whose values are another's, perhaps at other places, what the other's properties tell; not its padding. */
    public static void keep(ImagePlus image, ImagePlus result) {
        settle(image);
        for (String key : KEYS) if (!key.equals(ImagePadding.KEY)) result.setProp(key, image.getProp(key));
    }

    /** Tells of an image that has another's values in its own's place all that the other's properties tell. */
    public static void take(ImagePlus image, ImagePlus other) {
        of(other).forEach(image::setProp);
    }

    /**
     * Puts another's values in an image's place, and remembers what was told of the image's own.
     *
     * @param pixels changes the image's pixels for the other's
     */
    public static void replace(ImagePlus image, ImagePlus other, Runnable pixels) {
        settle(image);
        Told before = told(image);
        pixels.run();
        take(image, other);
        image.setProperty(HISTORY, new History(before, told(image)));
        if (!ImagePlus.getListeners().contains(UPDATES)) ImagePlus.addImageListener(UPDATES);
    }

    /** Has the properties be those of the pixels that are there: others, after Undo. */
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

    /** {@code null} for what is not told. */
    private static Map<String, String> of(ImagePlus image) {
        Map<String, String> properties = new HashMap<>();
        for (String key : KEYS) properties.put(key, image.getProp(key));
        return properties;
    }
}
