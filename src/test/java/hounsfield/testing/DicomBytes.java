package hounsfield.testing;

import hounsfield.standard.Tag;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.Deflater;

/**
 * Writes DICOM bytes for fixtures, one readable call an element, straight from PS3.5 section 7 and PS3.10 section 7. It shares nothing
 * with the parser, and also writes invalid data.
 *
 * <pre>{@code
 * byte[] file = DicomBytes.file("1.2.840.10008.1.2.1")
 *         .text(Tag.MODALITY, "CS", "CT")
 *         .us(Tag.ROWS, 2)
 *         .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, DicomBytes.explicitLittleEndian().text(Tag.REFERENCED_SOP_CLASS_UID, "UI", "1.2.3"))
 *         .bytes(Tag.PIXEL_DATA, "OW", new byte[8])
 *         .toBytes();
 * }</pre>
 */
public final class DicomBytes {
    public static final String IMPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2";
    public static final String EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";
    public static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    public static final String EXPLICIT_BIG_ENDIAN = "1.2.840.10008.1.2.2";

    private static final int UNDEFINED = 0xFFFFFFFF;

    /** VRs with two reserved bytes and a 32-bit length (PS3.5 7.1.2). */
    private static final Set<String> LONG_HEADERS =
            Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final boolean explicit;
    private final ByteOrder order;

    private DicomBytes(boolean explicit, ByteOrder order) {
        this.explicit = explicit;
        this.order = order;
    }

    /** A bare Data Set or Item. */
    public static DicomBytes explicitLittleEndian() {
        return new DicomBytes(true, ByteOrder.LITTLE_ENDIAN);
    }

    /** A bare Data Set or Item; the VRs named in calls are not written. */
    public static DicomBytes implicitLittleEndian() {
        return new DicomBytes(false, ByteOrder.LITTLE_ENDIAN);
    }

    /** A bare Data Set or Item. */
    public static DicomBytes explicitBigEndian() {
        return new DicomBytes(true, ByteOrder.BIG_ENDIAN);
    }

    /** A file with preamble and File Meta Information; the Data Set follows in the encoding of the transfer syntax. */
    public static DicomBytes file(String transferSyntax) {
        DicomBytes file = bare(transferSyntax);
        file.raw(preamble()).raw(meta(transferSyntax));
        return file;
    }

    /** A Data Set in the encoding of a transfer syntax, nothing before it. */
    public static DicomBytes bare(String transferSyntax) {
        return switch (transferSyntax) {
            case IMPLICIT_LITTLE_ENDIAN -> implicitLittleEndian();
            case EXPLICIT_BIG_ENDIAN -> explicitBigEndian();
            default -> explicitLittleEndian();
        };
    }

