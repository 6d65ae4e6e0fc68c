package hounsfield.derive;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.standard.Tag;
import java.util.OptionalInt;

/**
 * The instance that a frame was made from.
 *
 * @param header its Data Set; if the file is missing, one made from the header text of the image
 * @param frame index of the frame, from 0; empty for a single-frame image or if it is unknown
 */
public record SourceInstance(DataSet header, OptionalInt frame) {
    /**
     * Returns the value of a text attribute.
     *
     * @param tag of the attribute
     * @return the value; empty if it is absent or cannot be read
     */
    public String text(int tag) {
        return new OptionalAttributes(header).text(tag);
    }

    /** Returns whether the source has the UIDs that a reference needs. */
    boolean isIdentified() {
        return !text(Tag.SOP_CLASS_UID).isEmpty() && !text(Tag.SOP_INSTANCE_UID).isEmpty();
    }
}
