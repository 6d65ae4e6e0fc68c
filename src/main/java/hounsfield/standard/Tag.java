package hounsfield.standard;

/**
 * Data Element tags as {@code int}s, with the group in the upper half. The names are the keywords of PS3.6. The class has
 * the tags that this code and its tests use; {@link Dictionary} has all.
 */
public final class Tag implements StudyTags, AcquisitionTags, PixelTags, RegionTags, IdentityTags {

    private Tag() {}

    /**
     * Combines group and element.
     *
     * @param group 0 to 0xFFFF
     * @param element 0 to 0xFFFF
     * @return the tag
     */
    public static int of(int group, int element) {
        return group << 16 | element & 0xFFFF;
    }

    /**
     * Returns the group of a tag.
     *
     * @param tag any tag
     * @return 0 to 0xFFFF
     */
    public static int group(int tag) {
        return tag >>> 16;
    }

    /**
     * Returns the element of a tag.
     *
     * @param tag any tag
     * @return 0 to 0xFFFF
     */
    public static int element(int tag) {
        return tag & 0xFFFF;
    }

    /**
     * {@return whether a tag is private: its group is odd, and a vendor defines the element (PS3.5 7.8)}
     *
     * @param tag any tag
     */
    public static boolean isPrivate(int tag) {
        return (tag & 0x00010000) != 0;
    }

    /**
     * Formats a tag as in the standard.
     *
     * @param tag any tag
     * @return {@code (GGGG,EEEE)} in hexadecimal
     */
    public static String toString(int tag) {
        char[] text = "(gggg,eeee)".toCharArray();
        for (int digit = 0; digit < 4; digit++) {
            text[1 + digit] = HEX[tag >>> 28 - 4 * digit & 0xF];
            text[6 + digit] = HEX[tag >>> 12 - 4 * digit & 0xF];
        }
        return new String(text);
    }

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
}
