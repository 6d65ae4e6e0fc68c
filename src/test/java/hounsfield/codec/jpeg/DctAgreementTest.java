package hounsfield.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecoderSuite;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Both decoders of 8-bit DCT streams give the same image, including the edges of chroma, so either may be used. Chroma that is halved
 * only in height is excluded, because JDKs differ by the library that they are built with.
 */
class DctAgreementTest {
    @ParameterizedTest
    @CsvSource({"1,1,1,1", "2,1,1,1", "2,2,1,1", "4,1,1,1", "4,2,1,1", "2,2,1,2", "4,4,1,1", "4,1,2,1"})
    void ownDecoderAgreesWithTheJdks(int h, int v, int chromaH, int chromaV) throws DicomException {
        for (int columns : new int[] {5, 16, 33, 50}) {
            for (int rows : new int[] {5, 16, 37}) {
                DctEncoder encoder = new DctEncoder();
                encoder.sampling = new int[][] {{h, v}, {chromaH, chromaV}, {chromaH, chromaV}};
                encoder.interleaved = h * v + 2 * chromaH * chromaV <= 10;
                encoder.step = 3;
                encoder.application = JpegBytes::jfif;
                PixelLayout layout = DecoderSuite.color(rows, columns, 8, false);
                ByteSpan frame = ByteSpan.of(encoder.encode(rows, columns, 3, pixels(rows, columns)));
                Diagnostics diagnostics = new Diagnostics();
                Samples platform = PlatformJpeg.decode(new Codestream(frame), layout, new DecodingContext(diagnostics))
                        .orElseThrow();
                Samples own =
                        new DctDecoder(new Codestream(frame), false).decode(layout, new DecodingContext(diagnostics));
                assertEquals(List.of(), diagnostics.sentences());
                for (int i = 0; i < layout.samples(); i++) {
                    assertEquals(platform.intAt(i), own.intAt(i), 1, columns + " x " + rows + ", sample " + i);
                }
            }
        }
    }

    private static int[] pixels(int rows, int columns) {
        Random random = new Random(rows * 1000L + columns);
        int[] pixels = new int[rows * columns * 3];
        for (int i = 0; i < pixels.length; i++) pixels[i] = random.nextInt(4) == 0 ? random.nextInt(256) : i % 251;
        return pixels;
    }
}
