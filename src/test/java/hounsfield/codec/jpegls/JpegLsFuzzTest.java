package hounsfield.codec.jpegls;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hounsfield.codec.FuzzedFrame;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Decodes any layout and stream; only {@link hounsfield.standard.error.DicomException} may be thrown. Runs its seeds as a
 * test, and without end as {@code JAZZER_FUZZ=1 mvn surefire:test -Dtest=JpegLsFuzzTest}.
 */
class JpegLsFuzzTest {
    static Stream<byte[]> seeds() {
        return FuzzedFrame.seeds(new JpegLsDecoderTest());
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void onlyDicomExceptionEscapes(byte[] bytes) {
        FuzzedFrame.decode(new JpegLsDecoder(), bytes);
    }
}
