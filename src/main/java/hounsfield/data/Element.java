package hounsfield.data;

import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A Data Element (PS3.5 7.1): tag, Value Representation, and a value, which is an array of bytes, a range of the file,
 * or the Items of a sequence. Immutable. Typed values are read through the {@link DataSet}, which has the character
 * set.
 */
public final class Element {
    private final int tag;
    private final VR vr;
    private final boolean littleEndian;
    private final byte[] bytes;
    private final BulkData bulk;
    private final List<DataSet> items;

    private Element(int tag, VR vr, boolean littleEndian, byte[] bytes, BulkData bulk, List<DataSet> items) {
        this.tag = tag;
        this.vr = Objects.requireNonNull(vr);
        this.littleEndian = littleEndian;
        this.bytes = bytes;
        this.bulk = bulk;
        this.items = items;
    }

    /**
     * Creates an element with its value in memory.
     *
     * @param tag of the element
     * @param vr Value Representation
     * @param bytes the value; not copied
     * @param littleEndian byte order of the value's numbers
     * @return the element
     */
    public static Element of(int tag, VR vr, byte[] bytes, boolean littleEndian) {
        return new Element(tag, vr, littleEndian, Objects.requireNonNull(bytes), null, null);
    }

    /**
     * Creates an element whose value remains in the file.
     *
     * @param tag of the element
     * @param vr Value Representation
     * @param bulk the range of the file
     * @param littleEndian byte order of the value's numbers
     * @return the element
     */
    public static Element bulk(int tag, VR vr, BulkData bulk, boolean littleEndian) {
        return new Element(tag, vr, littleEndian, null, Objects.requireNonNull(bulk), null);
    }

    /**
     * Creates a sequence.
     *
     * @param tag of the sequence
     * @param items in order
     * @return the element
     */
    public static Element sequence(int tag, List<DataSet> items) {
        return new Element(tag, VR.SQ, true, null, null, List.copyOf(items));
    }

    /** {@return the tag: group in the upper 16 bits, element in the lower 16 bits} */
    public int tag() {
        return tag;
    }

    /** {@return the Value Representation} */
    public VR vr() {
        return vr;
    }

    /** {@return whether the numbers of the value are little endian} */
    public boolean littleEndian() {
        return littleEndian;
    }

    /** {@return whether this is a sequence of Items} */
    public boolean isSequence() {
        return items != null;
    }

    /** {@return the Items of a sequence; empty for other elements} */
    public List<DataSet> items() {
        return items == null ? List.of() : items;
    }

    /** {@return the range of the file, if the value remains there} */
    public Optional<BulkData> bulk() {
        return Optional.ofNullable(bulk);
    }

    /** {@return length of the value in bytes, or -1 if undefined (sequences, encapsulated Pixel Data)} */
    public long length() {
        if (bytes != null) return bytes.length;
        return bulk != null ? bulk.length() : -1;
    }

    /**
     * Returns the bytes of the value as they are in the file, in its byte order. A value that remained in the file is
     * read from there.
     *
     * @return the bytes; must not be modified
     * @throws DicomException if the value cannot be read from the file
     */
    public byte[] bytes() throws DicomException {
        if (bytes != null) return bytes;
        return bulk != null ? bulk.read() : new byte[0];
    }

    /** Returns tag and VR, but never the value. */
    @Override
    public String toString() {
        return Tag.toString(tag) + " " + vr;
    }
}
