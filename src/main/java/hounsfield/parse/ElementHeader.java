package hounsfield.parse;

import hounsfield.bytes.ByteReader;
import hounsfield.standard.Dictionary;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Diagnostics;
import java.io.IOException;
import java.util.List;

/** Reads the headers of consecutive Data Elements and holds the last one (PS3.5 7.1.1 to 7.1.3). */
final class ElementHeader {
    private final ByteReader reader;
    private final Diagnostics diagnostics;

    private int tag;
    private VR vr;
    private long length;
    private Encoding encoding;

    ElementHeader(ByteReader reader, Diagnostics diagnostics) {
        this.reader = reader;
        this.diagnostics = diagnostics;
    }

    int tag() {
        return tag;
    }

    /** Returns the VR in the file, or that of the dictionary if the file has none or UN. */
    VR vr() {
        return vr;
    }

    /** Returns the length of the value, {@link Level#UNDEFINED} for FFFFFFFF. */
    long length() {
        return length;
    }

    /** Returns the encoding of the value; values of VR UN are Implicit VR Little Endian inside (PS3.5 6.2.2 note 2). */
    Encoding encoding() {
        return encoding;
    }

    /** Reads the header of an Item or delimiter, which has no VR in any encoding (PS3.5 7.5). */
    void readItem() throws IOException {
        tag = reader.readTag();
        length = reader.readUnsignedInt();
        if (length == 0xFFFFFFFFL) length = Level.UNDEFINED;
    }

    /**
     * Reads the header of an element.
     *
     * @throws MalformedDicomException if the file ends within it
     */
    void read(Level level) throws IOException {
        encoding = level.itemEncoding;
        if (!reader.has(8)) {
            throw new MalformedDicomException(
                    "the file ends within an element's header", Location.ofOffset(reader.position()));
        }
        tag = reader.peekTag(0);
        boolean isExplicit = encoding.explicitVr() ? isExplicitHere(level) : isExplicitAfterAll(level);
        if (isExplicit) readExplicit(level);
        else readImplicit(level);
        if (length == 0xFFFFFFFFL) length = Level.UNDEFINED;
        if (reader.position() > level.itemBound) {
            throw new MalformedDicomException(
                    "an Item or the file ends within an element's header", Location.ofTag(tag));
        }
    }

    /** Returns whether the element has a VR. Some explicit VR files contain elements without one. */
    private boolean isExplicitHere(Level level) {
        if (Encoding.isLetter(reader.peekByte(4)) && Encoding.isLetter(reader.peekByte(5))) return true;
        diagnostics.add(Tag.toString(tag) + " has no VR, though the Data Set is " + level.encoding);
        return false;
    }

    /** Returns whether an element of an implicit VR Data Set is invalid as implicit VR but valid as explicit VR. */
    private boolean isExplicitAfterAll(Level level) {
        VR written = VR.ofCode(reader.peekByte(4), reader.peekByte(5));
        if (written == null) return false;
        long implicitLength = Integer.toUnsignedLong(reader.peekInt(4));
        if (implicitLength <= level.itemBound - reader.position() - 8) return false;
        boolean fits = written.longHeader()
                ? reader.peekShort(6) == 0
                : reader.peekShort(6) <= level.itemBound - reader.position() - 8;
        if (fits) diagnostics.add(Tag.toString(tag) + " has a VR, though the Data Set is " + level.encoding);
        return fits;
    }

    private void readExplicit(Level level) throws IOException {
        VR written = VR.ofCode(reader.peekByte(4), reader.peekByte(5));
        boolean longHeader;
        if (written != null) {
            longHeader = written.longHeader();
        } else {
            // Future VRs have long headers (PS3.5 7.1.2), with zeros in place of the short length.
            longHeader = reader.peekShort(6) == 0;
            diagnostics.add(Tag.toString(tag) + " has a VR that is not known");
        }
        if (longHeader) {
            reader.skip(8);
            length = reader.readUnsignedInt();
        } else {
            length = reader.peekShort(6);
            reader.skip(8);
        }
        vr = written != null ? written : VR.UN;
        if (written == VR.UN) becomeImplicit(level);
    }

    private void readImplicit(Level level) {
        length = Integer.toUnsignedLong(reader.peekInt(4));
        long left = level.itemBound - reader.position() - 8;
        if (length > left && length != 0xFFFFFFFFL && encoding.explicitVr() && reader.peekShort(6) <= left) {
            // Blanks or zeros in place of the VR, followed by a short length.
            length = reader.peekShort(6);
        }
        reader.skip(8);
        vr = dictionaryVr(level);
    }

    /** Handles an element of VR UN, whose content is implicit VR whatever surrounds it. */
    private void becomeImplicit(Level level) {
        encoding = Encoding.IMPLICIT_LITTLE_ENDIAN;
        VR known = dictionaryVr(level);
        if (known != VR.SQ) {
            vr = known;
        } else if (length == 0xFFFFFFFFL || length == 0 || itemFollows()) {
            vr = VR.SQ;
        }
    }

    private boolean itemFollows() {
        try {
            if (!reader.has(8)) return false;
            boolean order = reader.littleEndian();
            reader.littleEndian(true);
            boolean follows = reader.peekTag(0) == Tag.ITEM;
            reader.littleEndian(order);
            return follows;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the VR in PS3.6 for an element without VR; alternatives are resolved by the rules of PS3.5 A.1. */
    private VR dictionaryVr(Level level) {
        List<VR> possible = Dictionary.vrs(tag);
        if (possible.isEmpty()) return VR.UN;
        if (possible.size() == 1) return possible.get(0);
        if (possible.contains(VR.OW)) return length == 0xFFFFFFFFL ? VR.OB : VR.OW;
        return level.isSigned() ? VR.SS : VR.US;
    }
}
