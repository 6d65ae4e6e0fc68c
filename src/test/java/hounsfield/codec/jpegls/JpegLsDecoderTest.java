package hounsfield.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ByteSpan;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegLsDecoderTest extends DecoderSuite {
    private static final int NONE = JpegLsEncoder.NONE;
    private static final int LINE = JpegLsEncoder.LINE;
    private static final int SAMPLE = JpegLsEncoder.SAMPLE;

    @Override
    protected FrameDecoder decoder() {
        return new JpegLsDecoder();
    }

    @Override
    protected List<Known> known() {
        List<Known> known = new ArrayList<>(List.of(
                gray("8 bits", 37, 23, 8, 0),
                gray("12 bits", 33, 40, 12, 0),
                gray("16 bits", 29, 31, 16, 0),
                gray("12 bits, NEAR 3", 35, 41, 12, 3),
                signed("signed 12 bits", 24, 24, 12, 0),
                signed("signed 16 bits, NEAR 2", 24, 24, 16, 2),
                color("RGB", NONE, 0),
                color("RGB by line", LINE, 0),
                color("RGB by line, NEAR 1", LINE, 1),
                color("RGB by sample", SAMPLE, 0),
                color("RGB by sample, NEAR 2", SAMPLE, 2)));
        DrawnImage image = new DrawnImage(19, 26, 10, 1);
        DrawnImage limited = image.limitedTo(1000);
        known.add(known("restart intervals", image.encoder().restartInterval(3), image, 16, false));
        known.add(known("height behind the scan", image.encoder().heightBehindScan(), image, 16, false));
        known.add(
                known("fill bytes before markers", image.encoder().fillBytes(3).restartInterval(5), image, 16, false));
        known.add(known("size in an LSE segment", image.encoder().oversize(), image, 16, false));
        known.add(known("presets", limited.encoder().preset(1000, 9, 9, 9, 31), limited, 16, false));
        DrawnImage colors = new DrawnImage(21, 14, 8, 3);
        known.add(known(
                "RGB by sample, restarts", colors.encoder().interleave(SAMPLE).restartInterval(4), colors, 8, false));
        known.add(
                known("RGB by line, restarts", colors.encoder().interleave(LINE).restartInterval(4), colors, 8, false));
        DrawnImage enlarged = enlarged(48, 40, 12, 4, 1);
        known.add(known("enlarged", enlarged.encoder().restartInterval(17), enlarged, 16, false));
        return known;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void everyPrecisionInEveryModeForSmallNears(int precision) throws DicomException {
        for (int near = 0; near <= Math.min(3, ((1 << precision) - 1) / 2); near++) {
            for (int components : new int[] {1, 3, 4}) {
                for (int mode : components == 1 ? new int[] {NONE} : new int[] {NONE, LINE, SAMPLE}) {
                    DrawnImage image = new DrawnImage(43, 27, precision, components);
                    check(known(
                            precision + " bits, " + components + " components, NEAR " + near + ", mode " + mode,
                            image.encoder().near(near).interleave(mode),
                            image,
                            precision <= 8 ? 8 : 16,
                            false));
                }
            }
        }
    }

    @Test
    void anySizeDownToOnePixel() throws DicomException {
        for (int width : new int[] {1, 2, 3, 17}) {
            for (int height : new int[] {1, 2, 3, 40}) {
                for (int near : new int[] {0, 1}) {
                    for (int mode : new int[] {NONE, LINE, SAMPLE}) {
                        DrawnImage image = new DrawnImage(width, height, 9, 3);
                        JpegLsEncoder encoder = image.encoder().near(near).interleave(mode);
                        check(known(width + " x " + height + ", mode " + mode, encoder, image, 16, false));
                    }
                }
            }
        }
    }

    @Test
    void longRunsUseTheWholeRunTable() throws DicomException {
        DrawnImage image = new DrawnImage(5000, 130, 16, new int[5000 * 130]);
        image.planes()[0][129 * 5000 + 4321] = 65535;
        image.planes()[0][64 * 5000] = 1;
        check(known("flat", image.encoder(), image, 16, false));
        check(known("flat, NEAR 3", image.encoder().near(3), image, 16, false));
    }

    @Test
    void longestCodesAreRead() throws DicomException {
        // Flat until the contexts expect errors of 0, then errors of half the range, whose codes have LIMIT bits.
        int[] samples = new int[64 * 64];
        for (int i = 0; i < samples.length; i++) samples[i] = i > 3000 ? (i * 32771 & 0xFFFF) : i % 64 & 1;
        DrawnImage image = new DrawnImage(64, 64, 16, samples);
        check(known("spikes", image.encoder(), image, 16, false));
        check(known("spikes, NEAR 1", image.encoder().near(1), image, 16, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 63, 64, 255, 1000, 65535})
    void resetMayBeAnything(int reset) throws DicomException {
        DrawnImage image = new DrawnImage(150, 150, 16, 1);
        check(known("RESET", image.encoder().preset(0, 0, 0, 0, reset), image, 16, false));
        check(known("RESET", image.encoder().preset(0, 0, 0, 0, reset).near(1), image, 16, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 7, 64})
    void enlargedPixelsBesideNoise(int reset) throws DicomException {
        // Blocks of 1, 2 and 4 equal pixels and ramps: long series of errors of 0, then lines where they are rare.
        Random random = new Random(reset);
        int[] coarse = random.ints(200 * 160, 0, 60).toArray();
        int[] samples = new int[200 * 160];
        for (int y = 0; y < 160; y++) {
            int size = 1 << y / 20 % 3;
            for (int x = 0; x < 200; x++) {
                int block = coarse[y / size * size * 200 + x / size * size];
                samples[y * 200 + x] = y % 40 == 39 ? x : 90 + block;
            }
        }
        DrawnImage image = new DrawnImage(200, 160, 8, samples);
        for (int near : new int[] {0, 1, 2}) {
            JpegLsEncoder encoder = image.encoder().preset(0, 0, 0, 0, reset).near(near);
            check(known("RESET " + reset + ", NEAR " + near, encoder, image, 8, false));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 8, 16, 17, 20})
    void enlargedImagesInEveryMode(int factor) throws DicomException {
        for (int precision : new int[] {2, 8, 12, 16}) {
            for (int components : new int[] {1, 3}) {
                DrawnImage image = enlarged(203, 90, precision, factor, components);
                for (int near : new int[] {0, 1}) {
                    for (int mode : components == 1 ? new int[] {NONE} : new int[] {NONE, LINE, SAMPLE}) {
                        for (int reset : new int[] {0, 3}) {
                            JpegLsEncoder encoder = image.encoder()
                                    .preset(0, 0, 0, 0, reset)
                                    .near(near)
                                    .interleave(mode)
                                    .restartInterval(mode == NONE ? 37 : 0);
                            String name = "enlarged by " + factor + ", " + precision + " bits, mode " + mode;
                            check(known(name, encoder, image, precision <= 8 ? 8 : 16, false));
                        }
                    }
                }
            }
        }
    }

    /**
     * An image in which each pixel is repeated to a square: a ramp, both ends of the range side by side, and noise
     * around the middle of the range.
     */
    private static DrawnImage enlarged(int width, int height, int precision, int factor, int components) {
        int maximum = (1 << precision) - 1;
        int[][] planes = new int[components][width * height];
        for (int c = 0; c < components; c++) {
            for (int i = 0; i < planes[c].length; i++) {
                int x = i % width / factor;
                int y = i / width / factor;
                int hash = (x * 73 + y * 179 + c * 31) * 0x9E3779B1 >>> 24;
                int value = x * 4 < width / factor
                        ? x + y
                        : x * 2 < width / factor ? hash % 5 / 3 * maximum : maximum / 2 + hash % 13;
                planes[c][i] = Math.min(maximum, value);
            }
        }
        return new DrawnImage(width, height, precision, planes);
    }

    @Test
    void maximumNeedNotBeAPowerOfTwo() throws DicomException {
        for (int maximum : new int[] {1, 2, 5, 100, 127, 128, 200, 4095, 5000}) {
            DrawnImage image = new DrawnImage(40, 40, 13, 1).limitedTo(maximum);
            check(known("MAXVAL " + maximum, image.encoder().preset(maximum, 0, 0, 0, 0), image, 16, false));
            if (maximum < 2) continue;
            check(known(
                    "MAXVAL " + maximum,
                    image.encoder().preset(maximum, 0, 0, 0, 0).near(1),
                    image,
                    16,
                    false));
        }
    }

    @Test
    void mappingTableReplacesSamples() throws DicomException {
        DrawnImage image = new DrawnImage(12, 9, 2, 1);
        byte[] frame = image.encoder()
                .mappingTable(7)
                .before(
                        0xFF, 0xF8, 0, 9, 2, 7, 2, 0x01, 0x00, 0x02, 0x02, // ID 2, table 7, entries of 2 bytes
                        0xFF, 0xF8, 0, 9, 3, 7, 2, 0x0F, 0xFE, 0x00, 0x05) // ID 3 continues it
                .encode();
        int[] table = {0x100, 0x202, 0xFFE, 5};
        int[] expected =
                Arrays.stream(image.stored()).map(value -> table[value]).toArray();
        assertArrayEquals(expected, decode(frame, gray(9, 12, 16, 12)).toInts());
    }

    @Test
    void mappingTableThatIsTooShortIsAnError() {
        DrawnImage image = new DrawnImage(12, 9, 2, 1);
        byte[] frame = image.encoder()
                .mappingTable(1)
                .before(0xFF, 0xF8, 0, 6, 2, 1, 1, 9)
                .encode();
        assertProblem(MalformedDicomException.class, "mapping table has 1 entries", frame, gray(9, 12, 8, 8));
    }

    @Test
    void lowBitsAreTheValueWhereMoreAreCoded() throws DicomException {
        int[] coded = {0xFFFF, 0xF800, 0x07FF, 0x0001};
        byte[] frame = new JpegLsEncoder(2, 2, 16, coded).encode();
        Diagnostics diagnostics = new Diagnostics();
        assertArrayEquals(
                new int[] {-1, -2048, 2047, 1},
                decoder()
                        .decode(ByteSpan.of(frame), signedGray(2, 2, 16, 12), new DecodingContext(diagnostics))
                        .toInts());
        assertTrue(diagnostics.isEmpty(), "a coded sign is not an error");
        assertArrayEquals(
                new int[] {0xFFF, 0x800, 0x7FF, 1},
                decoder()
                        .decode(ByteSpan.of(frame), gray(2, 2, 16, 12), new DecodingContext(diagnostics))
                        .toInts());
        assertTrue(diagnostics.sentences().get(0).contains("higher bits are dropped"), "dirty bits are reported");
    }

    @Test
    void fewerCodedBitsThanBitsStoredAreNotNegative() throws DicomException {
        byte[] frame = new JpegLsEncoder(2, 1, 8, new int[] {255, 3}).encode();
        assertArrayEquals(
                new int[] {255, 3}, decode(frame, signedGray(1, 2, 16, 16)).toInts());
        assertInstanceOf(Samples.Shorts.class, decode(frame, signedGray(1, 2, 16, 16)));
    }

    @Test
    void nearLosslessOvershootIsClamped() throws DicomException {
        int[] bright = new Random(5).ints(64, 4080, 4096).toArray();
        JpegLsEncoder encoder = new JpegLsEncoder(8, 8, 16, bright).near(2);
        byte[] frame = encoder.encode();
        int[] whole = encoder.reconstructed()[0];
        assertTrue(Arrays.stream(whole).anyMatch(value -> value > 4095), "the fixture overshoots");
        int[] expected =
                Arrays.stream(whole).map(value -> Math.min(4095, value)).toArray();
        assertArrayEquals(expected, decode(frame, gray(8, 8, 16, 12)).toInts());
    }

    @Test
    void sizeMustBeThatOfTheDataSet() {
        byte[] frame = new DrawnImage(12, 9, 8, 1).encoder().encode();
        assertProblem(MalformedDicomException.class, "12 x 9 pixels, but", frame, gray(9, 13, 8, 8));
        assertProblem(MalformedDicomException.class, "12 x 9 pixels, but", frame, gray(8, 12, 8, 8));
        assertProblem(MalformedDicomException.class, "1 components", frame, color(9, 12, 8, false));
    }

    @Test
    void colorTransformIsNamed() {
        byte[] frame = new DrawnImage(12, 9, 8, 3)
                .encoder()
                .before(0xFF, 0xE8, 0, 7, 'm', 'r', 'f', 'x', 1)
                .encode();
        assertProblem(UnsupportedDicomException.class, "HP color transform 1", frame, color(9, 12, 8, false));
    }

    @Test
    void otherApplicationSegmentsAreSkipped() throws DicomException {
        DrawnImage image = new DrawnImage(12, 9, 8, 3);
        byte[] frame = image.encoder()
                .before(0xFF, 0xE8, 0, 7, 'm', 'r', 'f', 'x', 0, 0xFF, 0xFE, 0, 4, 0xFF, 0xD8)
                .encode();
        assertArrayEquals(image.stored(), decode(frame, color(9, 12, 8, false)).toInts());
    }

    @Test
    void pointTransformIsNamed() {
        byte[] frame = new DrawnImage(12, 9, 8, 1).encoder().encode();
        frame[indexOf(frame, 0xDA) + 9] = 1;
        assertProblem(UnsupportedDicomException.class, "point transform", frame, gray(9, 12, 8, 8));
    }

    @Test
    void otherJpegIsNamed() {
        byte[] frame = new DrawnImage(12, 9, 8, 1).encoder().encode();
        frame[3] = (byte) 0xC3;
        assertProblem(UnsupportedDicomException.class, "FFC3", frame, gray(9, 12, 8, 8));
    }

    @Test
    void subsampledComponentsAreNamed() {
        byte[] frame = new DrawnImage(12, 9, 8, 3).encoder().encode();
        frame[13] = 0x21;
        assertProblem(UnsupportedDicomException.class, "different size", frame, color(9, 12, 8, false));
    }

    /** A restart interval counts lines in every mode of interleaving, and is a number of 2 to 4 bytes (T.87 C.2.5). */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 22, 23, 300})
    void restartIntervalsCountLinesInEveryMode(int lines) throws DicomException {
        for (int components : new int[] {1, 3, 4}) {
            for (int mode : components == 1 ? new int[] {NONE} : new int[] {NONE, LINE, SAMPLE}) {
                for (int near : new int[] {0, 2}) {
                    DrawnImage image = new DrawnImage(31, 23, 8, components);
                    JpegLsEncoder encoder = image.encoder().interleave(mode).near(near);
                    Known known = known(
                            components + " components, NEAR " + near + ", mode " + mode,
                            encoder.restartInterval(lines),
                            image,
                            8,
                            false);
                    check(known);
                    for (int bytes = 3; bytes <= 4; bytes++) {
                        assertArrayEquals(
                                known.stored(),
                                decode(widened(known.frame(), bytes), known.layout())
                                        .toInts(),
                                known.name());
                    }
                }
            }
        }
    }

    /** Returns the stream with a restart interval of more than the two bytes that it has. */
    private static byte[] widened(byte[] frame, int bytes) {
        int value = indexOf(frame, 0xDD) + 4;
        byte[] wide = new byte[frame.length + bytes - 2];
        System.arraycopy(frame, 0, wide, 0, value);
        wide[value - 1] = (byte) (2 + bytes);
        System.arraycopy(frame, value, wide, value + bytes - 2, frame.length - value);
        return wide;
    }

    @Test
    void linesInterleavedInGroupsAreNamed() throws DicomException {
        DrawnImage image = new DrawnImage(12, 9, 8, 3);
        for (int mode : new int[] {NONE, LINE, SAMPLE}) {
            byte[] frame = image.encoder().interleave(mode).encode();
            int header = indexOf(frame, 0xF7);
            for (int component = 0; component < 3; component++) frame[header + 11 + 3 * component] = 0x12;
            if (mode == LINE) {
                assertProblem(UnsupportedDicomException.class, "by 2 lines", frame, color(9, 12, 8, false));
            } else {
                // Without line interleaving, equal factors have no effect.
                assertArrayEquals(
                        image.stored(), decode(frame, color(9, 12, 8, false)).toInts());
            }
        }
    }

    @Test
    void truncatedScanReportsItsOffset() {
        byte[] frame = new DrawnImage(64, 64, 12, 1).encoder().encode();
        int length = frame.length / 2;
        MalformedDicomException e = assertThrows(
                MalformedDicomException.class, () -> decode(Arrays.copyOf(frame, length), gray(64, 64, 16, 12)));
        assertEquals("JPEG-LS data ends early", e.problem());
        assertTrue(Math.abs(e.location().offset() - length) <= 1, e.getMessage());
    }

    @Test
    void missingComponentIsNamed() {
        byte[] frame = new DrawnImage(12, 9, 8, 3).encoder().encode();
        int second = indexOf(frame, 0xDA) + 10;
        while ((frame[second] & 0xFF) != 0xFF || (frame[second + 1] & 0xFF) != 0xDA) second++;
        byte[] cut = Arrays.copyOf(frame, second + 2);
        cut[second + 1] = (byte) 0xD9;
        assertProblem(MalformedDicomException.class, "component 2 is missing", cut, color(9, 12, 8, false));
    }

    @Test
    void missingRestartMarkerIsNamed() {
        byte[] frame = new DrawnImage(12, 9, 8, 1).encoder().restartInterval(2).encode();
        frame[indexOf(frame, 0xD1) + 1] = (byte) 0xD3;
        assertProblem(MalformedDicomException.class, "RST1 is missing", frame, gray(9, 12, 8, 8));
    }

    @Test
    void dataAfterTheLastSampleIsReported() throws DicomException {
        DrawnImage image = new DrawnImage(12, 9, 8, 1);
        byte[] frame = image.encoder().encode();
        byte[] longer = Arrays.copyOf(frame, frame.length + 4);
        longer[frame.length + 2] = (byte) 0xFF;
        longer[frame.length + 3] = (byte) 0xD9;
        longer[frame.length - 2] = 1;
        longer[frame.length - 1] = 1;
        Diagnostics diagnostics = new Diagnostics();
        Samples samples = decoder().decode(ByteSpan.of(longer), gray(9, 12, 8, 8), new DecodingContext(diagnostics));
        assertArrayEquals(image.stored(), samples.toInts());
        assertTrue(
                diagnostics.sentences().get(0).contains("4 bytes more"),
                diagnostics.sentences().toString());
    }

    private void check(Known known) throws DicomException {
        assertArrayEquals(
                known.stored(),
                decoder()
                        .decode(ByteSpan.of(known.frame()), known.layout(), new DecodingContext())
                        .toInts(),
                known.name());
    }

    private Samples decode(byte[] frame, PixelLayout layout) throws DicomException {
        return decoder().decode(ByteSpan.of(frame), layout, new DecodingContext());
    }

    private void assertProblem(Class<? extends DicomException> kind, String problem, byte[] frame, PixelLayout layout) {
        DicomException e = assertThrows(kind, () -> decode(frame, layout));
        assertTrue(e.getMessage().contains(problem), e.getMessage());
        assertTrue(e.location().offset() >= 0, "an offset");
    }

    private static int indexOf(byte[] frame, int marker) {
        for (int i = 0; i + 1 < frame.length; i++) {
            if ((frame[i] & 0xFF) == 0xFF && (frame[i + 1] & 0xFF) == marker) return i;
        }
        throw new AssertionError("no marker");
    }

    private static Known gray(String name, int width, int height, int precision, int near) {
        DrawnImage image = new DrawnImage(width, height, precision, 1);
        return known(name, image.encoder().near(near), image, precision <= 8 ? 8 : 16, false);
    }

    private static Known signed(String name, int width, int height, int precision, int near) {
        DrawnImage image = new DrawnImage(width, height, precision, 1);
        return known(name, image.encoder().near(near), image, 16, true);
    }

    private static Known color(String name, int interleave, int near) {
        DrawnImage image = new DrawnImage(22, 17, 8, 3);
        return known(name, image.encoder().near(near).interleave(interleave), image, 8, false);
    }

    /** The expected result is the encoder's own reconstruction, which is within NEAR of the image. */
    private static Known known(String name, JpegLsEncoder encoder, DrawnImage image, int allocated, boolean signed) {
        byte[] frame = encoder.encode();
        int[] stored = DrawnImage.interleaved(encoder.reconstructed());
        int spare = Integer.SIZE - image.precision();
        if (signed)
            stored = Arrays.stream(stored).map(value -> value << spare >> spare).toArray();
        PixelLayout layout = new PixelLayout(
                image.height(),
                image.width(),
                image.planes().length,
                allocated,
                image.precision(),
                image.precision() - 1,
                signed,
                false,
                false);
        TransferSyntax syntax =
                encoder.isLossless() ? TransferSyntax.JPEG_LS_LOSSLESS : TransferSyntax.JPEG_LS_NEAR_LOSSLESS;
        if (encoder.isLossless() && !signed) assertArrayEquals(image.stored(), stored, "the encoder itself");
        return Known.lossless(name, syntax, layout, frame, stored);
    }
}
