package hounsfield.deidentify.pixels;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.standard.Tag;
import java.util.Locale;

/**
 * A device and an image size. Its images show text at the same place. A part that is {@code *} matches all.
 *
 * @param manufacturer Manufacturer (0008,0070)
 * @param model Manufacturer's Model Name (0008,1090)
 * @param rows Rows, or {@code *}
 * @param columns Columns, or {@code *}
 */
public record Device(String manufacturer, String model, String rows, String columns) {
    /** Matches everything. */
    public static final String ANY = "*";

    /**
     * Returns the device and size of an image.
     *
     * @param image its Data Set
     * @return the device; absent attributes are empty
     */
    public static Device of(DataSet image) {
        OptionalAttributes attributes = new OptionalAttributes(image);
        return new Device(
                attributes.text(Tag.MANUFACTURER),
                attributes.text(Tag.MANUFACTURER_MODEL_NAME),
                attributes.text(Tag.ROWS),
                attributes.text(Tag.COLUMNS));
    }

    /**
     * Returns whether an image is of this device and size. Case and blanks at the ends are ignored.
     *
     * @param image device and size of the image
     * @return whether all four parts match
     */
    boolean matches(Device image) {
        return matches(manufacturer, image.manufacturer)
                && matches(model, image.model)
                && matches(rows, image.rows)
                && matches(columns, image.columns);
    }

    private static boolean matches(String pattern, String text) {
        return pattern.equals(ANY) || plain(pattern).equals(plain(text));
    }

    private static String plain(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }
}
