package hounsfield.codec.jpeg;

import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;

/**
 * Upsamples components and interleaves the samples of each pixel (T.81 A.1.1).
 *
 * <p>T.81 leaves the method to the decoder. Chroma of a DCT stream with half width, and full or half height, is
 * interpolated as in common libraries (the "fancy" upsampling of IJG, which the JDK uses): the nearest sample has three
 * times the weight of the next one in each direction. In all other cases, and in lossless streams, samples are
 * repeated.
 */
final class SampleInterleaver {
    private final FrameHeader frame;
    private final ComponentPlane[] planes;
    private final int maxH;
    private final int maxV;

    SampleInterleaver(FrameHeader frame, ComponentPlane[] planes) {
        this.frame = frame;
        this.planes = planes;
        maxH = frame.maxH();
        maxV = frame.maxV();
    }

    /**
     * Interleaves all rows of a frame.
     *
     * @param values receives the samples
     * @return the stored values in {@code values}
     */
    Samples storedValues(PixelLayout layout, StoredValues values) {
        short[] row = new short[layout.columns() * planes.length];
        for (int y = 0; y < layout.rows(); y++) {
            interleave(y, row);
            values.put(y * row.length, row, 0, row.length);
        }
        return values.samples();
    }

    /** Fills a row of pixels; samples beyond the edge of a component are not used. */
    void interleave(int y, short[] row) {
        int step = planes.length;
        for (int c = 0; c < step; c++) {
            Component component = frame.components().get(c);
            boolean halfWidth = 2 * component.h() == maxH;
            boolean halfHeight = 2 * component.v() == maxV;
            if (frame.lossless() || !halfWidth) repeat(planes[c], component, y, row, c, step);
            else if (component.v() == maxV) interpolate(planes[c], y, row, c, step);
            else if (halfHeight) interpolateBothWays(planes[c], y, row, c, step);
            else repeat(planes[c], component, y, row, c, step);
        }
    }

    private void repeat(ComponentPlane plane, Component component, int y, short[] row, int c, int step) {
        int start = (y * component.v() / maxV) * plane.stride();
        short[] samples = plane.samples();
        if (component.h() == maxH) {
            for (int i = c, x = start; i < row.length; i += step) row[i] = samples[x++];
        } else {
            for (int i = c, x = 0; i < row.length; i += step, x++) row[i] = samples[start + x * component.h() / maxH];
        }
    }

    /** Interpolates horizontally. The bias alternates, so that halves are not always rounded up. */
    private static void interpolate(ComponentPlane plane, int y, short[] row, int c, int step) {
        short[] samples = plane.samples();
        int start = y * plane.stride();
        int last = start + plane.columns() - 1;
        for (int i = c, x = 0; i < row.length; i += step, x++) {
            int near = start + (x >> 1);
            boolean even = (x & 1) == 0;
            int next = even ? Math.max(start, near - 1) : Math.min(last, near + 1);
            row[i] = (short) ((3 * samples[near] + samples[next] + (even ? 1 : 2)) >> 2);
        }
    }

    /** Interpolates in both directions. */
    private static void interpolateBothWays(ComponentPlane plane, int y, short[] row, int c, int step) {
        short[] samples = plane.samples();
        int nearRow = y >> 1;
        int nextRow = (y & 1) == 0 ? Math.max(0, nearRow - 1) : Math.min(plane.rows() - 1, nearRow + 1);
        int near = nearRow * plane.stride();
        int next = nextRow * plane.stride();
        int last = plane.columns() - 1;
        for (int i = c, x = 0; i < row.length; i += step, x++) {
            int here = x >> 1;
            boolean even = (x & 1) == 0;
            int beside = even ? Math.max(0, here - 1) : Math.min(last, here + 1);
            int sumHere = 3 * samples[near + here] + samples[next + here];
            int sumBeside = 3 * samples[near + beside] + samples[next + beside];
            row[i] = (short) ((3 * sumHere + sumBeside + (even ? 8 : 7)) >> 4);
        }
    }
}
