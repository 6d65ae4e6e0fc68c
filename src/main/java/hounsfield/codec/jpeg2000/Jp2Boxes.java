package hounsfield.codec.jpeg2000;

import hounsfield.bytes.ByteSpan;
import hounsfield.standard.error.MalformedDicomException;

/**
 * The boxes of a JP2 file (T.800 annex I). PS3.5 8.2.4 requires bare codestreams, but frames with boxes exist
 * (ELSCINT1_JP2vsJ2K.dcm). Only the codestream is used, because DICOM has its own color space and palette.
 */
final class Jp2Boxes {
    private static final long CONTIGUOUS_CODESTREAM = 0x6A703263; // "jp2c"
    private static final int SIGNATURE_LENGTH = 12;

    /** Length of the shortest box, LBox and TBox. */
    static final int HEADER_LENGTH = 8;

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
            Box box = next(in);
            if (box.type() == CONTIGUOUS_CODESTREAM) return box.content().position();
        }
    }

    /**
     * A box.
     *
     * @param type TBox
     * @param content DBox
     */
    record Box(long type, SegmentReader content) {}

    /**
     * Reads a box and moves after it. A codestream extends to the limit, whatever its length says, because it has an end
     * of its own.
     */
    static Box next(SegmentReader in) throws MalformedDicomException {
        int start = in.position();
        long length = in.u32();
        long type = in.u32();
        int header = HEADER_LENGTH;
        if (length == 1) {
            length = in.u32() << 32 | in.u32();
            header = 16;
        }
        if (type == CONTIGUOUS_CODESTREAM) return new Box(type, in.segment(in.remaining()));
        if (length < header || length > in.limit() - start) {
            throw SegmentReader.malformed("a JP2 box has " + length + " bytes", start);
        }
        return new Box(type, in.segment((int) length - header));
    }
}
