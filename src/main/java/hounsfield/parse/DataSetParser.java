package hounsfield.parse;

import hounsfield.bytes.ByteReader;
import hounsfield.bytes.ByteSource;
import hounsfield.data.BulkData;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Diagnostics;
import java.io.IOException;

/**
 * Reads one Data Set including its sequences, until the caller stops it. Open Items are kept in a list instead of by
 * recursion, so that no file can exhaust the stack.
 *
 * <p>Pixel Data is skipped, and the elements after it are read like those before it. Damage after Pixel Data loses only
 * the elements there, because the image does not need them.
 */
final class DataSetParser {
    /** A condition to stop, evaluated before each element that is not in a sequence. */
    interface Stop {
        boolean before(int tag, DataSet.Builder soFar, long position);
    }

    /** Reads to the end. */
    static final Stop NEVER = (tag, soFar, position) -> false;

    private final ByteReader reader;
    private final ByteSource home;
    private final boolean sized;
    private final Diagnostics diagnostics;
    private final ElementHeader header;
    private final ElementValue values;
    private final ElementBudget budget = new ElementBudget();
    private final DataSetContent content;
    private final ElementParser elements;
    /** End of Pixel Data once it has been passed, or {@link Level#UNDEFINED}. */
    private long pixelsEnd = Level.UNDEFINED;

    /**
     * Creates a parser.
     *
     * @param reader positioned at the first element
     * @param home the same bytes, not opened, for values that remain in the file
     * @param sized whether the bytes end exactly at the bound passed to {@link #parse}, and allow random access
     */
    DataSetParser(ByteReader reader, ByteSource home, boolean sized, Diagnostics diagnostics) {
        this.reader = reader;
        this.home = home;
        this.sized = sized;
        this.diagnostics = diagnostics;
        this.header = new ElementHeader(reader, diagnostics);
        this.values = new ElementValue(reader, home, diagnostics);
        this.content = new DataSetContent(budget, diagnostics);
        this.elements = new ElementParser(reader, home, diagnostics, header, values, budget, content);
    }

    /**
     * Reads elements until {@code stop} returns true or the bytes end.
     *
     * @param bound an upper bound of the end of the bytes
     */
    DataSet parse(Encoding encoding, long bound, Stop stop) throws IOException {
        Level dataSet = Level.dataSet(encoding, bound);
        Level level = dataSet;
        while (level != null) {
            try {
                level = step(level, stop);
            } catch (DicomException e) {
                level = recover(level, e);
            }
        }
        return dataSet.item.build();
    }

    private Level step(Level level, Stop stop) throws IOException {
        reader.littleEndian(
                level.itemEncoding == null || level.item == null
                        ? level.encoding.littleEndian()
                        : level.itemEncoding.littleEndian());
        if (level.item == null) return betweenItems(level);
        return level.isDataSet() ? inDataSet(level, stop) : inItem(level);
    }

    /**
     * Continues after the innermost Item or sequence that contains the damage and whose length is known. Elements
     * already read are kept. Damage after Pixel Data never throws.
     */
    private Level recover(Level damaged, DicomException e) throws DicomException {
        int tag = damaged.isDataSet() ? Location.UNKNOWN : damaged.tag;
        DicomException placed = e.at(new Location(home.name(), tag, Location.UNKNOWN, reader.position()));
        String reason = placed.location().withoutFile().describe(e.problem());
        Level known = damaged;
        while (known != null && !known.endIsKnown()) known = known.parent;
        boolean harmless = e instanceof MalformedDicomException && damaged.depth < ElementParser.MAX_DEPTH;
        if (known != null && harmless) {
            diagnostics.add("the rest of an Item or sequence is damaged and left out: " + reason);
            reader.seek(known.knownEnd());
            return content.closeAll(damaged, known);
        }
        if (pixelsEnd == Level.UNDEFINED) throw placed;
        ignoreRest(reason);
        return null;
    }

    private void ignoreRest(String reason) {
        diagnostics.add("the elements after Pixel Data at byte " + pixelsEnd
                + " are damaged and left out from there on: " + reason);
    }

