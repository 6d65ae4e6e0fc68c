package hounsfield.deidentify.pixels;

import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import java.util.List;

/** Converts decoded frames to native bytes, little endian, with blank rectangles. */
final class FrameBytes {
    private final PixelLayout layout;
    private final PhotometricInterpretation photometric;
    private final boolean[] blank;
    private final int cell;

    /** @param cell bytes of a sample, or 0 for samples of one bit */
    FrameBytes(PixelLayout layout, PhotometricInterpretation photometric, List<Rectangle> rectangles, int cell) {
        this.layout = layout;
        this.photometric = photometric;
        this.cell = cell;
        blank = rectangles.isEmpty() ? null : new boolean[layout.pixels()];
        for (Rectangle rectangle : rectangles) {
            int right = rectangle.right(layout.columns());
            for (int y = rectangle.y(); y < rectangle.bottom(layout.rows()); y++) {
                for (int x = rectangle.x(); x < right; x++) blank[y * layout.columns() + x] = true;
            }
        }
    }

    /** Returns the bytes of a frame. */
    byte[] of(Samples samples) {
        int stride = layout.samplesPerPixel();
        int count = samples.length();
        if (cell == 0) return bits(samples);
        double[] fill = fill(samples, stride);
        byte[] bytes = new byte[count * cell];
        for (int i = 0; i < count; i++) {
            boolean blanked = blank != null && blank[i / stride];
            put(bytes, i * cell, samples, i, blanked, fill[i % stride]);
        }
        return bytes;
    }

    private void put(byte[] bytes, int at, Samples samples, int index, boolean blanked, double fill) {
        long bits;
        if (!samples.isFloat()) bits = blanked ? (long) fill : samples.intAt(index);
        else {
            double value = blanked ? fill : samples.valueAt(index);
            bits = cell == Float.BYTES ? Float.floatToRawIntBits((float) value) : Double.doubleToRawLongBits(value);
        }
        for (int i = 0; i < cell; i++) bytes[at + i] = (byte) (bits >>> i * Byte.SIZE);
    }

    private byte[] bits(Samples samples) {
        byte[] bytes = new byte[(samples.length() + 7) / 8];
        for (int i = 0; i < samples.length(); i++) {
            boolean set = samples.intAt(i) != 0 && (blank == null || !blank[i]);
            if (set) bytes[i / 8] |= (byte) (1 << i % 8);
        }
        return bytes;
    }

    /**
     * Returns the value of blank pixels: black in color images, otherwise the darkest value outside of the rectangles, so that windows
     * by minimum and maximum do not change.
     */
    private double[] fill(Samples samples, int stride) {
        double[] fill = new double[stride];
        if (blank == null) return fill;
        if (stride == 3) {
            boolean luminance = photometric.term().startsWith("YBR");
            if (luminance) fill[1] = fill[2] = 1L << layout.bitsStored() - 1;
            return fill;
        }
        if (stride != 1 || photometric == PhotometricInterpretation.PALETTE_COLOR) return fill;
        boolean inverse = photometric == PhotometricInterpretation.MONOCHROME1;
        double darkest = Double.NaN;
        for (int i = 0; i < blank.length; i++) {
            if (blank[i]) continue;
            double value = samples.valueAt(i);
            if (Double.isNaN(darkest) || (inverse ? value > darkest : value < darkest)) darkest = value;
        }
        fill[0] = Double.isNaN(darkest) ? 0 : darkest;
        return fill;
    }
}
