package hounsfield.imagej.pixels;

import hounsfield.calibrate.ModalityLut;
import hounsfield.calibrate.Rescale;
import hounsfield.calibrate.ValueSource;
import hounsfield.codec.Samples;
import hounsfield.frame.FrameReader;
import hounsfield.frame.FrameRef;
import hounsfield.imagej.memory.ValueProperties;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import java.io.IOException;
import java.util.Optional;

/**
 * Stored integers of up to 16 bits, with ImageJ's linear calibration from its unsigned numbers to what they mean. Signed
 * values are moved up by an offset, which the calibration takes away again.
 *
 * <p>ImageJ takes one line, {@code -32768 + 1 * number}, for "signed 16 bits": it draws and calculates with such images as
 * users expect, but gives them the unit "Gray Value" whenever a calibration is set. Stored values want that; HU do not, so
 * they avoid that very line where the values leave room.
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

    /** Stored values as they are; {@code bytes} for unsigned values of up to 8 bits. */
    public static IntegerConverter stored(boolean bytes, boolean signed) {
        return new IntegerConverter(
                bytes, signed ? SIGNED_OFFSET : 0, new Rescale(1, 0), "", false, ValueSource.STORED);
    }

    /** 16 bits with a line to the file's unit. */
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
        if (offset != 0) image.setProp(ValueProperties.STORED_ZERO, Integer.toString(offset));
        double intercept = line.intercept() - offset * line.slope();
        if (intercept != 0 || line.slope() != 1) {
            String valueUnit = unit.isEmpty() ? "Gray Value" : unit;
            calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] {intercept, line.slope()}, valueUnit);
        } else {
            CalibratedConverter.setUnit(image, unit);
        }
    }

    /**
     * Leaves ImageJ's line for signed values where 16-bit values do not need it after all: none of them is -32768.
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
    public Optional<ModalityLut> meaning(FrameRef frame) {
        return Optional.of(line);
    }

    @Override
    public ValueSource source() {
        return source;
    }
}