    /** Reads the next element of the Data Set itself; returns {@code null} at its end. */
    private Level inDataSet(Level level, Stop stop) throws IOException {
        if (DataSetEnd.isAt(reader, level, pixelsEnd != Level.UNDEFINED)
                || stop.before(reader.peekTag(0), level.item, reader.position())) return end(level);
        int tag = reader.peekTag(0);
        if (pixelsEnd == Level.UNDEFINED) {
            if (isPixelData(tag)) return passPixelData(level) ? level : end(level);
        } else if (!Encoding.beginsElement(reader, level.itemEncoding, level.item)) {
            ignoreRest(Location.ofOffset(reader.position()).describe("no Data Element begins here"));
            return end(level);
        }
        return Tag.group(tag) == 0xFFFE ? strayDelimiter(level, tag) : elements.read(level);
    }

    /** Reads and drops Items outside of any sequence, and skips delimiters that close nothing. */
    private Level strayDelimiter(Level level, int tag) throws IOException {
        if (tag == Tag.ITEM) {
            if (!level.isDataSet() && overruns(level)) {
                diagnostics.add("an Item of " + Tag.toString(level.tag) + " declares more bytes than it has");
                content.closeItem(level);
                return level;
            }
            diagnostics.add("Items are in no sequence; they are left out");
            return elements.open(level, Tag.ITEM, level.itemEncoding, Level.UNDEFINED);
        }
        diagnostics.add("a delimiter closes nothing");
        header.readItem();
        boolean known = tag == Tag.ITEM_DELIMITATION_ITEM || tag == Tag.SEQUENCE_DELIMITATION_ITEM;
        if (!known && header.length() != Level.UNDEFINED) {
            values.checkLength(header.length(), level.itemBound);
            reader.skip(header.length());
        }
        return level;
    }

    /** Returns whether the Item at the reader's position is too long for the surrounding Item, and so is the next Item. */
    private boolean overruns(Level level) {
        long length = Integer.toUnsignedLong(reader.peekInt(4));
        return length != 0xFFFFFFFFL && length > level.itemBound - reader.position() - 8;
    }

    private Level end(Level dataSet) {
        if (!dataSet.item.isAscending()) diagnostics.add("the elements are not in ascending order");
        return null;
    }

    static boolean isPixelData(int tag) {
        return tag == Tag.PIXEL_DATA || tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA;
    }

    /**
     * Records the position of the pixels and moves after them. Readers of the pixels check whether they are complete.
     *
     * @return whether the file continues after them
     */
    private boolean passPixelData(Level dataSet) throws IOException {
        header.read(dataSet);
        long start = reader.position();
        BulkData bulk = new BulkData(home, start, header.length());
        dataSet.item.add(
                Element.bulk(header.tag(), header.vr(), bulk, header.encoding().littleEndian()));
        long end = bulk.isEncapsulated()
                ? PixelDataEnd.find(reader, dataSet.itemBound, sized, dataSet.item)
                : start + header.length();
        if (end == PixelDataEnd.LAST || end >= dataSet.itemBound) return false;
        reader.seek(end);
        pixelsEnd = end;
        content.passPixelData();
        return true;
    }

    /** Reads the next element of an open Item, or ends the Item. */
    private Level inItem(Level level) throws IOException {
        long position = reader.position();
        if (level.itemEnd == position) {
            content.closeItem(level);
            return level;
        }
        if (level.itemBound - position < 8 || !reader.has(8)) return endItemEarly(level);
        int tag = reader.peekTag(0);
        if (Tag.group(tag) != 0xFFFE) return elements.read(level);
        return switch (tag) {
            case Tag.ITEM_DELIMITATION_ITEM -> {
                header.readItem();
                if (level.itemEnd != Level.UNDEFINED) reader.seek(level.itemEnd);
                content.closeItem(level);
                yield level;
            }
            case Tag.ITEM, Tag.SEQUENCE_DELIMITATION_ITEM -> {
                // The length of the Item takes precedence over a delimiter inside it.
                if (level.itemEnd != Level.UNDEFINED) yield strayDelimiter(level, tag);
                diagnostics.add("an Item of " + Tag.toString(level.tag) + " ends without its delimiter");
                content.closeItem(level);
                yield level;
            }
            default -> strayDelimiter(level, tag);
        };
    }

