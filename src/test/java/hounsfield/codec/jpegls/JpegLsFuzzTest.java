package hounsfield.codec.jpegls;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecoderSuite.Known;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.standard.DicomException;
import hounsfield.standard.Warnings;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A layout and a stream to samples: only {@link DicomException} may escape. Runs its seeds as a test, and without end as
 * {@code JAZZER_FUZZ=1 mvn surefire:test -Dtest=JpegLsFuzzTest}.
 */
class JpegLsFuzzTest {
    /** Rows, columns, samples, bits allocated, bits stored, sign: a byte each. */
    private static final int LAYOUT_BYTES = 6;

    static Stream<byte[]> seeds() {
        return new JpegLsDecoderTest().known().stream().map(JpegLsFuzzTest::seed);
    }

    private static byte[] seed(Known known) {
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
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void onlyDicomExceptionEscapes(byte[] bytes) {
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
        try {
            Samples samples = new JpegLsDecoder().decode(frame, layout, new Warnings());
            if (samples.length() != layout.samples()) throw new AssertionError(samples.length() + " samples");
        } catch (DicomException e) {
            // What the input deserves.
        }
    }
}
