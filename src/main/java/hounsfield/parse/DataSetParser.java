package hounsfield.parse;

import hounsfield.bytes.ByteReader;
import hounsfield.bytes.ByteSource;
import hounsfield.data.BulkData;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.data.SpecificCharacterSet;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import hounsfield.standard.Tag;
import hounsfield.standard.UnsupportedDicomException;
import hounsfield.standard.VR;
import hounsfield.standard.Warnings;
import java.io.IOException;

/**
 * Reads one Data Set, sequences and all, up to where its caller wants it to stop. Nested Items are kept on a list of its
 * own, so that no file can exhaust the stack.
 */
final class DataSetParser {
    /** Deeper nesting than any real file has. */
    static final int MAX_DEPTH = 1000;

    /** Longer values stay in the file. */
    static final int LONGEST_KEPT_VALUE = 64 * 1024;

    /** Once so many bytes of values are kept, only short ones are. */
    private static final long MANY_KEPT_BYTES = 64L << 20;

    private static final int SHORT_VALUE = 1024;

    /** Once so many are, none is. */
    private static final long MOST_KEPT_BYTES =
            Math.max(MANY_KEPT_BYTES, Runtime.getRuntime().maxMemory() / 8);

    private static final byte[] NOTHING = {};

    /** What an element or an Item takes in memory, roughly, measured against a quarter of what Java may have. */
    private static final int BYTES_PER_ELEMENT = 128;

    /** When to stop: asked before each element that stands in no sequence. */
    interface Stop {
        boolean before(int tag, DataSet.Builder soFar, long position);
    }

    private final ByteReader reader;
    private final ByteSource home;
    private final Warnings warnings;
    private final ElementHeader header;
    private final long elementLimit = Math.max(1 << 20, Runtime.getRuntime().maxMemory() / 4 / BYTES_PER_ELEMENT);
    private long elements;
    private long keptBytes;

    /**
     * @param reader stands at the first element
     * @param home what values that stay in the file refer to: the reader's bytes, but not opened
     */
    DataSetParser(ByteReader reader, ByteSource home, Warnings warnings) {
        this.reader = reader;
        this.home = home;
        this.warnings = warnings;
        this.header = new ElementHeader(reader, warnings);
    }

    /**
     * Reads elements until {@code stop} says so or the bytes end.
     *
     * @param bound where they end at the latest
     */
    DataSet parse(Encoding encoding, long bound, Stop stop) throws IOException {
        Level dataSet = Level.dataSet(encoding, bound);
        Level level = dataSet;
        try {
            while (level != null) {
                reader.littleEndian(
                        level.itemEncoding == null || level.item == null
                                ? level.encoding.littleEndian()
                                : level.itemEncoding.littleEndian());
                if (level.item == null) level = betweenItems(level);
                else if (level.isDataSet()) level = inDataSet(level, stop);
                else level = inItem(level);
            }
        } catch (DicomException e) {
            int tag = level == null || level.isDataSet() ? Location.UNKNOWN : level.tag;
            throw e.at(new Location(home.name(), tag, Location.UNKNOWN, reader.position()));
        }
        return dataSet.item.build();
    }

    /** The next element of the Data Set itself, or {@code null} at its end. */
    private Level inDataSet(Level level, Stop stop) throws IOException {
        if (isEnd(level) || stop.before(reader.peekTag(0), level.item, reader.position())) return end(level);
        int tag = reader.peekTag(0);
        if (isPixelData(tag)) {
            addPixelData(level);
            return end(level);
        }
        if (Tag.group(tag) == 0xFFFE) {
            if (tag == Tag.ITEM) throw new MalformedDicomException("an Item outside any sequence", here());
            warnings.add("a delimiter closes nothing");
            header.readItem();
            return level;
        }
        return readElement(level);
    }

    private Level end(Level dataSet) {
        if (!dataSet.item.isAscending()) warnings.add("the elements are not in ascending order");
        return null;
    }

    private static boolean isPixelData(int tag) {
        return tag == Tag.PIXEL_DATA || tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA;
    }

    /** Keeps where the pixels are. Whether they are all there is for those to check who read them. */
    private void addPixelData(Level dataSet) throws IOException {
        header.read(dataSet);
        dataSet.item.add(Element.bulk(
                header.tag(),
                header.vr(),
                new BulkData(home, reader.position(), header.length()),
                header.encoding().littleEndian()));
    }

    /** Whether the Data Set's bytes end here, be it with some padding. */
    private boolean isEnd(Level level) throws IOException {
        if (reader.has(8) && reader.position() + 8 <= level.itemBound) {
            // Padding of zeros, which is no element of any encoding.
            return reader.peekTag(0) == 0 && reader.peekInt(4) == 0 && level.item.contains(Tag.SOP_CLASS_UID);
        }
        for (int count = 7; count > 0; count--) {
            if (!reader.has(count)) continue;
            for (int i = 0; i < count; i++) {
                if (reader.peekByte(i) != 0) {
                    throw new MalformedDicomException("the file ends within an element's header", here());
                }
            }
            break;
        }
        return true;
    }

