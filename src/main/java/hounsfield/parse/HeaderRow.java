package hounsfield.parse;

import hounsfield.standard.Tag;
import java.util.HexFormat;

/**
 * A row of a header: a Data Element, or the start of an Item.
 *
 * @param depth nesting level: 0 at the top of the Data Set, one more in each Item
 * @param tag the element's tag, {@link Tag#ITEM} for an Item
 * @param vr the Value Representation, empty for an Item
 * @param name the name in PS3.6
 * @param value the value as one line of text, or a description of a value that is not text
 * @param length the value's length in bytes, -1 if undefined or unknown
 */
public record HeaderRow(int depth, int tag, String vr, String name, String value, long length) {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** {@return the tag as ImageJ writes it, {@code GGGG,EEEE}} */
    public String tagText() {
        return HEX.toHexDigits((short) Tag.group(tag)) + "," + HEX.toHexDigits((short) Tag.element(tag));
    }

    /** {@return the length as text, empty if it is undefined} */
    public String lengthText() {
        return length < 0 ? "" : Long.toString(length);
    }
}
