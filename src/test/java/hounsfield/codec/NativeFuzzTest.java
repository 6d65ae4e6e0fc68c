package hounsfield.codec;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hounsfield.bytes.ByteSpan;
import hounsfield.codec.NativeDecoder.SampleType;
import hounsfield.testing.FuzzLimits;
import hounsfield.work.Diagnostics;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Native frames of any layout, sample type, byte order and number: samples of the layout, or a {@link
 * hounsfield.standard.error.DicomException}.
 */
class NativeFuzzTest {
    private static final int HEAD = 9;

    static Stream<byte[]> seeds() {
        int[] bits = {1, 8, 12, 16, 24, 32, 64};
        return IntStream.range(0, 4 * bits.length).mapToObj(i -> {
            byte[] seed = new byte[HEAD + 200];
            Arrays.fill(seed, (byte) (37 * i));
            int bit = bits[i / 4];
            byte[] head = {
                3, 4, (byte) (i % 2 * 2 + 1), (byte) bit, (byte) bit, (byte) (bit - 1), (byte) i, (byte) (i % 3), 1
            };
            System.arraycopy(head, 0, seed, 0, HEAD);
            return seed;
        });
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void samplesOfTheLayoutOrDicomException(byte[] bytes) {
        if (bytes.length < HEAD) return;
        int flags = bytes[6];
        SampleType type = SampleType.values()[(bytes[7] & 0xFF) % 3];
        int allocated = type == SampleType.INTEGER ? bytes[3] : type == SampleType.FLOAT ? 32 : 64;
        int samplesPerPixel = type == SampleType.INTEGER ? bytes[2] & 7 : 1;
        PixelLayout layout = new PixelLayout(
                bytes[0] & 0xFF,
                bytes[1] & 0xFF,
                samplesPerPixel,
                allocated,
                bytes[4],
                bytes[5],
                (flags & 1) != 0,
                (flags & 2) != 0,
                (flags & 4) != 0 && samplesPerPixel == 3);
        ByteOrder order = (flags & 8) != 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int frame = bytes[8] & 0x7F;
        FuzzLimits.check(bytes, () -> {
            layout.check();
            NativeDecoder decoder = new NativeDecoder(layout, type, order, (flags & 16) != 0, new Diagnostics());
            ByteSpan span = new ByteSpan(bytes, HEAD, bytes.length - HEAD);
            if (decoder.offset(frame) + decoder.length(frame) > span.length()) {
                decoder.decode(span, frame);
                return 0;
            }
            Samples samples = decoder.decode(span.slice((int) decoder.offset(frame), decoder.length(frame)), frame);
            if (samples.length() != layout.samples()) throw new AssertionError(samples.length() + " samples");
            return samples.length();
        });
    }
}