    /** Ends an Item in which fewer bytes remain than an element needs. */
    private Level endItemEarly(Level level) throws MalformedDicomException {
        if (level.itemEnd == Level.UNDEFINED) {
            diagnostics.add("an Item of " + Tag.toString(level.tag) + " ends without its delimiter");
        } else if (level.itemEnd - reader.position() < 8) {
            diagnostics.add("an Item of " + Tag.toString(level.tag) + " has stray bytes at its end");
            reader.seek(level.itemEnd);
        } else {
            throw new MalformedDicomException("the file ends within an Item", here());
        }
        content.closeItem(level);
        return level;
    }

    /** Ends a sequence in which fewer bytes remain than an Item needs. */
    private Level endSequenceEarly(Level level) throws IOException {
        if (level.end == Level.UNDEFINED) {
            diagnostics.add(Tag.toString(level.tag) + " ends without its delimiter");
        } else if (level.end - reader.position() < 8) {
            return endAtKnownEnd(level);
        } else {
            throw new MalformedDicomException("the file ends within a sequence", here());
        }
        return content.close(level);
    }

    /**
     * Handles content other than an Item in a sequence with known end. If no Item precedes, the dictionary or the file
     * wrongly declared bytes as a sequence. Otherwise the content is dropped, unless it is the next element after a
     * sequence whose declared length is too long.
     */
    private Level endAtKnownEnd(Level level) throws IOException {
        if (level.isEmpty() && !level.clipped) {
            diagnostics.add(
                    Tag.toString(level.tag) + " has the VR of a sequence, but holds no Items; it is kept as bytes");
            reader.seek(level.start);
            content.add(
                    level.parent,
                    values.read(level.tag, VR.UN, level.end - level.start, level.encoding.littleEndian()));
            return level.parent;
        }
        if (!level.isEmpty() && isNextElement(level)) {
            diagnostics.add(Tag.toString(level.tag) + " declares more bytes than its Items have");
        } else if (level.clipped && level.end - reader.position() >= 8) {
            throw new MalformedDicomException(
                    Tag.toString(reader.peekTag(0)) + " is found where an Item should begin", here());
        } else {
            diagnostics.add(Tag.toString(level.tag) + " has stray bytes at its end");
            reader.seek(level.end);
        }
        return content.close(level);
    }

    /** Returns whether the next bytes are an element of an Item. Elements of groups FFFE and FFFF are not (PS3.5 7.5, 7.8.1). */
    private boolean isNextElement(Level level) throws IOException {
        return level.end - reader.position() >= 8
                && Tag.group(reader.peekTag(0)) < 0xFFFE
                && Integer.compareUnsigned(reader.peekTag(0), level.tag) > 0
                && Encoding.beginsElement(reader, level.parent.itemEncoding, level.parent.item);
    }

    /** Reads the next Item of a sequence, or ends the sequence. */
    private Level betweenItems(Level level) throws IOException {
        long position = reader.position();
        if (level.end == position) return content.close(level);
        if (level.bound - position < 8 || !reader.has(8)) return endSequenceEarly(level);
        int tag = reader.peekTag(0);
        switch (tag) {
            case Tag.ITEM -> {
                header.readItem();
                budget.take(reader.position());
                long length = elements.clip(header.length(), level.bound, level.tag);
                Encoding encoding = new Encoding(
                        length == 0
                                ? level.encoding.explicitVr()
                                : Encoding.detectExplicit(
                                        reader, level.encoding.littleEndian(), level.encoding.explicitVr()),
                        level.encoding.littleEndian());
                level.openItem(encoding, reader.position(), length, length != header.length());
                return level;
            }
            case Tag.SEQUENCE_DELIMITATION_ITEM -> {
                header.readItem();
                if (level.end != Level.UNDEFINED) reader.seek(level.end);
                return content.close(level);
            }
            case Tag.ITEM_DELIMITATION_ITEM -> {
                // A leftover after an Item of defined length, or the end of the Item around a sequence without
                // delimiter.
                if (level.end == Level.UNDEFINED
                        && level.parent.itemEnd == Level.UNDEFINED
                        && !level.parent.isDataSet()) {
                    diagnostics.add(Tag.toString(level.tag) + " ends without its delimiter");
                    return content.close(level);
                }
                diagnostics.add("a delimiter closes nothing");
                header.readItem();
                return level;
            }
            default -> {
                if (level.end != Level.UNDEFINED) return endAtKnownEnd(level);
                diagnostics.add(Tag.toString(level.tag) + " ends without its delimiter");
                return content.close(level);
            }
        }
    }

    private Location here() {
        return Location.ofOffset(reader.position());
    }
}
