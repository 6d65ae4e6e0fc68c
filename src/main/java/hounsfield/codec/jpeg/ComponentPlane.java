package hounsfield.codec.jpeg;

import hounsfield.codec.PixelLayout;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.UnsupportedDicomException;

/**
 * The decoded samples of one component at its own size (T.81 A.1.1), with room for samples coded beyond its edges.
 *
 * @param samples row by row, unsigned
 * @param stride samples from one row to the next
 * @param columns width of the component, {@code ceil(X * H / Hmax)}
 * @param rows height of the component, {@code ceil(Y * V / Vmax)}
 */
record ComponentPlane(short[] samples, int stride, int columns, int rows) {
    /**
     * Creates a plane with room for all MCUs of an interleaved scan (A.2.3).
     *
     * @param unit side of a data unit: 8 for DCT, 1 for lossless coding
     * @throws UnsupportedDicomException if it would be larger than an array
     */
    static ComponentPlane of(FrameHeader frame, Component component, int unit) throws UnsupportedDicomException {
        int columns = ceilDiv(frame.columns() * component.h(), frame.maxH());
        int rows = ceilDiv(frame.rows() * component.v(), frame.maxV());
        int stride = mcuColumns(frame, unit) * component.h() * unit;
        int height = mcuRows(frame, unit) * component.v() * unit;
        if ((long) stride * height > PixelLayout.MAX_SAMPLES) {
            throw new UnsupportedDicomException(
                    "a JPEG component of " + stride + " x " + height + " samples is larger than an array",
                    Location.NOWHERE);
        }
        return new ComponentPlane(new short[stride * height], stride, columns, rows);
    }

    /** Returns the number of MCUs per row of an interleaved scan. */
    static int mcuColumns(FrameHeader frame, int unit) {
        return ceilDiv(frame.columns(), frame.maxH() * unit);
    }

    /** Returns the number of rows of MCUs of an interleaved scan. */
    static int mcuRows(FrameHeader frame, int unit) {
        return ceilDiv(frame.rows(), frame.maxV() * unit);
    }

    static int ceilDiv(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
