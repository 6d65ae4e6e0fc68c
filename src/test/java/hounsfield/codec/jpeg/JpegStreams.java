package hounsfield.codec.jpeg;

/** JPEG streams for tests of the code around a decoder. */
public final class JpegStreams {
    private JpegStreams() {}

    /** A lossless stream of one row of gray values, of 2 to 16 bits. */
    public static byte[] lossless(int bits, int... values) {
        LosslessEncoder encoder = new LosslessEncoder();
        encoder.precision = bits;
        return encoder.encode(1, values.length, 1, values);
    }

    /** A lossless stream of unsigned pixels, their samples together. */
    public static byte[] lossless(int bits, int rows, int columns, int samples, int[] pixels) {
        LosslessEncoder encoder = new LosslessEncoder();
        encoder.precision = bits;
        return encoder.encode(rows, columns, samples, pixels);
    }

    /** As {@link #lossless(int, int, int, int, int[])}; a DNL segment has the number of lines. */
    public static byte[] losslessWithLateRows(int bits, int rows, int columns, int[] pixels) {
        LosslessEncoder encoder = new LosslessEncoder();
        encoder.precision = bits;
        encoder.lateRows = true;
        return encoder.encode(rows, columns, 1, pixels);
    }

    /** A DCT stream of unsigned pixels, their samples together. */
    public static byte[] dct(int process, int bits, int rows, int columns, int samples, int[] pixels) {
        DctEncoder encoder = new DctEncoder();
        encoder.process = process;
        encoder.precision = bits;
        return encoder.encode(rows, columns, samples, pixels);
    }

    /** A DCT stream of three components that says that they are red, green and blue (Adobe's APP14). */
    public static byte[] dctRgb(int bits, int rows, int columns, int[] pixels) {
        DctEncoder encoder = new DctEncoder();
        encoder.precision = bits;
        encoder.application = out -> out.adobe(0);
        return encoder.encode(rows, columns, 3, pixels);
    }

    /** A progressive DCT stream of unsigned pixels, their samples together. */
    public static byte[] progressive(int bits, int rows, int columns, int samples, int[] pixels) {
        ProgressiveEncoder encoder = new ProgressiveEncoder();
        encoder.blocks.precision = bits;
        encoder.scans = ProgressiveEncoder.usual(samples);
        return encoder.encode(rows, columns, samples, pixels);
    }
}
