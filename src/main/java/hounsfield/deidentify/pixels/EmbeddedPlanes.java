package hounsfield.deidentify.pixels;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.standard.Tag;

/** Overlay planes in unused bits of Pixel Data (PS3.3 C.9.2, retired): those without Overlay Data. */
final class EmbeddedPlanes {
    private static final int FIRST_GROUP = 0x6000;
    private static final int LAST_GROUP = 0x60FF;

    private EmbeddedPlanes() {}

    static boolean areIn(DataSet dataSet) {
        for (Element element : dataSet.between(Tag.of(FIRST_GROUP, 0), Tag.of(LAST_GROUP, 0xFFFF))) {
            if (isOfOne(dataSet, element.tag())) return true;
        }
        return false;
    }

    /** Returns whether an element describes such a plane. */
    static boolean isOfOne(DataSet dataSet, int tag) {
        int group = Tag.group(tag);
        if (group < FIRST_GROUP || group > LAST_GROUP || Tag.isPrivate(tag)) return false;
        return !dataSet.contains(Tag.of(group, Tag.element(Tag.OVERLAY_DATA)));
    }
}
