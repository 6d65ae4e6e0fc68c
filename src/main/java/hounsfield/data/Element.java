package hounsfield.data;

import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A Data Element (PS3.5 7.1): tag, Value Representation, and a value that is bytes at hand, a range of the file, or the
 * Items of a sequence. Immutable; typed values come from the {@link DataSet}, which knows the character set.
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

    /** An element whose value is at hand; the array is taken over, not copied. */
    public static Element of(int tag, VR vr, byte[] bytes, boolean littleEndian) {
        return new Element(tag, vr, littleEndian, Objects.requireNonNull(bytes), null, null);
    }

    /** An element whose value stayed in the file. */
    public static Element bulk(int tag, VR vr, BulkData bulk, boolean littleEndian) {
        return new Element(tag, vr, littleEndian, null, Objects.requireNonNull(bulk), null);
    }

    /** A sequence of Items. */
    public static Element sequence(int tag, List<DataSet> items) {
        return new Element(tag, VR.SQ, true, null, null, List.copyOf(items));
    }

    public int tag() {
        return tag;
    }

    public VR vr() {
        return vr;
    }

    /** The byte order of the value's numbers. */
    public boolean littleEndian() {
        return littleEndian;
    }

    public boolean isSequence() {
        return items != null;
    }

    /** The Items of a sequence; none for any other element. */
    public List<DataSet> items() {
        return items == null ? List.of() : items;
    }

    /** Where the value lies, if it stayed in the file. */
    public Optional<BulkData> bulk() {
        return Optional.ofNullable(bulk);
    }

    /** The value's length in bytes, -1 where it is not defined (sequences, encapsulated Pixel Data). */
    public long length() {
        if (bytes != null) return bytes.length;
        return bulk != null ? bulk.length() : -1;
    }

    /**
     * The value's bytes as they stand in the file, its byte order included; read from the file if they stayed there. Not
     * to be written to.
     *
     * @throws DicomException if the value stayed in the file and cannot be read
     */
    public byte[] bytes() throws DicomException {
        if (bytes != null) return bytes;
        return bulk != null ? bulk.read() : new byte[0];
    }

    /** Tag and VR; never the value. */
    @Override
    public String toString() {
        return Tag.toString(tag) + " " + vr;
    }
}
