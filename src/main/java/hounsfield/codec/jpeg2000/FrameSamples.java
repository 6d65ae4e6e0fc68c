package hounsfield.codec.jpeg2000;

import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;

/**
 * Converts decoded components to the form of a frame: samples interleaved by pixel, with the sign and range of the Data
 * Set.
 */
final class FrameSamples {
    private FrameSamples() {}

    static Samples of(Jpeg2000Image image, PixelLayout layout) {
        int[][] planes = new int[layout.samplesPerPixel()][];
        for (int c = 0; c < planes.length; c++) {
            Jpeg2000Image.Plane plane = image.planes().get(c);
            planes[c] = fullSize(plane, image);
            toLayout(planes[c], plane, layout);
        }
        if (layout.bitsStored() <= 8) return new Samples.Bytes(bytes(planes), layout.signed());
        if (layout.bitsStored() <= 16) return new Samples.Shorts(shorts(planes), layout.signed());
        return new Samples.Ints(ints(planes), layout.signed());
    }

    /**
     * Returns the values of a plane; for a subsampled component, a new array of the size of the image with repeated
     * samples.
     */
    private static int[] fullSize(Jpeg2000Image.Plane plane, Jpeg2000Image image) {
        if (plane.dx() == 1 && plane.dy() == 1) return plane.values();
        int[] full = new int[image.width() * image.height()];
        for (int y = 0; y < image.height(); y++) {
            int row = Math.min(plane.height() - 1, y / plane.dy()) * plane.width();
            for (int x = 0; x < image.width(); x++) {
                full[y * image.width() + x] = plane.values()[row + Math.min(plane.width() - 1, x / plane.dx())];
            }
        }
        return full;
    }

    /** Interprets the bits with the sign of the Data Set, then clamps to Bits Stored. Does nothing for most frames. */
    private static void toLayout(int[] values, Jpeg2000Image.Plane plane, PixelLayout layout) {
        int bits = layout.bitsStored();
        boolean sameSign = plane.signed() == layout.signed();
        if (sameSign && plane.precision() <= bits) return;
        int unused = 32 - plane.precision();
        if (!sameSign) {
            for (int i = 0; i < values.length; i++) {
                int raised = values[i] << unused;
                values[i] = layout.signed() ? raised >> unused : raised >>> unused;
            }
        }
        if (plane.precision() <= bits) return;
        if (layout.signed()) {
            int least = -1 << bits - 1;
            for (int i = 0; i < values.length; i++) values[i] = Math.min(~least, Math.max(least, values[i]));
        } else {
            int most = (1 << bits) - 1; // below 2^31; unsigned values of 32 bits above it are negative ints
            for (int i = 0; i < values.length; i++) {
                if (Integer.compareUnsigned(values[i], most) > 0) values[i] = most;
            }
        }
    }

    private static byte[] bytes(int[][] planes) {
        int step = planes.length;
        byte[] samples = new byte[planes[0].length * step];
        if (step == 3) { // the usual color image, in one pass
            int[] red = planes[0];
            int[] green = planes[1];
            int[] blue = planes[2];
            for (int i = 0, to = 0; i < red.length; i++, to += 3) {
                samples[to] = (byte) red[i];
                samples[to + 1] = (byte) green[i];
                samples[to + 2] = (byte) blue[i];
            }
            return samples;
        }
        for (int c = 0; c < step; c++) {
            int[] plane = planes[c];
            for (int i = 0, to = c; i < plane.length; i++, to += step) samples[to] = (byte) plane[i];
        }
        return samples;
    }

    private static short[] shorts(int[][] planes) {
        int step = planes.length;
        short[] samples = new short[planes[0].length * step];
        for (int c = 0; c < step; c++) {
            int[] plane = planes[c];
            for (int i = 0, to = c; i < plane.length; i++, to += step) samples[to] = (short) plane[i];
        }
        return samples;
    }

    private static int[] ints(int[][] planes) {
        int step = planes.length;
        if (step == 1) return planes[0];
        int[] samples = new int[planes[0].length * step];
        for (int c = 0; c < step; c++) {
            int[] plane = planes[c];
            for (int i = 0, to = c; i < plane.length; i++, to += step) samples[to] = plane[i];
        }
        return samples;
    }
}
