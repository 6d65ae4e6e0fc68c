package hounsfield.frame;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hounsfield.bytes.ArrayByteSource;
import hounsfield.codec.Samples;
import hounsfield.color.RgbConverter;
import hounsfield.parse.DicomFile;
import hounsfield.testing.FuzzLimits;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes to a decoded frame: only {@link hounsfield.standard.DicomException} may escape. Runs its seeds as a test, and without end as
 * {@code JAZZER_FUZZ=1 mvn surefire:test -Dtest=FrameFuzzTest}.
 */
class FrameFuzzTest {
    static Stream<byte[]> seeds() {
        return ImageBytes.variety().stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "1m")
    void onlyDicomExceptionEscapes(byte[] bytes) {
        FuzzLimits.check(bytes, () -> {
            DicomFile file = DicomFile.read(new ArrayByteSource("fuzz", bytes));
            try (FrameReader frames = FrameReader.open(file)) {
                Samples samples = frames.read(0);
                if (samples.length() != frames.layout().samples()) throw new AssertionError("samples");
                if (!frames.photometric().isMonochrome())
                    RgbConverter.of(file, frames).toRgb(samples);
                return samples.length();
            }
        });
    }
}
