package hounsfield.codec;

import hounsfield.bytes.ByteSpan;
import hounsfield.testing.FuzzLimits;
import java.util.stream.Stream;

/** The input of a fuzzer for a {@link FrameDecoder}: a layout in a few bytes, then the stream. */
public final class FuzzedFrame {
    /** Rows, columns, samples, bits allocated, bits stored, sign: a byte each. */
    private static final int LAYOUT_BYTES = 6;

    private FuzzedFrame() {}

    /** The known streams of a decoder's suite, as inputs to start from. */
    public static Stream<byte[]> seeds(DecoderSuite suite) {
        return suite.known().stream().map(known -> {
            PixelLayout layout = known.layout();
            byte[] seed = new byte[LAYOUT_BYTES + known.frame().length];
            seed[0] = (byte) layout.rows();
            seed[1] = (byte) layout.columns();
            seed[2] = (byte) layout.samplesPerPixel();
            seed[3] = (byte) layout.bitsAllocated();
            seed[4] = (byte) layout.bitsStored();
            seed[5] = (byte) (layout.signed() ? 1 : 0);
            System.arraycopy(known.frame(), 0, seed, LAYOUT_BYTES, known.frame().length);
            return seed;
        });
    }

    /** Decodes an input: it gives the samples of its layout, or a {@link
     * hounsfield.standard.error.DicomException}, and nothing else. */
    public static void decode(FrameDecoder decoder, byte[] bytes) {
        if (bytes.length < LAYOUT_BYTES) return;
        PixelLayout layout = new PixelLayout(
                bytes[0] & 0xFF,
                bytes[1] & 0xFF,
                bytes[2] & 7,
                bytes[3],
                bytes[4],
                bytes[4] - 1,
                (bytes[5] & 1) == 1,
                false,
                false);
        ByteSpan frame = new ByteSpan(bytes, LAYOUT_BYTES, bytes.length - LAYOUT_BYTES);
        FuzzLimits.check(bytes, () -> {
            layout.check(); // as the Image Pixel Module is before any decoder sees it
            Samples samples = decoder.decode(frame, layout, new DecodingContext());
            if (samples.length() != layout.samples()) throw new AssertionError(samples.length() + " samples");
            return samples.length();
        });
    }
}