    /** 128 zeros and {@code DICM}. */
    public static byte[] preamble() {
        byte[] bytes = new byte[132];
        System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, bytes, 128, 4);
        return bytes;
    }

    /** Group 0002 in explicit little endian, with its group length. */
    public static byte[] meta(String transferSyntax) {
        byte[] group = explicitLittleEndian()
                .bytes(Tag.FILE_META_INFORMATION_VERSION, "OB", new byte[] {0, 1})
                .text(Tag.MEDIA_STORAGE_SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.7")
                .text(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, "UI", "1.2.3.4")
                .text(Tag.TRANSFER_SYNTAX_UID, "UI", transferSyntax)
                .text(Tag.IMPLEMENTATION_CLASS_UID, "UI", "1.2.3.4.5")
                .toBytes();
        return explicitLittleEndian()
                .ul(Tag.FILE_META_INFORMATION_GROUP_LENGTH, group.length)
                .raw(group)
                .toBytes();
    }

    /** A file whose Data Set is deflated (PS3.5 A.5). */
    public static byte[] deflatedFile(DicomBytes dataSet) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(dataSet.toBytes());
        deflater.finish();
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        byte[] part = new byte[4096];
        while (!deflater.finished()) deflated.write(part, 0, deflater.deflate(part));
        deflater.end();
        return file(DEFLATED).raw(deflated.toByteArray()).toBytes();
    }

    /** An empty writer with the same encoding, for Items. */
    public DicomBytes same() {
        return new DicomBytes(explicit, order);
    }

    /** Text, a byte a character, padded to even length: with NUL for UI, with a space otherwise. */
    public DicomBytes text(int tag, String vr, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        byte[] even = new byte[bytes.length + bytes.length % 2];
        System.arraycopy(bytes, 0, even, 0, bytes.length);
        if (even.length > bytes.length) even[bytes.length] = (byte) (vr.equals("UI") ? 0 : ' ');
        return bytes(tag, vr, even);
    }

    public DicomBytes us(int tag, int... values) {
        return shorts(tag, "US", values);
    }

    public DicomBytes ss(int tag, int... values) {
        return shorts(tag, "SS", values);
    }

    /** 16-bit numbers under a VR of one's choice, such as OW. */
    public DicomBytes shorts(int tag, String vr, int... values) {
        ByteBuffer buffer = buffer(values.length * 2);
        for (int value : values) buffer.putShort((short) value);
        return bytes(tag, vr, buffer.array());
    }

    public DicomBytes ul(int tag, long... values) {
        return ints(tag, "UL", values);
    }

    public DicomBytes sl(int tag, long... values) {
        return ints(tag, "SL", values);
    }

    /** 32-bit numbers under a VR of one's choice, such as OL. */
    public DicomBytes ints(int tag, String vr, long... values) {
        ByteBuffer buffer = buffer(values.length * 4);
        for (long value : values) buffer.putInt((int) value);
        return bytes(tag, vr, buffer.array());
    }

    /** 64-bit numbers under a VR of one's choice: SV, UV, OV. */
    public DicomBytes longs(int tag, String vr, long... values) {
        ByteBuffer buffer = buffer(values.length * 8);
        for (long value : values) buffer.putLong(value);
        return bytes(tag, vr, buffer.array());
    }

    /** 32-bit floats under FL, OF. */
    public DicomBytes floats(int tag, String vr, float... values) {
        ByteBuffer buffer = buffer(values.length * 4);
        for (float value : values) buffer.putFloat(value);
        return bytes(tag, vr, buffer.array());
    }

    /** 64-bit floats under FD, OD. */
    public DicomBytes doubles(int tag, String vr, double... values) {
        ByteBuffer buffer = buffer(values.length * 8);
        for (double value : values) buffer.putDouble(value);
        return bytes(tag, vr, buffer.array());
    }

    public DicomBytes at(int tag, int... tags) {
        ByteBuffer buffer = buffer(tags.length * 4);
        for (int value : tags) buffer.putShort((short) (value >>> 16)).putShort((short) value);
        return bytes(tag, "AT", buffer.array());
    }

    /** An element with these bytes as they are, its length their number. */
    public DicomBytes bytes(int tag, String vr, byte[] value) {
        return header(tag, vr, value.length).raw(value);
    }

    /** A sequence whose own length and Items' lengths are defined. */
    public DicomBytes sequence(int tag, DicomBytes... items) {
        DicomBytes content = same();
        for (DicomBytes item : items) content.item(item);
        return bytes(tag, "SQ", content.toBytes());
    }

    /** A sequence of undefined length with Items of undefined length. */
    public DicomBytes undefinedSequence(int tag, DicomBytes... items) {
        header(tag, "SQ", UNDEFINED);
        for (DicomBytes item : items) beginItem().raw(item.toBytes()).endItem();
        return endSequence();
    }

    /** The header of a sequence of undefined length; Items and {@link #endSequence()} follow. */
    public DicomBytes beginSequence(int tag) {
        return header(tag, "SQ", UNDEFINED);
    }

    public DicomBytes endSequence() {
        return delimiter(Tag.SEQUENCE_DELIMITATION_ITEM, 0);
    }

    /** An Item of defined length. */
    public DicomBytes item(DicomBytes content) {
        byte[] bytes = content.toBytes();
        return delimiter(Tag.ITEM, bytes.length).raw(bytes);
    }

    /** The header of an Item of undefined length; elements and {@link #endItem()} follow. */
    public DicomBytes beginItem() {
        return delimiter(Tag.ITEM, UNDEFINED);
    }

    public DicomBytes endItem() {
        return delimiter(Tag.ITEM_DELIMITATION_ITEM, 0);
    }

    /** Encapsulated Pixel Data (PS3.5 A.4) with an empty Basic Offset Table. */
    public DicomBytes encapsulated(int tag, byte[]... fragments) {
        return encapsulatedWithOffsets(tag, new long[0], fragments);
    }

    /** Encapsulated Pixel Data with a Basic Offset Table of these offsets, from the first fragment's item tag. */
    public DicomBytes encapsulatedWithOffsets(int tag, long[] offsets, byte[]... fragments) {
        header(tag, "OB", UNDEFINED);
        ByteBuffer table = buffer(offsets.length * 4);
        for (long offset : offsets) table.putInt((int) offset);
        fragment(table.array());
        for (byte[] fragment : fragments) fragment(fragment);
        return endSequence();
    }

    /** One fragment, padded to even length with a zero. */
    public DicomBytes fragment(byte[] bytes) {
        delimiter(Tag.ITEM, bytes.length + bytes.length % 2).raw(bytes);
        if (bytes.length % 2 != 0) out.write(0);
        return this;
    }

    /** An element's header alone, with any length; {@code 0xFFFFFFFF} is the undefined one. */
    public DicomBytes header(int tag, String vr, long length) {
        writeTag(tag);
        if (!explicit) return int32((int) length);
        raw(vr.getBytes(StandardCharsets.US_ASCII));
        if (LONG_HEADERS.contains(vr)) return int16(0).int32((int) length);
        return int16((int) length);
    }

    /** An Item or delimiter: tag and length, never a VR. */
    public DicomBytes delimiter(int tag, int length) {
        writeTag(tag);
        return int32(length);
    }

    /** Bytes as they are. */
    public DicomBytes raw(byte... bytes) {
        out.write(bytes, 0, bytes.length);
        return this;
    }

    /** The number of bytes so far: the offset of the next one. */
    public int size() {
        return out.size();
    }

    public byte[] toBytes() {
        return out.toByteArray();
    }

    private void writeTag(int tag) {
        int16(tag >>> 16).int16(tag);
    }

    private DicomBytes int16(int value) {
        return raw(buffer(2).putShort((short) value).array());
    }

    private DicomBytes int32(int value) {
        return raw(buffer(4).putInt(value).array());
    }

    private ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(order);
    }
}
