package hounsfield.codec.jpeg;

import static hounsfield.codec.PhotometricInterpretation.MONOCHROME2;
import static hounsfield.codec.PhotometricInterpretation.RGB;
import static hounsfield.codec.PhotometricInterpretation.YBR_FULL;
import static hounsfield.codec.PhotometricInterpretation.YBR_FULL_422;
import static hounsfield.codec.PhotometricInterpretation.YBR_PARTIAL_422;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecoderSuite;
import hounsfield.codec.PhotometricInterpretation;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class JpegColorTest {
    @Test
    void headerDecidesWhereTheStreamIsSilent() {
        byte[] silent = stream(e -> {});
        assertEquals(RGB, color(silent, RGB));
        assertEquals(YBR_FULL, color(silent, YBR_FULL));
        assertEquals(YBR_FULL, color(silent, YBR_FULL_422));
        assertEquals(YBR_PARTIAL_422, color(silent, YBR_PARTIAL_422));
    }

    @Test
    void adobeGoesBeforeAll() {
        byte[] rgb = stream(e -> {
            e.application = out -> out.jfif().adobe(0);
            e.sampling = new int[][] {{2, 1}, {1, 1}, {1, 1}};
        });
        assertEquals(RGB, color(rgb, YBR_FULL_422));
        byte[] ybr = stream(e -> {
            e.application = out -> out.adobe(1);
            e.ids = new int[] {'R', 'G', 'B'};
        });
        assertEquals(YBR_FULL, color(ybr, RGB));
    }

    @Test
    void jfifIsYbr() {
        byte[] ybr = stream(e -> {
            e.application = JpegBytes::jfif;
            e.ids = new int[] {'R', 'G', 'B'};
        });
        assertEquals(YBR_FULL, color(ybr, RGB));
        assertEquals(YBR_FULL, color(ybr, YBR_FULL_422));
    }

    @Test
    void identifiersGoBeforeTheHeader() {
        assertEquals(RGB, color(stream(e -> e.ids = new int[] {'R', 'G', 'B'}), YBR_FULL));
    }

    @Test
    void halvedChromaIsYbr() {
        assertEquals(YBR_FULL, color(stream(e -> e.sampling = new int[][] {{2, 2}, {1, 1}, {1, 1}}), RGB));
    }

    @Test
    void grayAndDamageAreLeftToTheHeader() {
        byte[] gray = new DctEncoder().encode(2, 2, 1, new int[4]);
        PhotometricInterpretation color =
                new JpegFrameDecoder().color(ByteSpan.of(gray), DecoderSuite.gray(2, 2, 8, 8), MONOCHROME2);
        assertEquals(MONOCHROME2, color);
        assertEquals(YBR_FULL, color(new byte[] {1, 2, 3}, YBR_FULL_422));
    }

    private static byte[] stream(Consumer<DctEncoder> settings) {
        DctEncoder encoder = new DctEncoder();
        settings.accept(encoder);
        return encoder.encode(4, 4, 3, new int[48]);
    }

    private static PhotometricInterpretation color(byte[] stream, PhotometricInterpretation declared) {
        return new JpegFrameDecoder().color(ByteSpan.of(stream), DecoderSuite.color(4, 4, 8, false), declared);
    }
}
