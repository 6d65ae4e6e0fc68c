package hounsfield.codec.jpegls;

/** JPEG-LS frames for fixtures of other packages. */
public final class JpegLsFrame {
    private JpegLsFrame() {}

    /** @param pixels unsigned gray values, row by row */
    public static byte[] encode(int rows, int columns, int precision, int[] pixels) {
        return new JpegLsEncoder(columns, rows, precision, pixels).encode();
    }
}
