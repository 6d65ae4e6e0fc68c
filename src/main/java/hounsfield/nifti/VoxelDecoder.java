package hounsfield.nifti;

import hounsfield.bytes.BinaryNumbers;
import java.nio.ByteOrder;

/** Converts the bytes of a plane, whose last row is first in the file, to numbers. */
final class VoxelDecoder {
    private final NiftiHeader header;
    private final ByteOrder order;

    VoxelDecoder(NiftiHeader header, boolean littleEndian) {
        this.header = header;
        order = littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    /**
     * Decodes a plane.
     *
     * @param stored whether integers of 8 and 16 bits are returned unchanged
     * @return {@code int[]} for colors; {@code byte[]} and {@code short[]} for stored integers; otherwise {@code float[]} of values
     */
    Object plane(byte[] bytes, boolean stored) {
        NiftiType type = header.type();
        if (type.isColor()) return upsideDown(colors(bytes, type.bytes()));
        if (stored && type == NiftiType.UINT8) return upsideDown(bytes);
        if (stored && (type == NiftiType.INT16 || type == NiftiType.UINT16)) return upsideDown(shorts(bytes));
        return upsideDown(values(bytes, type));
    }

    private static int[] colors(byte[] bytes, int each) {
        int[] colors = new int[bytes.length / each];
        for (int i = 0, at = 0; i < colors.length; i++, at += each) {
            colors[i] = 0xFF << 24 | (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] & 0xFF;
        }
        return colors;
    }

    private short[] shorts(byte[] bytes) {
        long[] numbers = BinaryNumbers.signed(bytes, 2, order);
        short[] shorts = new short[numbers.length];
        for (int i = 0; i < shorts.length; i++) shorts[i] = (short) numbers[i];
        return shorts;
    }

    private float[] values(byte[] bytes, NiftiType type) {
        boolean unsigned = type == NiftiType.UINT8 || type == NiftiType.UINT16 || type == NiftiType.UINT32;
        int width = type.bytes();
        long[] numbers =
                unsigned ? BinaryNumbers.unsigned(bytes, width, order) : BinaryNumbers.signed(bytes, width, order);
        float[] values = new float[numbers.length];
        switch (type) {
            case FLOAT32 -> singles(numbers, values);
            case FLOAT64 -> doubles(numbers, values);
            case UINT64 -> longs(numbers, values);
            default -> integers(numbers, values);
        }
        return values;
    }

    private void singles(long[] numbers, float[] values) {
        if (header.isUnscaled()) {
            for (int i = 0; i < values.length; i++) values[i] = Float.intBitsToFloat((int) numbers[i]);
            return;
        }
        double slope = header.slope();
        double intercept = header.intercept();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (Float.intBitsToFloat((int) numbers[i]) * slope + intercept);
        }
    }

    private void doubles(long[] numbers, float[] values) {
        double slope = header.slope();
        double intercept = header.intercept();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (Double.longBitsToDouble(numbers[i]) * slope + intercept);
        }
    }

    private void integers(long[] numbers, float[] values) {
        double slope = header.slope();
        double intercept = header.intercept();
        for (int i = 0; i < values.length; i++) values[i] = (float) (numbers[i] * slope + intercept);
    }

    private void longs(long[] numbers, float[] values) {
        double slope = header.slope();
        double intercept = header.intercept();
        for (int i = 0; i < values.length; i++) {
            double number = (numbers[i] >>> 1) * 2.0 + (numbers[i] & 1);
            values[i] = (float) (number * slope + intercept);
        }
    }

    /** Reverses the order of the rows. */
    private <T> T upsideDown(T array) {
        int columns = header.shape().columns();
        int rows = header.shape().rows();
        Object turned = java.lang.reflect.Array.newInstance(array.getClass().getComponentType(), columns * rows);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(array, row * columns, turned, (rows - 1 - row) * columns, columns);
        }
        @SuppressWarnings("unchecked")
        T same = (T) turned;
        return same;
    }
}
