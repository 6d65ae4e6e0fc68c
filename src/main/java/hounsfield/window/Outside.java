package hounsfield.window;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The treatment of values outside a {@link ClosedRange}. */
public enum Outside {
    /** Unchanged, displayed as the nearest end of the range. */
    UNCHANGED,
    /** Replaced by the nearest end; padding and NaN are unchanged. */
    CLIP,
    /** Replaced by the end that is displayed black, including padding and NaN. */
    BLACK,
    /** Replaced by NaN, including padding. */
    NAN,
    /** Replaced by 0, including padding and NaN; values inside become 255. */
    MASK;

    /** {@return the name in menus and scripts, such as {@code clip}} */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return all labels, in the order of declaration} */
    public static List<String> names() {
        return Arrays.stream(values()).map(Outside::label).toList();
    }

    /**
     * Finds a constant by its label.
     *
     * @param name in any case
     * @return the constant
     * @throws IllegalArgumentException if the name is unknown; the message lists the valid ones
     */
    public static Outside byName(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        for (Outside outside : values()) {
            if (outside.label().equals(wanted)) return outside;
        }
        throw new IllegalArgumentException(
                "\"" + name + "\" for what is outside the range; there are " + String.join(", ", names()));
    }
}