    /** The next element of an open Item, or the Item's end. */
    private Level inItem(Level level) throws IOException {
        long position = reader.position();
        if (level.itemEnd == position) {
            level.closeItem();
            return level;
        }
        if (level.itemBound - position < 8 || !reader.has(8)) return endItemEarly(level);
        int tag = reader.peekTag(0);
        if (Tag.group(tag) != 0xFFFE) return readElement(level);
        return switch (tag) {
            case Tag.ITEM_DELIMITATION_ITEM -> {
                header.readItem();
                if (level.itemEnd != Level.UNDEFINED) reader.seek(level.itemEnd);
                level.closeItem();
                yield level;
            }
            case Tag.ITEM, Tag.SEQUENCE_DELIMITATION_ITEM -> {
                if (level.itemEnd != Level.UNDEFINED) {
                    throw new MalformedDicomException("an Item breaks off before its length is used up", here());
                }
                warnings.add("an Item of " + Tag.toString(level.tag) + " ends without its delimiter");
                level.closeItem();
                yield level;
            }
            default -> throw new MalformedDicomException("an element of group FFFE that is no delimiter", here());
        };
    }

    /** Fewer bytes are left in an Item than an element has. */
    private Level endItemEarly(Level level) throws MalformedDicomException {
        if (level.itemEnd == Level.UNDEFINED) {
            warnings.add("an Item of " + Tag.toString(level.tag) + " ends without its delimiter");
        } else if (level.itemEnd - reader.position() < 8) {
            warnings.add("an Item of " + Tag.toString(level.tag) + " has stray bytes at its end");
            reader.seek(level.itemEnd);
        } else {
            throw new MalformedDicomException("the file ends within an Item", here());
        }
        level.closeItem();
        return level;
    }

    /** Fewer bytes are left in a sequence than an Item has. */
    private Level endSequenceEarly(Level level) throws MalformedDicomException {
        if (level.end == Level.UNDEFINED) {
            warnings.add(Tag.toString(level.tag) + " ends without its delimiter");
        } else if (level.end - reader.position() < 8) {
            warnings.add(Tag.toString(level.tag) + " has stray bytes at its end");
            reader.seek(level.end);
        } else {
            throw new MalformedDicomException("the file ends within a sequence", here());
        }
        return close(level);
    }

    /** The next Item of a sequence, or the sequence's end. */
    private Level betweenItems(Level level) throws IOException {
        long position = reader.position();
        if (level.end == position) return close(level);
        if (level.bound - position < 8 || !reader.has(8)) return endSequenceEarly(level);
        int tag = reader.peekTag(0);
        switch (tag) {
            case Tag.ITEM -> {
                header.readItem();
                count();
                long length = clip(header.length(), level.bound, level.tag);
                Encoding encoding = new Encoding(
                        length == 0
                                ? level.encoding.explicitVr()
                                : Encoding.detectExplicit(
                                        reader, level.encoding.littleEndian(), level.encoding.explicitVr()),
                        level.encoding.littleEndian());
                level.openItem(encoding, reader.position(), length);
                return level;
            }
            case Tag.SEQUENCE_DELIMITATION_ITEM -> {
                header.readItem();
                if (level.end != Level.UNDEFINED) reader.seek(level.end);
                return close(level);
            }
            case Tag.ITEM_DELIMITATION_ITEM -> {
                // Left over behind an Item of defined length, or it belongs to the Item around a sequence without
                // delimiter.
                if (level.end == Level.UNDEFINED
                        && level.parent.itemEnd == Level.UNDEFINED
                        && !level.parent.isDataSet()) {
                    warnings.add(Tag.toString(level.tag) + " ends without its delimiter");
                    return close(level);
                }
                warnings.add("a delimiter closes nothing");
                header.readItem();
                return level;
            }
            default -> {
                if (level.end != Level.UNDEFINED) {
                    throw new MalformedDicomException(Tag.toString(tag) + " stands where an Item should begin", here());
                }
                warnings.add(Tag.toString(level.tag) + " ends without its delimiter");
                return close(level);
            }
        }
    }

    private static Level close(Level level) {
        level.parent.item.add(level.toElement());
        return level.parent;
    }

    /** Reads an element, or opens its level if it is a sequence. */
    private Level readElement(Level level) throws IOException {
        header.read(level);
        count();
        int tag = header.tag();
        try {
            if (header.length() == Level.UNDEFINED) return readUndefined(level);
            if (header.vr() == VR.SQ) return open(level, header.encoding());
            checkLength(header.length(), level.itemBound);
            level.item.add(readValue(tag));
        } catch (DicomException e) {
            throw e.at(Location.ofTag(tag));
        }
        if (tag == Tag.SPECIFIC_CHARACTER_SET) useCharacterSet(level.item);
        return level;
    }

