package hounsfield.parse;

import hounsfield.bytes.ByteReader;
import hounsfield.bytes.ByteSource;
import hounsfield.data.BulkData;
import hounsfield.data.Element;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Diagnostics;
import java.io.IOException;

/** Reads the element at the reader's position into its Item, or opens the sequence that begins there. */
final class ElementParser {
    /** More than the nesting in any real file. */
    static final int MAX_DEPTH = 1000;

    private final ByteReader reader;
    private final ByteSource home;
    private final Diagnostics diagnostics;
    private final ElementHeader header;
    private final ElementValue values;
    private final ElementBudget budget;
    private final DataSetContent content;

    ElementParser(
            ByteReader reader,
            ByteSource home,
            Diagnostics diagnostics,
            ElementHeader header,
            ElementValue values,
            ElementBudget budget,
            DataSetContent content) {
        this.reader = reader;
        this.home = home;
        this.diagnostics = diagnostics;
        this.header = header;
        this.values = values;
        this.budget = budget;
        this.content = content;
    }

    /** Reads an element, or opens a level if it is a sequence. */
    Level read(Level level) throws IOException {
        header.read(level);
        budget.take(reader.position());
        int tag = header.tag();
        try {
            if (header.length() == Level.UNDEFINED) return readUndefined(level);
            if (header.vr() == VR.SQ) return openSequence(level);
            values.checkLength(header.length(), level.itemBound);
            content.add(
                    level,
                    values.read(
                            tag, header.vr(), header.length(), header.encoding().littleEndian()));
        } catch (DicomException e) {
            throw e.at(Location.ofTag(tag));
        }
        if (tag == Tag.SPECIFIC_CHARACTER_SET) content.useCharacterSet(level.item);
        return level;
    }

    /** Reads a sequence or fragments of undefined length, which end with a delimiter. */
    private Level readUndefined(Level level) throws IOException {
        VR vr = header.vr();
        Encoding inside = vr == VR.UN ? Encoding.IMPLICIT_LITTLE_ENDIAN : header.encoding();
        boolean fragments = vr == VR.OB || vr == VR.OW;
        // Fragments are always little endian.
        reader.littleEndian(fragments ? level.itemEncoding.littleEndian() : inside.littleEndian());
        boolean items = reader.has(8) && Tag.group(reader.peekTag(0)) == 0xFFFE;
        if (!items && vr != VR.SQ && vr != VR.UN) {
            content.add(level, values.readToDelimiter(header.tag(), level.itemBound));
            return level;
        }
        if (fragments) {
            BulkData bulk = new BulkData(home, reader.position(), BulkData.UNDEFINED);
            values.skipFragments(header.tag(), level.itemBound);
            content.add(level, Element.bulk(header.tag(), vr, bulk, level.itemEncoding.littleEndian()));
            return level;
        }
        if (vr != VR.SQ && vr != VR.UN) {
            diagnostics.add(Tag.toString(header.tag()) + " has VR " + vr + ", but holds Items");
        }
        return open(level, header.tag(), inside, Level.UNDEFINED);
    }

    /** Opens a sequence. Some writers declare the length 0 although Items follow. */
    private Level openSequence(Level level) throws IOException {
        long length = header.length();
        if (length == 0 && level.itemBound - reader.position() >= 8 && reader.has(8)) {
            reader.littleEndian(header.encoding().littleEndian());
            if (reader.peekTag(0) == Tag.ITEM) {
                diagnostics.add(
                        Tag.toString(header.tag()) + " has the length 0, but Items follow; they are read as its Items");
                length = Level.UNDEFINED;
            }
        }
        return open(level, header.tag(), header.encoding(), length);
    }

    /**
     * Opens a sequence.
     *
     * @param tag {@link Tag#ITEM} for Items outside of any sequence
     */
    Level open(Level level, int tag, Encoding encoding, long length) throws MalformedDicomException {
        if (level.depth >= MAX_DEPTH) {
            throw new MalformedDicomException(
                    "sequences are nested more than " + MAX_DEPTH + " deep", Location.ofOffset(reader.position()));
        }
        long available = clip(length, level.itemBound, tag);
        return Level.sequence(level, tag, encoding, reader.position(), available, available != length);
    }

    /**
     * Limits the length of an Item or sequence to the bytes that remain. Files whose outer lengths are slightly too
     * long remain readable (DICOMDIR-nooffset of pydicom), because the inner elements have their own lengths.
     */
    long clip(long length, long bound, int tag) {
        long left = bound - reader.position();
        if (length <= left) return length;
        diagnostics.add("an Item or sequence " + Tag.toString(tag) + " declares more bytes than there are");
        return left;
    }
}
