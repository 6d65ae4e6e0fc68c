package hounsfield.codec.jpeg;

import hounsfield.standard.MalformedDicomException;

/** What application segments say of a stream's colour: JFIF's APP0 (ITU-T T.871) and Adobe's APP14 (ITU-T T.872 6.5.3). */
final class ColorMarkers {
    /** No APP14 segment of Adobe's, or none that can be read. */
    static final int NO_TRANSFORM = -1;

    private static final int ADOBE_LENGTH = 12;

    private boolean jfif;
    private int adobeTransform = NO_TRANSFORM;

    void app0(Segment segment) {
        if (segment.startsWith("JFIF\0")) jfif = true;
    }

    void app14(Segment segment) throws MalformedDicomException {
        if (!segment.startsWith("Adobe") || segment.remaining() < ADOBE_LENGTH) return;
        segment.skip(ADOBE_LENGTH - 1);
        adobeTransform = segment.u8();
    }

    /** Whether the stream says that it is a JFIF file, whose colour is always YCbCr. */
    boolean jfif() {
        return jfif;
    }

    /** Adobe's transform code: 0 for none, 1 for YCbCr, 2 for YCCK. */
    int adobeTransform() {
        return adobeTransform;
    }
}
