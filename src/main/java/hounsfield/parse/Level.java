package hounsfield.parse;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.data.SpecificCharacterSet;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sequence being read, with its current Item; the outermost level is the Data Set. */
final class Level {
    static final long UNDEFINED = -1;

    /** The surrounding level; {@code null} for the Data Set. */
    final Level parent;

    final int depth;
    /** Tag of the sequence, 0 for the Data Set. */
    final int tag;
    /** Encoding of elements, unless an Item proves otherwise. */
    final Encoding encoding;
    /** Offset of the first Item. */
    final long start;
    /** End of the sequence, or {@link #UNDEFINED} if it has a delimiter. */
    final long end;
    /** Whether the declared length exceeded the available bytes, so that {@link #end} is a guess. */
    final boolean clipped;
    /** Upper bound of the end of the sequence, with or without delimiter. */
    final long bound;

    private final List<DataSet> items = new ArrayList<>();
    /** The last Item without elements, shared, because a file may contain millions. */
    private DataSet emptyItem = DataSet.EMPTY;

    /** The open Item; {@code null} between Items. */
    DataSet.Builder item;

    Encoding itemEncoding;
    long itemEnd;
    long itemBound;
    private boolean itemClipped;

    private Level(Level parent, int tag, Encoding encoding, long start, long end, boolean clipped, long bound) {
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.tag = tag;
        this.encoding = encoding;
        this.start = start;
        this.end = end;
        this.clipped = clipped;
        this.bound = bound;
    }

    static Level dataSet(Encoding encoding, long bound) {
        Level level = new Level(null, 0, encoding, 0, UNDEFINED, false, bound);
        level.item = new DataSet.Builder(SpecificCharacterSet.DEFAULT);
        level.itemEncoding = encoding;
        level.itemEnd = UNDEFINED;
        level.itemBound = bound;
        return level;
    }

    /**
     * Opens a sequence.
     *
     * @param length limited to the available bytes, or {@link #UNDEFINED}
     * @param clipped whether the declared length was greater
     */
    static Level sequence(Level parent, int tag, Encoding encoding, long start, long length, boolean clipped) {
        long end = length == UNDEFINED ? UNDEFINED : start + length;
        return new Level(parent, tag, encoding, start, end, clipped, end == UNDEFINED ? parent.itemBound : end);
    }

    boolean isDataSet() {
        return parent == null;
    }

    /**
     * Opens an Item.
     *
     * @param length limited to the available bytes, or {@link #UNDEFINED}
     * @param itsClipped whether the declared length was greater
     */
    void openItem(Encoding itsEncoding, long start, long length, boolean itsClipped) {
        itemClipped = itsClipped;
        item = new DataSet.Builder(parent.item.characterSet());
        itemEncoding = itsEncoding;
        itemEnd = length == UNDEFINED ? UNDEFINED : start + length;
        itemBound = itemEnd == UNDEFINED ? bound : itemEnd;
    }

    void closeItem() {
        DataSet built = item.build();
        if (built.size() == 0) {
            if (built.characterSet() == emptyItem.characterSet()) built = emptyItem;
            else emptyItem = built;
        }
        items.add(built);
        item = null;
    }

    /** Returns whether the end of the open Item, or between Items that of the sequence, is known from its length. */
    boolean endIsKnown() {
        if (isDataSet()) return false;
        return item == null ? end != UNDEFINED && !clipped : itemEnd != UNDEFINED && !itemClipped;
    }

    /** Returns the end of the open Item, or between Items that of the sequence. */
    long knownEnd() {
        return item == null ? end : itemEnd;
    }

    /** Returns whether no Item has been read. */
    boolean isEmpty() {
        return items.isEmpty();
    }

    Element toElement() {
        return Element.sequence(tag, items);
    }

    /** Returns whether Pixel Representation, here or in a surrounding Data Set, is two's complement. */
    boolean isSigned() {
        for (Level level = this; level != null; level = level.parent) {
            Optional<Element> representation =
                    level.item == null ? Optional.empty() : level.item.find(Tag.PIXEL_REPRESENTATION);
            if (representation.isPresent()) {
                try {
                    byte[] bytes = representation.get().bytes();
                    return bytes.length > 0 && (bytes[0] | bytes[bytes.length - 1]) != 0;
                } catch (DicomException e) {
                    return false;
                }
            }
        }
        return false;
    }
}