    private Element readValue(int tag) throws IOException {
        VR vr = header.vr();
        int length = (int) Math.min(header.length(), Integer.MAX_VALUE);
        boolean little = header.encoding().littleEndian();
        if (length > longestKept() || tag == Tag.PIXEL_DATA) {
            BulkData bulk = new BulkData(home, reader.position(), header.length());
            reader.skip(header.length());
            return Element.bulk(tag, vr, bulk, little);
        }
        keptBytes += length;
        return Element.of(tag, vr, length == 0 ? NOTHING : reader.readBytes(length), little);
    }

    private int longestKept() {
        if (keptBytes > MOST_KEPT_BYTES) return 0;
        return keptBytes > MANY_KEPT_BYTES ? SHORT_VALUE : LONGEST_KEPT_VALUE;
    }

    /** A sequence whose end a delimiter tells, or fragments. */
    private Level readUndefined(Level level) throws IOException {
        VR vr = header.vr();
        if (vr == VR.OB || vr == VR.OW) {
            BulkData bulk = new BulkData(home, reader.position(), BulkData.UNDEFINED);
            skipFragments(level.itemBound);
            level.item.add(Element.bulk(header.tag(), vr, bulk, level.itemEncoding.littleEndian()));
            return level;
        }
        Encoding inside = vr == VR.UN ? Encoding.IMPLICIT_LITTLE_ENDIAN : header.encoding();
        if (vr != VR.SQ && vr != VR.UN) {
            reader.littleEndian(inside.littleEndian());
            if (!reader.has(8) || Tag.group(reader.peekTag(0)) != 0xFFFE) {
                throw new MalformedDicomException("has no defined length, and is no sequence", here());
            }
            warnings.add(Tag.toString(header.tag()) + " has VR " + vr + ", but holds Items");
        }
        return open(level, inside);
    }

    private Level open(Level level, Encoding encoding) throws MalformedDicomException {
        if (level.depth >= MAX_DEPTH) {
            throw new MalformedDicomException("sequences are nested more than " + MAX_DEPTH + " deep", here());
        }
        long length = clip(header.length(), level.itemBound, header.tag());
        return Level.sequence(level, header.tag(), encoding, reader.position(), length);
    }

    /**
     * The length of an Item or a sequence as far as it can be true. Files whose outer lengths are a little too long can be
     * read all the same (DICOMDIR-nooffset of pydicom), since the elements within have lengths of their own.
     */
    private long clip(long length, long bound, int tag) {
        long left = bound - reader.position();
        if (length <= left) return length;
        warnings.add("an Item or sequence " + Tag.toString(tag) + " declares more bytes than there are");
        return left;
    }

    /** Goes over fragments by their lengths (PS3.5 A.4). */
    private void skipFragments(long bound) throws IOException {
        int tag = header.tag();
        while (true) {
            if (!reader.has(8)) {
                if (reader.has(1))
                    throw new MalformedDicomException("the file ends within a fragment's header", here());
                warnings.add(Tag.toString(tag) + " ends without its delimiter");
                return;
            }
            int next = reader.peekTag(0);
            if (next != Tag.ITEM && next != Tag.SEQUENCE_DELIMITATION_ITEM) {
                throw new MalformedDicomException(Tag.toString(next) + " stands where a fragment should begin", here());
            }
            reader.skip(4);
            long length = reader.readUnsignedInt();
            if (next == Tag.SEQUENCE_DELIMITATION_ITEM) return;
            checkLength(length, bound);
            reader.skip(length);
        }
    }

    private void useCharacterSet(DataSet.Builder item) throws DicomException {
        SpecificCharacterSet own = SpecificCharacterSet.of(item.strings(Tag.SPECIFIC_CHARACTER_SET));
        if (!own.isKnown()) warnings.add("Specific Character Set (0008,0005) names a set that is not known here");
        item.characterSet(own);
    }

    private void checkLength(long length, long bound) throws MalformedDicomException {
        long left = bound - reader.position();
        if (length > left) {
            throw new MalformedDicomException(
                    "declares " + length + " bytes, " + Math.max(0, left) + " are there", here());
        }
    }

    /** Keeps a file of nothing but empty elements from filling the memory. */
    private void count() throws UnsupportedDicomException {
        if (++elements > elementLimit) {
            throw new UnsupportedDicomException(
                    "the header has more than " + elementLimit + " elements, more than memory allows", here());
        }
    }

    private Location here() {
        return Location.ofOffset(reader.position());
    }
}
