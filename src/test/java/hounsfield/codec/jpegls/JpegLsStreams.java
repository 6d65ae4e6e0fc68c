package hounsfield.codec.jpegls;

/** JPEG-LS streams for tests of what lies around a decoder. */
public final class JpegLsStreams {
    private JpegLsStreams() {}

    /** A lossless stream of one row of grey values, of 2 to 16 bits. */
    public static byte[] lossless(int bits, int... values) {
        return new JpegLsEncoder(values.length, 1, bits, values).encode();
    }
}
