package hounsfield.parse;

import hounsfield.bytes.ByteReader;
import hounsfield.standard.Tag;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import java.io.IOException;

/** Detects the end of a Data Set, with or without padding. */
final class DataSetEnd {
    private DataSetEnd() {}

    /**
     * Returns whether no element follows.
     *
     * @param behindPixels whether Pixel Data has been passed, so that zeros can only be padding
     * @throws MalformedDicomException if fewer bytes than an element remain and they are not zeros
     */
    static boolean isAt(ByteReader reader, Level dataSet, boolean behindPixels) throws IOException {
        if (reader.has(8) && reader.position() + 8 <= dataSet.itemBound) {
            // Zero padding is not a valid element in any encoding.
            boolean zeros = reader.peekTag(0) == 0 && reader.peekInt(4) == 0;
            return zeros && (behindPixels || dataSet.item.contains(Tag.SOP_CLASS_UID));
        }
        for (int count = 7; count > 0; count--) {
            if (!reader.has(count)) continue;
            for (int i = 0; i < count; i++) {
                if (reader.peekByte(i) != 0) {
                    throw new MalformedDicomException(
                            "the file ends within an element's header", Location.ofOffset(reader.position()));
                }
            }
            break;
        }
        return true;
    }
}
