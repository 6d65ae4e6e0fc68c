package hounsfield.codec.jpeg2000;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecodingContext;
import hounsfield.testing.FuzzLimits;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Decodes any codestream; only {@link hounsfield.standard.error.DicomException} may be thrown. The first byte selects the
 * options.
 */
class Jpeg2000FuzzTest {
    private static final int MAX_SAMPLES = 1 << 20;

    static Stream<byte[]> seeds() {
        return Streams.all().filter(entry -> entry.bytes().length() < 4000).flatMap(entry -> Stream.of(0, 1, 2)
                .map(options -> seed(entry.bytes(), options)));
    }

    private static byte[] seed(ByteSpan stream, Integer options) {
        byte[] seed = new byte[1 + stream.length()];
        seed[0] = options.byteValue();
        System.arraycopy(stream.array(), stream.offset(), seed, 1, stream.length());
        return seed;
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void onlyDicomExceptionEscapes(byte[] bytes) {
        if (bytes.length == 0) return;
        boolean partial = (bytes[0] & 1) != 0;
        int discard = (bytes[0] & 2) != 0 ? 1 : 0;
        ByteSpan stream = new ByteSpan(bytes, 1, bytes.length - 1);
        FuzzLimits.check(bytes, () -> {
            ImageSize size = CodestreamParser.size(stream);
            // Large images are allowed but slow.
            if ((long) size.width() * size.height() * size.components().length > MAX_SAMPLES) return 0;
            Jpeg2000.decode(stream, new Jpeg2000.Options(1, discard, partial), new DecodingContext());
            return (long) size.width() * size.height() * size.components().length;
        });
    }
}
