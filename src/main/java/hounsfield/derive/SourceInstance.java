package hounsfield.derive;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.standard.Tag;
import java.util.OptionalInt;

/**
 * The instance that a frame was made from.
 *
 * @param header its Data Set; that of a header text if the file is gone
 * @param frame the frame in it, counted from 0; empty for a single-frame image, and if unknown
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

    /** Returns whether the source can be referred to. */
    boolean isIdentified() {
        return !text(Tag.SOP_CLASS_UID).isEmpty() && !text(Tag.SOP_INSTANCE_UID).isEmpty();
    }
}
