package hounsfield.codec.jpeg;

import hounsfield.standard.error.MalformedDicomException;

/** Application segments that define the color of a stream: APP0 of JFIF (ITU-T T.871) and APP14 of Adobe (ITU-T T.872 6.5.3). */
final class ColorMarkers {
    /** No readable APP14 segment of Adobe. */
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

    /** Returns whether the stream is a JFIF file, whose color is always YCbCr. */
    boolean jfif() {
        return jfif;
    }

    /** Returns Adobe's transform code: 0 for none, 1 for YCbCr, 2 for YCCK. */
    int adobeTransform() {
        return adobeTransform;
    }
}
