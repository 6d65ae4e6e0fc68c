package hounsfield.codec.jpegls;

/** JPEG-LS streams for tests of the code around the decoder. */
public final class JpegLsStreams {
    private JpegLsStreams() {}

    /** Returns a lossless stream of one row of gray values, of 2 to 16 bits. */
    public static byte[] lossless(int bits, int... values) {
        return new JpegLsEncoder(values.length, 1, bits, values).encode();
    }

    /** Returns a lossless stream of planes, whose lines are interleaved if they are several. */
    public static byte[] lossless(int bits, int rows, int columns, int[]... planes) {
        return new JpegLsEncoder(columns, rows, bits, planes)
                .interleave(planes.length > 1 ? JpegLsEncoder.LINE : JpegLsEncoder.NONE)
                .encode();
    }

    /** As {@link #lossless(int, int, int, int[][])} of one plane; a DNL segment has the number of lines. */
    public static byte[] losslessWithLateRows(int bits, int rows, int columns, int[] plane) {
        return new JpegLsEncoder(columns, rows, bits, plane).heightBehindScan().encode();
    }

    /** As {@link #lossless(int, int, int, int[][])} of one plane; an LSE segment has the size. */
    public static byte[] losslessOversize(int bits, int rows, int columns, int[] plane) {
        return new JpegLsEncoder(columns, rows, bits, plane).oversize().encode();
    }
}
