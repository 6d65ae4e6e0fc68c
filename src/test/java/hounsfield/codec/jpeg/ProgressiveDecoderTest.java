package hounsfield.codec.jpeg;

import static hounsfield.codec.DecoderSuite.color;
import static hounsfield.codec.DecoderSuite.gray;
import static hounsfield.codec.jpeg.JpegFrameDecoderTest.progressive;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecoderSuite.Known;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.FrameDecoder;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Diagnostics;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Features of progressive streams only; {@link JpegFrameDecoderTest} has some of these streams among its known ones. */
class ProgressiveDecoderTest {
    /**
     * A ramp of 16 x 16 pixels, (13 x + 7 y + xy / 3) mod 256, written as PGM and encoded by libjpeg-turbo:
     * {@code cjpeg -progressive -quality 100 -grayscale ramp.pgm}.
     */
    private static final String LIBJPEG_PROGRESSIVE = """
            /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB
            AQEBAQEBAQEBAQEBAQEBAQEBAQH/wgALCAAQABABAREA/8QAFgABAQEAAAAAAAAAAAAAAAAACAcJ/9oACAEBAAAAARNs
            sb4z/8QAGRAAAgMBAAAAAAAAAAAAAAAABQYABxIW/9oACAEBAAEFAq/WtxeHBlkNWa1uXM29kx//xAAlEAACAgECBAcA
            AAAAAAAAAAADBAIFBgETABEVQQcSFCIjUVL/2gAIAQEABj8CD7PrtwzkGQNr1dNVr+peeZ57Yh84whGMIRmU7ByzGuoo
            uMrTjRQqqhMyYQpr/H+e3APD6l182OYhYa9W1JX7BnMySk/XObbBpSYnX065i14NsKUGHi2hpdSTjTtw/8QAGxAAAgEF
            AAAAAAAAAAAAAAAAAAEREEFRwfD/2gAIAQEAAT8h69YSPVH0yhNkvsBmk6aHdVHfAQ+6/wD/2gAIAQEAAAAQn//EABwQ
            AAEEAwEAAAAAAAAAAAAAAAABMVHxEWFxwf/aAAgBAQABPxCV5ijSnUVvKgWZlFCT6PcE/Njb2EGJZXO11//Z
            """;

    private final FrameDecoder decoder = new JpegFrameDecoder();

    @Test
    void progressiveStreamsOfTheRetiredSyntaxesAreDecoded() throws DicomException {
        assertTrue(decoder.decodes(TransferSyntax.of("1.2.840.10008.1.2.4.53")));
        assertTrue(decoder.decodes(TransferSyntax.of("1.2.840.10008.1.2.4.55")));
        byte[] frame = Base64.getMimeDecoder().decode(LIBJPEG_PROGRESSIVE);
        PixelLayout layout = gray(16, 16, 8, 8);
        for (int[] stored : new int[][] {ints(frame, layout), own(frame, layout, new DecodingContext())}) {
            for (int i = 0; i < stored.length; i++) {
                int x = i % 16;
                int y = i / 16;
                assertEquals((x * 13 + y * 7 + x * y / 3) % 256, stored[i], 2, "sample " + i);
            }
        }
    }

    /** Noise in 8 bits, by this decoder and by the JDK's, which rounds otherwise. */
    @Test
    void progressiveStreamsOf8BitsAreAsTheJdkHasThem() throws DicomException {
        for (int restart : new int[] {0, 3}) {
            for (PixelLayout layout : List.of(gray(37, 41, 8, 8), color(21, 30, 8, false))) {
                for (int step : new int[] {1, 7, 40}) {
                    Known known = progressive("", layout, e -> {
                        e.restart = restart;
                        e.blocks.step = step;
                    });
                    Diagnostics diagnostics = new Diagnostics();
                    int[] own = own(known.frame(), layout, new DecodingContext(diagnostics));
                    int[] jdk = PlatformJpeg.decode(
                                    new Codestream(ByteSpan.of(known.frame())), layout, new DecodingContext())
                            .orElseThrow()
                            .toInts();
                    for (int i = 0; i < own.length; i++) assertEquals(jdk[i], own[i], 1, "sample " + i);
                    assertEquals(List.of(), diagnostics.sentences());
                }
            }
        }
    }

