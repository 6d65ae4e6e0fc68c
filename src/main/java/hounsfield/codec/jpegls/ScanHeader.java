package hounsfield.codec.jpegls;

import hounsfield.standard.error.DicomException;

/**
 * The scan header, SOS (T.87 C.2.3).
 *
 * @param components index in the frame of each component of the scan
 * @param tables identifier of the mapping table of each component, 0 for none
 * @param near NEAR
 * @param interleave ILV
 */
record ScanHeader(int[] components, int[] tables, int near, int interleave) {
    static final int BY_LINE = 1;
    static final int BY_SAMPLE = 2;

    /** Reads the current segment of {@code in}. */
    static ScanHeader read(MarkerReader in, FrameHeader frame) throws DicomException {
        int count = in.uint8();
        if (count < 1 || count > 4) throw in.malformed("a scan has " + count + " components (T.87 C.2.3)");
        int[] components = new int[count];
        int[] tables = new int[count];
        for (int i = 0; i < count; i++) {
            int identifier = in.uint8();
            components[i] = frame.indexOf(identifier);
            if (components[i] < 0)
                throw in.malformed("a scan has component " + identifier + ", which is not in the frame");
            for (int j = 0; j < i; j++) {
                if (components[j] == components[i])
                    throw in.malformed("component " + identifier + " occurs twice in a scan");
            }
            tables[i] = in.uint8();
        }
        int near = in.uint8();
        int interleave = in.uint8();
        if (interleave > BY_SAMPLE || interleave == 0 && count > 1) {
            throw in.malformed("the interleave mode is " + interleave + " for " + count + " components (T.87 C.2.3)");
        }
        int transform = in.uint8();
        if (transform != 0)
            throw in.unsupported("a point transform (" + (transform & 15) + " bits), which DICOM does not use");
        return new ScanHeader(components, tables, near, count == 1 ? 0 : interleave);
    }
}
