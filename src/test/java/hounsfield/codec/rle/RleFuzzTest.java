package hounsfield.codec.rle;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hounsfield.codec.FuzzedFrame;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** A layout and a stream to samples: only {@link hounsfield.standard.error.DicomException} may escape. */
class RleFuzzTest {
    static Stream<byte[]> seeds() {
        return FuzzedFrame.seeds(new RleDecoderTest());
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void onlyDicomExceptionEscapes(byte[] bytes) {
        FuzzedFrame.decode(new RleDecoder(), bytes);
    }
}
