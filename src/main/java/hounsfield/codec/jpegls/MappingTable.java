package hounsfield.codec.jpegls;

import hounsfield.standard.error.DicomException;
import java.util.Arrays;

/**
 * A mapping table of LSE marker segments with ID 2 and 3 (T.87 C.2.4.1.2), which maps decoded samples to values.
 *
 * @param entryBytes Wt, bytes per entry
 * @param entries indexed by sample
 */
record MappingTable(int entryBytes, int[] entries) {

    /** Reads the rest of a segment with ID 2, after its table identifier. */
    static MappingTable read(MarkerReader in) throws DicomException {
        int entryBytes = in.uint8();
        if (entryBytes == 0) throw in.malformed("the entries of a mapping table have 0 bytes (T.87 C.2.4.1.2)");
        if (entryBytes > 2) {
            throw in.unsupported("the entries of a mapping table have " + entryBytes
                    + " bytes: a palette in the stream, which DICOM stores in the Data Set");
        }
        return new MappingTable(entryBytes, new int[0]).with(in);
    }

    /** Appends the entries of a segment with ID 3, after its table identifier. */
    MappingTable continued(MarkerReader in) throws DicomException {
        if (in.uint8() != entryBytes) throw in.malformed("a mapping table is continued with entries of another size");
        return with(in);
    }

    private MappingTable with(MarkerReader in) throws DicomException {
        int more = in.remaining() / entryBytes;
        if (entries.length + more > 1 << 16) throw in.malformed("a mapping table has more than 65536 entries");
        int[] longer = Arrays.copyOf(entries, entries.length + more);
        for (int i = entries.length; i < longer.length; i++) longer[i] = (int) in.number(entryBytes);
        return new MappingTable(entryBytes, longer);
    }
}
