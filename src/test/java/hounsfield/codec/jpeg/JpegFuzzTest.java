package hounsfield.codec.jpeg;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hounsfield.codec.FuzzedFrame;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A layout and a stream to samples: only {@link hounsfield.standard.error.DicomException} may escape. Runs its seeds as a test, and
 * without end as {@code JAZZER_FUZZ=1 mvn surefire:test -Dtest=JpegFuzzTest}.
 */
class JpegFuzzTest {
    static Stream<byte[]> seeds() {
        return FuzzedFrame.seeds(new JpegFrameDecoderTest());
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void onlyDicomExceptionEscapes(byte[] bytes) {
        FuzzedFrame.decode(new JpegFrameDecoder(), bytes);
    }
}
