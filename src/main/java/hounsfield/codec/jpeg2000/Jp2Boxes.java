package hounsfield.codec.jpeg2000;

import hounsfield.bytes.ByteSpan;
import hounsfield.standard.MalformedDicomException;

/**
 * The boxes of a JP2 file (T.800 annex I). PS3.5 8.2.4 requires bare codestreams, but frames with boxes exist
 * (ELSCINT1_JP2vsJ2K.dcm). Only the codestream is used, because DICOM has its own color space and palette.
 */
final class Jp2Boxes {
    private static final long CONTIGUOUS_CODESTREAM = 0x6A703263; // "jp2c"
    private static final int SIGNATURE_LENGTH = 12;

    private Jp2Boxes() {}

    /** Returns the position of the codestream: 0 for a bare one. */
    static int findCodestream(ByteSpan frame) throws MalformedDicomException {
        SegmentReader in = new SegmentReader(frame, 0, frame.length());
        int first = in.u16();
        if (first == Marker.SOC) return 0;
        if (first != 0 || in.u16() != SIGNATURE_LENGTH) {
            throw SegmentReader.malformed("neither a codestream (SOC) nor a JP2 file begins here", 0);
        }
        in.position(0);
        while (true) {
            int start = in.position();
            long length = in.u32();
            long type = in.u32();
            int header = 8;
            if (length == 1) {
                length = in.u32() << 32 | in.u32();
                header = 16;
            }
            if (type == CONTIGUOUS_CODESTREAM) return start + header;
            if (length < header || length > in.limit() - start) {
                throw SegmentReader.malformed("a JP2 box has " + length + " bytes", start);
            }
            in.position((int) (start + length));
        }
    }
}
