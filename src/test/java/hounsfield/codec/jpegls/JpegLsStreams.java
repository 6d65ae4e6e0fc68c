package hounsfield.codec.jpegls;

/** JPEG-LS streams for tests of the code around the decoder. */
public final class JpegLsStreams {
    private JpegLsStreams() {}

    /** Returns a lossless stream of one row of gray values, of 2 to 16 bits. */
    public static byte[] lossless(int bits, int... values) {
        return new JpegLsEncoder(values.length, 1, bits, values).encode();
    }
}
