package hounsfield.window;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What becomes of the values outside a {@link ClosedRange}. */
public enum Outside {
    /** They stay, and are shown as the nearest end of the range. */
    UNCHANGED,
    /** They become the nearest end; padding and NaN stay. */
    CLIP,
    /** They become the end that is shown black, and so do padding and NaN. */
    BLACK,
    /** They become NaN, and so does padding. */
    NAN,
    /** They become 0, padding and NaN too, and the values inside 255. */
    MASK;

    /** The name as menus and scripts have it: {@code clip}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names, in the order of declaration. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Outside::label).toList();
    }

    /** @throws IllegalArgumentException if there is none of this name; the message lists those there are */
    public static Outside byName(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        for (Outside outside : values()) {
            if (outside.label().equals(wanted)) return outside;
        }
        throw new IllegalArgumentException(
                "\"" + name + "\" for what is outside the range; there are " + String.join(", ", names()));
    }
}
