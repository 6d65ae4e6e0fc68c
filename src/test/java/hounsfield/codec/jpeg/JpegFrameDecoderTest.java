package hounsfield.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.CutFrameException;
import hounsfield.codec.DecoderSuite;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.FrameDecoder;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.work.Diagnostics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegFrameDecoderTest extends DecoderSuite {
    private static final TransferSyntax LOSSLESS = TransferSyntax.JPEG_LOSSLESS;
    private static final TransferSyntax PROGRESSIVE_SYNTAX = TransferSyntax.JPEG_PROGRESSIVE;
    private static final TransferSyntax EXTENDED = TransferSyntax.JPEG_EXTENDED;

    @Override
    protected FrameDecoder decoder() {
        return new JpegFrameDecoder();
    }

    @Override
    protected List<Known> known() {
        List<Known> known = new ArrayList<>();
        for (int predictor = 1; predictor <= 7; predictor++) {
            int selection = predictor;
            known.add(lossless("predictor " + predictor, gray(13, 17, 16, 12), e -> e.predictor = selection));
            known.add(lossless("RGB, predictor " + predictor, color(7, 9, 8, false), e -> e.predictor = selection));
        }
        known.add(lossless("16 bits, the widest differences", gray(16, 16, 16, 16), e -> e.predictor = 4));
        known.add(lossless("signed 16 bits", signedGray(11, 12, 16, 16), e -> e.predictor = 7));
        known.add(lossless("signed 12 bits, long codes", signedGray(11, 12, 16, 12), e -> {
            e.predictor = 5;
            e.huffman = LosslessEncoder.GROWING;
        }));
        known.add(lossless("16 bits, long codes", gray(16, 16, 16, 16), e -> e.huffman = LosslessEncoder.GROWING));
        known.add(lossless("one column", gray(9, 1, 8, 8), e -> e.predictor = 4));
        known.add(lossless("2 bits", gray(9, 5, 8, 2), e -> e.predictor = 6));
        known.add(lossless("point transform", gray(9, 10, 16, 10), e -> {
            e.transform = 3;
            e.predictor = 2;
        }));
        known.add(lossless("restart intervals of 2 rows", gray(31, 6, 16, 12), e -> {
            e.restartRows = 2;
            e.predictor = 6;
        }));
        known.add(lossless("DNL", gray(9, 10, 8, 8), e -> e.lateRows = true));
        known.add(lossless("RGB, component by component, with restart intervals", color(9, 10, 8, false), e -> {
            e.interleaved = false;
            e.restartRows = 4;
            e.lateRows = true;
        }));
        known.add(lossless("chroma of half the width and height", color(8, 12, 8, false), e -> {
            e.sampling = new int[][] {{2, 2}, {1, 1}, {1, 1}};
            e.predictor = 7;
            e.restartRows = 3;
        }));
        known.add(lossless("all components 2 x 2", color(7, 9, 8, false), e -> {
            e.sampling = new int[][] {{2, 2}, {2, 2}, {2, 2}};
            e.predictor = 4;
        }));
        known.add(dct("8 bits", gray(11, 19, 8, 8), e -> e.process = 0xC0));
        known.add(dct("8 bits, Se = 0", gray(11, 19, 8, 8), e -> e.spectralEnd = 0));
        known.add(dct("8 bits, DNL", gray(19, 11, 8, 8), e -> e.lateRows = true));
        known.add(dct("12 bits", gray(19, 11, 16, 12), e -> e.spectralEnd = 0));
        known.add(dct("12 bits, wide quantization table", gray(10, 10, 16, 12), e -> e.wideQuantization = true));
        known.add(dct("12 bits, restart intervals", gray(40, 20, 16, 12), e -> e.restart = 2));
        known.add(dct("RGB", color(9, 17, 8, false), e -> e.application = out -> out.adobe(0)));
        known.add(dct("RGB, component by component", color(9, 17, 8, false), e -> {
            e.interleaved = false;
            e.restart = 1;
        }));
        known.add(dct("12-bit RGB, component by component", rgb12(9, 17), e -> {
            e.interleaved = false;
            e.restart = 2;
            e.lateRows = true;
        }));
        known.add(dct("sampling factors 1 to 4", color(16, 24, 8, false), e -> {
            e.sampling = new int[][] {{3, 1}, {1, 4}, {1, 2}};
            e.lateRows = true;
        }));
        known.add(progressive("8 bits", gray(11, 19, 8, 8), e -> e.scans = ProgressiveEncoder.usual(1)));
        known.add(progressive("12 bits", gray(19, 21, 16, 12), e -> e.scans = ProgressiveEncoder.usual(1)));
        known.add(
                progressive("12 bits, bands alone", gray(10, 10, 16, 12), e -> e.scans = ProgressiveEncoder.bands(1)));
        known.add(progressive("12 bits, restart intervals", gray(40, 20, 16, 12), e -> e.restart = 2));
        known.add(progressive("12 bits, signed, DNL", signedGray(17, 9, 16, 12), e -> e.lateRows = true));
        known.add(progressive("12-bit RGB, restart intervals", rgb12(9, 17), e -> e.restart = 1));
        known.add(progressive("12-bit, sampling factors 1 to 4", rgb12(16, 24), e -> {
            e.blocks.sampling = new int[][] {{3, 1}, {1, 4}, {1, 2}};
        }));
        return known;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void everyLosslessPrecisionPredictorAndNumberOfComponents(int precision) throws DicomException {
        int allocated = precision <= 8 ? 8 : 16;
        for (int components = 1; components <= 4; components++) {
            PixelLayout layout =
                    new PixelLayout(7, 11, components, allocated, precision, precision - 1, false, false, false);
            for (int predictor = 1; predictor <= 7; predictor++) {
                for (int transform = 0; transform < Math.min(3, precision); transform++) {
                    for (boolean interleaved : new boolean[] {true, false}) {
                        int selection = predictor;
                        int shift = transform;
                        Known known = lossless("", layout, e -> {
                            e.predictor = selection;
                            e.transform = shift;
                            e.interleaved = interleaved;
                            e.restartRows = 3;
                        });
                        assertArrayEquals(
                                known.stored(),
                                ints(known.frame(), layout),
                                () -> "predictor " + selection + ", point transform " + shift + ", " + layout
                                        + (interleaved ? ", interleaved" : ""));
                    }
                }
            }
        }
    }

    /** All that B.2.2 allows where an MCU has 10 blocks at most (B.2.3), restarted, in one scan and in three. */
    @Test
    void everySamplingFactor() throws DicomException {
        PixelLayout layout = rgb12(37, 41);
        for (int factors = 0; factors < 256; factors++) {
            int h = 1 + (factors & 3);
            int v = 1 + (factors >> 2 & 3);
            int otherH = 1 + (factors >> 4 & 3);
            int otherV = 1 + (factors >> 6);
            if (h * v + otherH * otherV + 1 > 10) continue;
            DctEncoder encoder = new DctEncoder();
            encoder.precision = 12;
            encoder.restart = 2;
            encoder.sampling = new int[][] {{h, v}, {otherH, otherV}, {1, 1}};
            int[] pixels = ramps(layout);
            for (boolean interleaved : new boolean[] {true, false}) {
                encoder.interleaved = interleaved;
                int[] stored = ints(encoder.encode(37, 41, 3, pixels), layout);
                for (int i = 0; i < stored.length; i++) {
                    int[] own = encoder.sampling[i % 3];
                    boolean full = own[0] == Math.max(h, otherH) && own[1] == Math.max(v, otherV);
                    // A sample for up to 4 x 4 pixels differs by less than a misplaced block would.
                    assertEquals(pixels[i], stored[i], full ? 2 : 40, h + " x " + v + ", " + otherH + " x " + otherV);
                }
            }
        }
    }

    /** Ramps of 8 per pixel, with a different direction in each component. */
    private static int[] ramps(PixelLayout layout) {
        int[] pixels = new int[layout.samples()];
        for (int i = 0; i < pixels.length; i++) {
            int x = i / 3 % layout.columns();
            int y = i / 3 / layout.columns();
            pixels[i] = 2000 + (i % 3 == 1 ? -8 : 8) * x + (i % 3 == 2 ? -8 : 8) * y;
        }
        return pixels;
    }

    @Test
    void truncatedLosslessScanReportsItsOffset() throws DicomException {
        Known known = lossless("", gray(20, 20, 16, 12), e -> {});
        byte[] half = Arrays.copyOf(known.frame(), known.frame().length / 2);
        MalformedDicomException e = assertThrows(MalformedDicomException.class, () -> decode(half, known.layout()));
        assertEquals(half.length, e.location().offset(), 2);
        assertTrue(e.getMessage().contains("JPEG scan ends early, in row"), e.getMessage());
    }

    /** 8 bits are decoded by the JDK, which fills the rest with gray. */
    @ParameterizedTest
    @ValueSource(ints = {8, 12})
    void truncatedLossyScanHasTheRowsBeforeItsEnd(int bits) throws DicomException {
        Known known = dct("", gray(64, 64, bits == 8 ? 8 : 16, bits), e -> e.restart = 3);
        byte[] half = Arrays.copyOf(known.frame(), known.frame().length / 2);
        CutFrameException e = assertThrows(CutFrameException.class, () -> decode(half, known.layout()));
        assertEquals(24, e.rows());
        for (int i = 0; i < 64 * 24; i++)
            assertEquals(known.stored()[i], e.samples().intAt(i), 2, "sample " + i);
        assertEquals(half.length, e.location().offset());
        assertEquals("JPEG scan ends early, in block row 3 of 8", e.problem());
    }

    /** Samples that are missing before a marker are not cut off: the data before the marker is damaged. */
    @ParameterizedTest
    @ValueSource(ints = {8, 12, 16})
    void missingSamplesBeforeAMarkerAreDamage(int bits) throws DicomException {
        PixelLayout layout = gray(64, 64, bits == 8 ? 8 : 16, bits);
        Known known = bits == 16 ? lossless("", layout, e -> {}) : dct("", layout, e -> {});
        byte[] half = Arrays.copyOf(known.frame(), known.frame().length / 2);
        half[half.length - 2] = (byte) 0xFF;
        half[half.length - 1] = (byte) 0xD9;
        MalformedDicomException e = assertThrows(MalformedDicomException.class, () -> decode(half, layout));
        assertEquals(MalformedDicomException.class, e.getClass());
        assertTrue(e.getMessage().contains("JPEG scan ends early"), e.getMessage());
    }

    /** Interpolated chroma of a row depends on the next one. */
    @Test
    void truncatedColorHasNoRows() throws DicomException {
        Known known = dct("", color(64, 64, 8, false), e -> {});
        byte[] half = Arrays.copyOf(known.frame(), known.frame().length / 2);
        assertEquals(
                MalformedDicomException.class,
                assertThrows(DicomException.class, () -> decode(half, known.layout()))
                        .getClass());
    }

    @Test
    void missingEoiIsNoFault() throws DicomException {
        for (Known known : known()) {
            Diagnostics diagnostics = new Diagnostics();
            byte[] cut = Arrays.copyOf(known.frame(), known.frame().length - 2);
            Samples samples = decoder().decode(ByteSpan.of(cut), known.layout(), new DecodingContext(diagnostics));
            for (int i = 0; i < known.stored().length; i++) {
                assertEquals(known.stored()[i], samples.intAt(i), known.tolerance(), known.name());
            }
        }
    }

    @Test
    void signComesFromTheHeader() throws DicomException {
        LosslessEncoder encoder = new LosslessEncoder();
        encoder.precision = 16;
        byte[] whole = encoder.encode(1, 4, 1, new int[] {0xFFFF, 0x0FFF, 0x0800, 0x07FF});
        assertArrayEquals(new int[] {-1, 4095, 2048, 2047}, ints(whole, signedGray(1, 4, 16, 16)));
        // Sign-extended cells and plain 12-bit numbers mean the same in 12 Bits Stored.
        assertArrayEquals(new int[] {-1, -1, -2048, 2047}, ints(whole, signedGray(1, 4, 16, 12)));
        assertArrayEquals(new int[] {4095, 4095, 2048, 2047}, ints(whole, gray(1, 4, 16, 12)));
        encoder.precision = 12;
        byte[] narrow = encoder.encode(1, 3, 1, new int[] {0x0FFF, 0x0800, 0x07FF});
        assertArrayEquals(new int[] {-1, -2048, 2047}, ints(narrow, signedGray(1, 3, 16, 16)));
        assertArrayEquals(new int[] {4095, 2048, 2047}, ints(narrow, gray(1, 3, 16, 16)));
    }

    @Test
    void wholeCellsAreShiftedByHighBit() throws DicomException {
        LosslessEncoder encoder = new LosslessEncoder();
        encoder.precision = 16;
        byte[] stream = encoder.encode(1, 2, 1, new int[] {0xABC7, 0x7FF0});
        PixelLayout layout = new PixelLayout(1, 2, 1, 16, 12, 15, false, false, false);
        assertArrayEquals(new int[] {0xABC, 0x7FF}, ints(stream, layout));
    }

    @Test
    void lossyOvershootIsClamped() throws DicomException {
        DctEncoder encoder = new DctEncoder();
        encoder.precision = 12;
        int[] pixels = new int[64];
        Arrays.fill(pixels, 1030);
        byte[] stream = encoder.encode(8, 8, 1, pixels);
        for (int value : ints(stream, gray(8, 8, 16, 10))) assertEquals(1023, value);
        encoder.precision = 8;
        Arrays.fill(pixels, 130);
        for (int value : ints(encoder.encode(8, 8, 1, pixels), gray(8, 8, 8, 7))) assertEquals(127, value);
    }

    @Test
    void sizeMustBeTheHeaders() {
        Known known = lossless("", gray(4, 5, 8, 8), e -> {});
        MalformedDicomException e =
                assertThrows(MalformedDicomException.class, () -> decode(known.frame(), gray(5, 4, 8, 8)));
        assertEquals("JPEG image is 5 x 4, Columns x Rows 4 x 5", e.problem());
    }

    @Test
    void precisionBeyondBitsAllocatedIsRefused() {
        Known known = lossless("", gray(4, 5, 16, 16), e -> {});
        MalformedDicomException e =
                assertThrows(MalformedDicomException.class, () -> decode(known.frame(), gray(4, 5, 8, 8)));
        assertEquals("JPEG precision is 16, Bits Allocated is 8", e.problem());
    }

    @Test
    void anImageThatTheStreamCannotHoldIsRefused() {
        byte[] bomb = new JpegBytes()
                .soi()
                .frame(0xC3, 16, 60000, 30000, List.of(new JpegBytes.Component(1, 1, 1, 0)))
                .huffman(0, LosslessEncoder.FLAT)
                .scan(new int[] {1}, new int[] {0}, 1, 0, 0)
                .raw(new int[1000])
                .eoi();
        MalformedDicomException e =
                assertThrows(MalformedDicomException.class, () -> decode(bomb, gray(60000, 30000, 16, 16)));
        assertTrue(e.problem().contains("cannot hold an image of 30000 x 60000"), e.problem());
    }

    @Test
    void dnlMustAgreeWithRows() {
        Known known = lossless("", gray(6, 4, 8, 8), e -> e.lateRows = true);
        byte[] frame = known.frame();
        frame[frame.length - 3] = 7; // the DNL segment's last byte, before EOI
        MalformedDicomException e = assertThrows(MalformedDicomException.class, () -> decode(frame, known.layout()));
        assertEquals("JPEG image has 7 lines, Rows is 6", e.problem());
    }

    @Test
    void missingRestartMarkerIsAnErrorInLosslessStreams() {
        Known known = lossless("", gray(6, 4, 8, 8), e -> e.restartRows = 3);
        byte[] frame = known.frame();
        for (int i = 0; i < frame.length - 1; i++) {
            if (frame[i] == (byte) 0xFF && frame[i + 1] == (byte) 0xD0) frame[i + 1] = (byte) 0xD5;
        }
        MalformedDicomException e = assertThrows(MalformedDicomException.class, () -> decode(frame, known.layout()));
        assertTrue(e.problem().startsWith("JPEG restart marker 0 is missing before row 3"), e.problem());
    }

    @Test
    void otherProcessesAreNamed() {
        byte[] arithmetic = new JpegBytes()
                .soi()
                .frame(0xC9, 8, 4, 5, List.of(new JpegBytes.Component(1, 1, 1, 0)))
                .scan(new int[] {1}, new int[] {0}, 0, 63, 0)
                .raw(new int[100])
                .eoi();
        UnsupportedDicomException e =
                assertThrows(UnsupportedDicomException.class, () -> decode(arithmetic, gray(4, 5, 8, 8)));
        assertEquals("JPEG arithmetic coding (SOF9) with 8 bits is not supported", e.problem());
    }

    private Samples decode(byte[] frame, PixelLayout layout) throws DicomException {
        return decoder().decode(ByteSpan.of(frame), layout, new DecodingContext());
    }

    private int[] ints(byte[] frame, PixelLayout layout) throws DicomException {
        return decode(frame, layout).toInts();
    }

    private static PixelLayout rgb12(int rows, int columns) {
        return new PixelLayout(rows, columns, 3, 16, 12, 11, false, false, false);
    }

    /** A stream of noise, as subsampling and point transform leave it. */
    private static Known lossless(String name, PixelLayout layout, Consumer<LosslessEncoder> settings) {
        LosslessEncoder encoder = new LosslessEncoder();
        encoder.precision = layout.bitsStored();
        settings.accept(encoder);
        int[] pixels = noise(layout, 1 << layout.bitsStored());
        hold(pixels, layout, encoder.sampling);
        for (int i = 0; i < pixels.length; i++) pixels[i] = pixels[i] >> encoder.transform << encoder.transform;
        byte[] frame = encoder.encode(layout.rows(), layout.columns(), layout.samplesPerPixel(), pixels);
        int extend = Integer.SIZE - layout.bitsStored();
        for (int i = 0; i < pixels.length && layout.signed(); i++) pixels[i] = pixels[i] << extend >> extend;
        return new Known("lossless, " + name, LOSSLESS, layout, frame, pixels, 0);
    }

    /** A stream of noise that no quantization touches; rounding of coefficients moves a sample by 2 at most. */
    private static Known dct(String name, PixelLayout layout, Consumer<DctEncoder> settings) {
        DctEncoder encoder = new DctEncoder();
        encoder.precision = layout.bitsStored();
        settings.accept(encoder);
        int[] pixels = noise(layout, 1 << layout.bitsStored());
        hold(pixels, layout, encoder.sampling);
        byte[] frame = encoder.encode(layout.rows(), layout.columns(), layout.samplesPerPixel(), pixels);
        return new Known("DCT, " + name, EXTENDED, layout, frame, pixels, 2);
    }

    /** As {@link #dct}, in the scans of {@link ProgressiveEncoder#usual} unless the settings say otherwise. */
    static Known progressive(String name, PixelLayout layout, Consumer<ProgressiveEncoder> settings) {
        ProgressiveEncoder encoder = new ProgressiveEncoder();
        encoder.blocks.precision = layout.bitsStored();
        encoder.scans = ProgressiveEncoder.usual(layout.samplesPerPixel());
        settings.accept(encoder);
        int[] pixels = noise(layout, 1 << layout.bitsStored());
        hold(pixels, layout, encoder.blocks.sampling);
        byte[] frame = encoder.encode(layout.rows(), layout.columns(), layout.samplesPerPixel(), pixels);
        int extend = Integer.SIZE - layout.bitsStored();
        for (int i = 0; i < pixels.length && layout.signed(); i++) pixels[i] = pixels[i] << extend >> extend;
        return new Known("progressive, " + name, PROGRESSIVE_SYNTAX, layout, frame, pixels, 2);
    }

    private static int[] noise(PixelLayout layout, int range) {
        Random random = new Random(layout.hashCode());
        int[] pixels = new int[layout.samples()];
        // Long runs, small steps and wide ones: every kind of difference.
        int value = range / 2;
        for (int i = 0; i < pixels.length; i++) {
            int kind = random.nextInt(8);
            if (kind == 0) value = random.nextInt(range);
            else if (kind < 5) value = Math.floorMod(value + random.nextInt(9) - 4, range);
            pixels[i] = value;
        }
        return pixels;
    }

    /** Makes samples constant over the cells of a subsampled component, so that repeating them gives them back. */
    private static void hold(int[] pixels, PixelLayout layout, int[][] sampling) {
        int samples = layout.samplesPerPixel();
        int maxH = 1;
        int maxV = 1;
        for (int c = 0; c < samples; c++) {
            maxH = Math.max(maxH, sampling[c][0]);
            maxV = Math.max(maxV, sampling[c][1]);
        }
        int[] copy = pixels.clone();
        for (int i = 0; i < pixels.length; i++) {
            int c = i % samples;
            int cellH = maxH / sampling[c][0];
            int cellV = maxV / sampling[c][1];
            int x = i / samples % layout.columns() / cellH * cellH;
            int y = i / samples / layout.columns() / cellV * cellV;
            pixels[i] = copy[(y * layout.columns() + x) * samples + c];
        }
    }
}
