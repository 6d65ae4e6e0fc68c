package hounsfield.parse;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.data.SpecificCharacterSet;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sequence that is being read, with the Item that is being read in it; at the bottom the Data Set itself. */
final class Level {
    static final long UNDEFINED = -1;

    /** The level that holds this one, {@code null} for the Data Set. */
    final Level parent;

    final int depth;
    /** The sequence's tag, 0 for the Data Set. */
    final int tag;
    /** How elements are written here, unless an Item proves otherwise. */
    final Encoding encoding;
    /** Where the sequence's first Item begins. */
    final long start;
    /** Where the sequence ends, {@link #UNDEFINED} where a delimiter says so. */
    final long end;
    /** Whether the declared length was more than there can be, and {@link #end} is a guess. */
    final boolean clipped;
    /** No byte from here on belongs to the sequence, delimiter or not. */
    final long bound;

    private final List<DataSet> items = new ArrayList<>();
    /** The last Item without elements: a file may have millions, which are one. */
    private DataSet emptyItem = DataSet.EMPTY;

    /** The open Item, {@code null} between Items. */
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
     * @param length the sequence's length as far as it can be true, or {@link #UNDEFINED}
     * @param clipped whether it declares another one
     */
    static Level sequence(Level parent, int tag, Encoding encoding, long start, long length, boolean clipped) {
        long end = length == UNDEFINED ? UNDEFINED : start + length;
        return new Level(parent, tag, encoding, start, end, clipped, end == UNDEFINED ? parent.itemBound : end);
    }

    boolean isDataSet() {
        return parent == null;
    }

    /**
     * @param length the Item's length as far as it can be true, or {@link #UNDEFINED}
     * @param itsClipped whether it declares another one
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

    /** Whether the open Item, or between Items the sequence, says by its length where it ends. */
    boolean endIsKnown() {
        if (isDataSet()) return false;
        return item == null ? end != UNDEFINED && !clipped : itemEnd != UNDEFINED && !itemClipped;
    }

    /** Where that is. */
    long knownEnd() {
        return item == null ? end : itemEnd;
    }

    /** Whether no Item has been read. */
    boolean isEmpty() {
        return items.isEmpty();
    }

    Element toElement() {
        return Element.sequence(tag, items);
    }

    /** Whether Pixel Representation, here or in an enclosing Data Set, says two's complement. */
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
