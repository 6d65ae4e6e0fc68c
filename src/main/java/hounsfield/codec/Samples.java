package hounsfield.codec;

/**
 * The stored values of one frame, row by row, the samples of a pixel together. The storage is as narrow as the values
 * allow; integers in it are already masked to Bits Stored and, when {@link #signed()}, sign-extended.
 */
public sealed interface Samples {
    /** How many samples there are. */
    int length();

    /** Whether the stored integers are two's complement. */
    boolean signed();

    /**
     * One sample as an integer, unsigned 32-bit values as their low 32 bits.
     *
     * @throws UnsupportedOperationException for floating point samples
     */
    int intAt(int index);

    /** One sample as a number, unsigned 32-bit values as such. */
    double valueAt(int index);

    /** Whether the samples are floating point numbers. */
    default boolean isFloat() {
        return false;
    }

    /** All samples as integers, as {@link #intAt(int)} gives them. */
    default int[] toInts() {
        int[] ints = new int[length()];
        for (int i = 0; i < ints.length; i++) ints[i] = intAt(i);
        return ints;
    }

    /** Samples of up to 8 bits. */
    record Bytes(byte[] values, boolean signed) implements Samples {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public int intAt(int index) {
            return signed ? values[index] : values[index] & 0xFF;
        }

        @Override
        public double valueAt(int index) {
            return intAt(index);
        }
    }

    /** Samples of up to 16 bits. */
    record Shorts(short[] values, boolean signed) implements Samples {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public int intAt(int index) {
            return signed ? values[index] : values[index] & 0xFFFF;
        }

        @Override
        public double valueAt(int index) {
            return intAt(index);
        }
    }

    /** Samples of up to 32 bits. */
    record Ints(int[] values, boolean signed) implements Samples {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public int intAt(int index) {
            return values[index];
        }

        @Override
        public double valueAt(int index) {
            return signed ? values[index] : values[index] & 0xFFFFFFFFL;
        }
    }

    /** Float Pixel Data (7FE0,0008). */
    record Floats(float[] values) implements Samples {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public boolean signed() {
            return true;
        }

        @Override
        public boolean isFloat() {
            return true;
        }

        @Override
        public int intAt(int index) {
            throw new UnsupportedOperationException("floating point samples");
        }

        @Override
        public double valueAt(int index) {
            return values[index];
        }
    }

    /** Double Float Pixel Data (7FE0,0009). */
    record Doubles(double[] values) implements Samples {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public boolean signed() {
            return true;
        }

        @Override
        public boolean isFloat() {
            return true;
        }

        @Override
        public int intAt(int index) {
            throw new UnsupportedOperationException("floating point samples");
        }

        @Override
        public double valueAt(int index) {
            return values[index];
        }
    }
}
