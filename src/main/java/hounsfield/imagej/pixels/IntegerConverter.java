package hounsfield.imagej.pixels;

import hounsfield.calibrate.Rescale;
import hounsfield.calibrate.ValueSource;
import hounsfield.codec.Samples;
import hounsfield.frame.FrameRef;
import hounsfield.frame.pixeldata.FrameReader;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import java.io.IOException;

/**
 * Converts stored integers of up to 16 bits to ImageJ's unsigned numbers, with a linear calibration to the values that they
 * represent. Signed values are increased by an offset, which the calibration subtracts again.
 *
 * <p>ImageJ treats the calibration {@code -32768 + 1 * number} as "signed 16 bits": it draws and calculates with such images
 * as users expect, but sets their unit to "Gray Value" whenever a calibration is set. This suits stored values but not HU, so
 * HU images use the offset 32767 if no value is -32768.
 */
public final class IntegerConverter implements PixelConverter {
    private static final int SIGNED_OFFSET = 32768;

    private final boolean bytes;
    private final int offset;
    private final Rescale line;
    private final String unit;
    private final boolean compact;
    private final ValueSource source;

    private IntegerConverter(
            boolean bytes, int offset, Rescale line, String unit, boolean compact, ValueSource source) {
        this.bytes = bytes;
        this.offset = offset;
        this.line = line;
        this.unit = unit;
        this.compact = compact;
        this.source = source;
    }

    /**
     * Returns a converter to unchanged stored values.
     *
     * @param bytes whether to make 8-bit pixels, for unsigned values of up to 8 bits
     * @param signed whether stored values are signed
     * @return the converter
     */
    public static IntegerConverter stored(boolean bytes, boolean signed) {
        return new IntegerConverter(
                bytes, signed ? SIGNED_OFFSET : 0, new Rescale(1, 0), "", false, ValueSource.STORED);
    }

    /**
     * Returns a converter to 16-bit pixels with a linear calibration to the file's unit.
     *
     * @param bitsStored Bits Stored, at most 16
     * @param signed whether stored values are signed
     * @param line the rescale that all slices share
     * @param unit the unit of the rescaled values, empty if there is none
     * @param source the source of the values
     * @return the converter
     */
    public static IntegerConverter calibrated(
            int bitsStored, boolean signed, Rescale line, String unit, ValueSource source) {
        int offset = signed ? SIGNED_OFFSET : 0;
        if (signed && line.isIdentity() && bitsStored < 16) offset = SIGNED_OFFSET - 1;
        return new IntegerConverter(false, offset, line, unit, true, source);
    }

    @Override
    public int bitDepth() {
        return bytes ? 8 : 16;
    }

    @Override
    public Object[] pixels(FrameRef frame, FrameReader reader) throws IOException {
        Samples samples = reader.read(frame.frame());
        if (bytes) {
            if (samples instanceof Samples.Bytes stored) return new Object[] {stored.values()};
            byte[] pixels = new byte[samples.length()];
            for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) samples.intAt(i);
            return new Object[] {pixels};
        }
        if (offset == 0 && samples instanceof Samples.Shorts stored) return new Object[] {stored.values()};
        short[] pixels = new short[samples.length()];
        for (int i = 0; i < pixels.length; i++) pixels[i] = (short) (samples.intAt(i) + offset);
        return new Object[] {pixels};
    }

    @Override
    public void calibrate(ImagePlus image) {
        Calibration calibration = image.getCalibration();
        double intercept = line.intercept() - offset * line.slope();
        if (intercept != 0 || line.slope() != 1) {
            String valueUnit = unit.isEmpty() ? "Gray Value" : unit;
            calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] {intercept, line.slope()}, valueUnit);
        } else {
            CalibratedConverter.setUnit(image, unit);
        }
    }

    /**
     * Avoids ImageJ's calibration for signed 16 bits if no stored value is -32768. Subtracts 1 from the pixels in that case.
     *
     * @param stack the converted pixels, changed in place
     * @return the converter that matches the pixels
     */
    public IntegerConverter withoutSignedLine(ImageStack stack) {
        if (!compact || !line.isIdentity() || offset != SIGNED_OFFSET) return this;
        for (int n = 1; n <= stack.size(); n++) {
            for (short number : (short[]) stack.getPixels(n)) {
                if (number == 0) return this;
            }
        }
        for (int n = 1; n <= stack.size(); n++) {
            short[] numbers = (short[]) stack.getPixels(n);
            for (int i = 0; i < numbers.length; i++) numbers[i]--;
        }
        return new IntegerConverter(false, SIGNED_OFFSET - 1, line, unit, true, source);
    }

    @Override
    public int storedZero() {
        return offset;
    }

    @Override
    public ValueSource source() {
        return source;
    }
}