    /** One run of blocks without new coefficients over a whole scan, and as many runs as there can be. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 0x7FFF})
    void runsOfBlocksWithoutNewCoefficients(int longestRun) throws DicomException {
        PixelLayout layout = gray(64, 136, 16, 12);
        int[] pixels = new int[layout.samples()];
        // Even ground with a step in few blocks: most have only a mean, some get coefficients in late scans.
        for (int i = 0; i < pixels.length; i++) pixels[i] = i / 136 == 20 && i % 40 < 9 ? 2000 + i % 40 : 1000;
        ProgressiveEncoder encoder = new ProgressiveEncoder();
        encoder.blocks.precision = 12;
        encoder.scans = ProgressiveEncoder.usual(1);
        encoder.longestRun = longestRun;
        int[] stored = ints(encoder.encode(64, 136, 1, pixels), layout);
        for (int i = 0; i < stored.length; i++) assertEquals(pixels[i], stored[i], 2, "sample " + i);
    }

    @Test
    void progressiveStreamThatStopsBetweenScansIsRefused() throws DicomException {
        Known known = progressive("", gray(24, 24, 16, 12), e -> {});
        byte[] frame = known.frame();
        int lastScan = frame.length - 2;
        while (frame[lastScan] != (byte) 0xFF || frame[lastScan + 1] != (byte) 0xDA) lastScan--;
        byte[] stopped = Arrays.copyOf(frame, lastScan);
        MalformedDicomException e = assertThrows(MalformedDicomException.class, () -> decode(stopped, known.layout()));
        assertEquals("progressive JPEG stream ends before its last scans, without details", e.problem());
        // With EOI behind it the encoder left the last bits out on purpose.
        byte[] ended = Arrays.copyOf(frame, lastScan + 2);
        ended[lastScan + 1] = (byte) 0xD9;
        Diagnostics none = new Diagnostics();
        Samples samples = decoder.decode(ByteSpan.of(ended), known.layout(), new DecodingContext(none));
        assertEquals(List.of(), none.sentences());
        for (int i = 0; i < 24 * 24; i++) assertEquals(known.stored()[i], samples.intAt(i), 16, "sample " + i);
    }

    @Test
    void progressiveStreamWithoutMeansIsRefused() {
        ProgressiveEncoder encoder = new ProgressiveEncoder();
        encoder.blocks.precision = 12;
        encoder.scans = List.of(new ProgressiveEncoder.Scan(1, 63, 0, 0, 0));
        byte[] frame = encoder.encode(8, 8, 1, new int[64]);
        MalformedDicomException e =
                assertThrows(MalformedDicomException.class, () -> decode(frame, gray(8, 8, 16, 12)));
        assertEquals("JPEG stream ends before the scans of 1 components", e.problem());
    }

    @Test
    void scansThatNoProgressionHasAreRefused() {
        int[][] headers = {{0, 5, 0x00}, {5, 4, 0x00}, {1, 64, 0x00}, {1, 5, 0x20}, {1, 5, 0x0E}, {1, 5, 0x13}};
        for (int[] header : headers) {
            byte[] frame = new JpegBytes()
                    .soi()
                    .quantization(0x00, new int[64])
                    .frame(0xC2, 12, 8, 8, List.of(new JpegBytes.Component(1, 1, 1, 0)))
                    .huffman(0x00, DctEncoder.DC)
                    .huffman(0x10, DctEncoder.AC)
                    .scan(new int[] {1}, new int[] {0}, header[0], header[1], header[2])
                    .raw(new int[20])
                    .eoi();
            MalformedDicomException e =
                    assertThrows(MalformedDicomException.class, () -> decode(frame, gray(8, 8, 16, 12)));
            assertTrue(e.problem().contains("which is not a valid progression"), e.problem());
        }
    }

    @Test
    void endlessScansAreRefused() {
        byte[] sound = Base64.getMimeDecoder().decode(LIBJPEG_PROGRESSIVE);
        JpegBytes scans = new JpegBytes();
        for (int i = 0; i < sound.length - 2; i++) scans.raw(sound[i] & 0xFF);
        for (int i = 0; i < 200; i++)
            scans.scan(new int[] {1}, new int[] {0}, 1, 63, 0).raw(0, 0, 0, 0, 0, 0, 0, 0);
        DicomException e = assertThrows(DicomException.class, () -> decode(scans.eoi(), gray(16, 16, 8, 8)));
        assertEquals("JPEG stream has more than 100 scans", e.problem());
    }

    private int[] own(byte[] frame, PixelLayout layout, DecodingContext context) throws DicomException {
        return new ProgressiveDecoder(new Codestream(ByteSpan.of(frame)), false)
                .decode(layout, context)
                .toInts();
    }

    private Samples decode(byte[] frame, PixelLayout layout) throws DicomException {
        return decoder.decode(ByteSpan.of(frame), layout, new DecodingContext());
    }

    private int[] ints(byte[] frame, PixelLayout layout) throws DicomException {
        return decode(frame, layout).toInts();
    }
}
