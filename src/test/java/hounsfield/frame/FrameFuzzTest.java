package hounsfield.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hounsfield.bytes.ArrayByteSource;
import hounsfield.codec.Samples;
import hounsfield.codec.jpeg.JpegStreams;
import hounsfield.codec.jpegls.JpegLsStreams;
import hounsfield.color.RgbConverter;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.testing.FuzzLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes to a decoded frame: only {@link hounsfield.standard.error.DicomException} may escape. Runs its seeds as a test, and without end as
 * {@code JAZZER_FUZZ=1 mvn surefire:test -Dtest=FrameFuzzTest}.
 */
class FrameFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.concat(ImageBytes.variety().stream(), ofCodecs());
    }

    /** A file for each codec that is not among those. */
    private static Stream<byte[]> ofCodecs() {
        return Stream.of(
                frame("1.2.840.10008.1.2.4.80", 1, 6, 12, JpegLsStreams.lossless(12, 1, 2, 3, 3, 3, 4000)),
                frame("1.2.840.10008.1.2.4.90", 1, 1, 8, jpeg2000("plain-dot.j2k")),
                frame("1.2.840.10008.1.2.4.91", 150, 3, 8, jpeg2000("irreversible-thin.j2k")),
                frame("1.2.840.10008.1.2.4.201", 150, 3, 8, jpeg2000("ht-thin.j2c")),
                frame("1.2.840.10008.1.2.4.51", 8, 8, 12, JpegStreams.dct(0xC1, 12, 8, 8, 1, new int[64])),
                frame("1.2.840.10008.1.2.4.55", 8, 8, 12, JpegStreams.progressive(12, 8, 8, 1, new int[64])),
                frame("1.2.840.10008.1.2.4.57", 2, 2, 8, JpegStreams.losslessWithLateRows(8, 2, 2, new int[4])));
    }

    private static byte[] frame(String syntax, int rows, int columns, int bits, byte[] stream) {
        return ImageBytes.gray(syntax, rows, columns, bits > 8 ? 16 : 8, bits, 0, 1)
                .encapsulated(
                        Tag.PIXEL_DATA, stream.length % 2 == 0 ? stream : Arrays.copyOf(stream, stream.length + 1))
                .toBytes();
    }

    private static byte[] jpeg2000(String name) {
        try (InputStream in = FrameFuzzTest.class.getResourceAsStream("/hounsfield/codec/jpeg2000/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("ofCodecs")
    void seedsOfCodecsAreSound(byte[] bytes) throws IOException {
        try (FrameReader frames = FrameReader.open(DicomFile.read(new ArrayByteSource("seed", bytes)))) {
            assertEquals(frames.layout().samples(), frames.read(0).length());
        }
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
