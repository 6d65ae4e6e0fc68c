package hounsfield.parse;

import hounsfield.bytes.ByteReader;
import hounsfield.data.DataSet;
import hounsfield.standard.Dictionary;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.VR;
import java.io.IOException;
import java.util.List;

/**
 * The encoding of the elements of a Data Set (PS3.5 7.1).
 *
 * @param explicitVr whether elements contain their Value Representation
 * @param littleEndian byte order of their numbers
 */
record Encoding(boolean explicitVr, boolean littleEndian) {
    static final Encoding IMPLICIT_LITTLE_ENDIAN = new Encoding(false, true);
    static final Encoding EXPLICIT_LITTLE_ENDIAN = new Encoding(true, true);

    /** The last group with which a Data Set plausibly begins: identification. */
    private static final int LAST_FIRST_GROUP = 0x0008;

    static Encoding of(TransferSyntax syntax) {
        return new Encoding(syntax.explicitVr(), syntax.littleEndian());
    }

    /** Returns the transfer syntax for a file that does not declare one. */
    TransferSyntax nativeSyntax() {
        if (!explicitVr) return TransferSyntax.IMPLICIT_LITTLE_ENDIAN;
        return littleEndian ? TransferSyntax.EXPLICIT_LITTLE_ENDIAN : TransferSyntax.EXPLICIT_BIG_ENDIAN;
    }

    @Override
    public String toString() {
        return (explicitVr ? "Explicit" : "Implicit") + " VR " + (littleEndian ? "Little" : "Big") + " Endian";
    }

    /**
     * Detects the encoding of the Data Set at the reader's position from its first element. In some files it differs
     * from the transfer syntax, for example JPEG files with Implicit VR.
     *
     * @param declared used unless the bytes contradict it
     */
    static Encoding detect(ByteReader reader, Encoding declared) throws IOException {
        if (!reader.has(8)) return declared;
        boolean little = declared.littleEndian;
        reader.littleEndian(little);
        int group = reader.peekShort(0);
        int turned = Short.reverseBytes((short) group) & 0xFFFF;
        if (turned < group && turned <= LAST_FIRST_GROUP && turned != 0) little = !little;
        return new Encoding(detectExplicit(reader, little, declared.explicitVr), little);
    }

    /** Returns whether the element at the reader's position contains its VR; {@code expected} if that is undecidable. */
    static boolean detectExplicit(ByteReader reader, boolean littleEndian, boolean expected) throws IOException {
        if (!reader.has(8)) return expected;
        VR vr = VR.ofCode(reader.peekByte(4), reader.peekByte(5));
        if (expected) return vr != null || isLetter(reader.peekByte(4)) && isLetter(reader.peekByte(5));
        if (vr == null) return false;
        // The low half of a 32-bit length can look like letters; a match with the dictionary is not a coincidence.
        reader.littleEndian(littleEndian);
        return Dictionary.vrs(reader.peekTag(0)).contains(vr);
    }

    /**
     * Detects the encoding of a file without preamble and File Meta Information, or returns {@code null} if it does not
     * begin with a Data Element. Two elements are checked, and only groups that begin a Data Set are accepted, so that
     * other files are rejected.
     *
     * @param size of the file in bytes
     */
    static Encoding ofBareDataSet(ByteReader reader, long size) throws IOException {
        if (!reader.has(8)) return null;
        for (boolean little : new boolean[] {true, false}) {
            reader.littleEndian(little);
            int tag = reader.peekTag(0);
            int group = Tag.group(tag);
            if (group != 0x0002 && group != 0x0004 && group != 0x0008) continue;
            List<VR> vrs = Dictionary.vrs(tag);
            VR vr = VR.ofCode(reader.peekByte(4), reader.peekByte(5));
            boolean explicit = vr != null && (vrs.contains(vr) || vrs.isEmpty() || vr == VR.UN);
            if (!explicit && vrs.isEmpty()) continue;
            boolean longHeader = explicit && vr.longHeader();
            if (longHeader && !reader.has(12)) return null;
            long header = longHeader ? 12 : 8;
            long length = longHeader
                    ? Integer.toUnsignedLong(reader.peekInt(8))
                    : explicit ? reader.peekShort(6) : Integer.toUnsignedLong(reader.peekInt(4));
            boolean fits = header + length <= size || vrs.contains(VR.SQ) && length == 0xFFFFFFFFL;
            if (fits && isFollowedByElement(reader, group, header + length)) return new Encoding(explicit, little);
        }
        return null;
    }

    /** Returns whether the second element, if it is already in the buffer, is in the same group or a later one. */
    private static boolean isFollowedByElement(ByteReader reader, int group, long offset) throws IOException {
        if (offset > 1024 || !reader.has((int) offset + 8)) return true;
        int next = reader.peekShort((int) offset);
        return next >= group && next <= 0x7FE0;
    }

    /**
     * Returns whether the bytes at the reader's position look like an element and not like padding: in explicit VR by a
     * valid VR, in implicit VR by a registered tag or a private tag in a reserved block (PS3.5 7.8.1). A delimiter is
     * accepted.
     *
     * @param before the preceding elements of the same Data Set or Item
     */
    static boolean beginsElement(ByteReader reader, Encoding encoding, DataSet.Builder before) {
        int tag = reader.peekTag(0);
        int group = Tag.group(tag);
        if (group == 0xFFFE) return true;
        if (group < LAST_FIRST_GROUP || group == 0xFFFF) return false;
        if (encoding.explicitVr()) return VR.ofCode(reader.peekByte(4), reader.peekByte(5)) != null;
        if (!Dictionary.vrs(tag).isEmpty()) return true;
        return Tag.isPrivate(tag) && before.contains(Tag.of(group, Tag.element(tag) >>> 8));
    }

    static boolean isLetter(int code) {
        return code >= 'A' && code <= 'Z';
    }
}
