package hounsfield.codec.jpeg;

/** JPEG streams for tests of what lies around a decoder. */
public final class JpegStreams {
    private JpegStreams() {}

    /** A lossless stream of one row of grey values, of 2 to 16 bits. */
    public static byte[] lossless(int bits, int... values) {
        LosslessEncoder encoder = new LosslessEncoder();
        encoder.precision = bits;
        return encoder.encode(1, values.length, 1, values);
    }
}
