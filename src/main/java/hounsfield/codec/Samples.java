package hounsfield.codec;

/**
 * The stored values of one frame, row by row, interleaved by pixel. The element type is as narrow as possible; integers
 * are masked to Bits Stored and, if {@link #signed()}, sign-extended.
 */
public sealed interface Samples {
    /** {@return number of samples} */
    int length();

    /** {@return whether the stored integers are two's complement} */
    boolean signed();

    /**
     * Returns one sample as an integer.
     *
     * @param index of the sample
     * @return the value; of an unsigned 32-bit value, its 32 bits
     * @throws UnsupportedOperationException for floating point samples
     */
    int intAt(int index);

    /**
     * Returns one sample as a number.
     *
     * @param index of the sample
     * @return the value, not negative for unsigned samples
     */
    double valueAt(int index);

    /** {@return whether the samples are floating point numbers} */
    default boolean isFloat() {
        return false;
    }

    /** {@return all samples as integers, like {@link #intAt(int)}} */
    default int[] toInts() {
        int[] ints = new int[length()];
        for (int i = 0; i < ints.length; i++) ints[i] = intAt(i);
        return ints;
    }

    /**
     * Copies a rectangle.
     *
     * @param from index of the first sample
     * @param stride samples from the start of a row to that of the next
     * @param width samples per row of the rectangle
     * @param rows of the rectangle
     * @return the samples of the rectangle
     */
    Samples rectangle(int from, int stride, int width, int rows);

    private static <A> A copy(A source, int from, int stride, A target, int width, int rows) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(source, from + row * stride, target, row * width, width);
        }
        return target;
    }

    /**
     * Samples of up to 8 bits.
     *
     * @param values the samples
     * @param signed whether they are two's complement
     */
    record Bytes(byte[] values, boolean signed) implements Samples {
        @Override
        public Samples rectangle(int from, int stride, int width, int rows) {
            return new Bytes(copy(values, from, stride, new byte[width * rows], width, rows), signed);
        }

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

    /**
     * Samples of up to 16 bits.
     *
     * @param values the samples
     * @param signed whether they are two's complement
     */
    record Shorts(short[] values, boolean signed) implements Samples {
        @Override
        public Samples rectangle(int from, int stride, int width, int rows) {
            return new Shorts(copy(values, from, stride, new short[width * rows], width, rows), signed);
        }

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

    /**
     * Samples of up to 32 bits.
     *
     * @param values the samples
     * @param signed whether they are two's complement
     */
    record Ints(int[] values, boolean signed) implements Samples {
        @Override
        public Samples rectangle(int from, int stride, int width, int rows) {
            return new Ints(copy(values, from, stride, new int[width * rows], width, rows), signed);
        }

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

    /**
     * Float Pixel Data (7FE0,0008).
     *
     * @param values the samples
     */
    record Floats(float[] values) implements Samples {
        @Override
        public Samples rectangle(int from, int stride, int width, int rows) {
            return new Floats(copy(values, from, stride, new float[width * rows], width, rows));
        }

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

    /**
     * Double Float Pixel Data (7FE0,0009).
     *
     * @param values the samples
     */
    record Doubles(double[] values) implements Samples {
        @Override
        public Samples rectangle(int from, int stride, int width, int rows) {
            return new Doubles(copy(values, from, stride, new double[width * rows], width, rows));
        }

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
