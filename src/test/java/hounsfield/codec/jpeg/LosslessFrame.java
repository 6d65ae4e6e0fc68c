package hounsfield.codec.jpeg;

/** Lossless JPEG frames for fixtures of other packages. */
public final class LosslessFrame {
    private LosslessFrame() {}

    /** @param pixels unsigned gray values, row by row */
    public static byte[] encode(int rows, int columns, int precision, int[] pixels) {
        LosslessEncoder encoder = new LosslessEncoder();
        encoder.precision = precision;
        return encoder.encode(rows, columns, 1, pixels);
    }
}
