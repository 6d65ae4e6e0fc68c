package hounsfield.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import hounsfield.testing.Impatient;
import hounsfield.work.Diagnostics;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Jpeg2000DecoderTest extends DecoderSuite {
    private static final int SIZ_PRECISION = 42;

    @Override
    protected FrameDecoder decoder() {
        return new Jpeg2000Decoder();
    }

    @Override
    protected List<Known> known() {
        return Stream.of(
                        "plain-g8.j2k",
                        "plain-s12.j2k",
                        "plain-dot.j2k",
                        "plain-g1.j2k",
                        "boxes.jp2",
                        "irreversible-levels.j2k",
                        "tiles-rpcl.j2k",
                        "tile-parts-c.j2k",
                        "style-all.j2k",
                        "poc.j2k",
                        "roi-g8.j2k",
                        "ht-g8.j2c",
                        "ht-tiles.j2c",
                        "ht-lossy-rgb.j2c")
                .map(Streams::of)
                .map(Jpeg2000DecoderTest::known)
                .toList();
    }

    static Known known(Streams.Entry entry) {
        DrawnImage image = entry.image();
        int components = image.components();
        int[][] planes = entry.expected();
        int[] stored = new int[image.width * image.height * components];
        for (int i = 0; i < stored.length; i++) stored[i] = planes[i % components][i / components];
        ByteSpan bytes = entry.bytes();
        return new Known(
                entry.name(),
                entry.name().endsWith(".j2c") ? TransferSyntax.HTJ2K : TransferSyntax.JPEG_2000,
                layout(image, image.precision, image.signed),
                Arrays.copyOfRange(bytes.array(), bytes.offset(), bytes.end()),
                stored,
                entry.tolerance());
    }

    private static PixelLayout layout(DrawnImage image, int bits, boolean signed) {
        int allocated = bits <= 8 ? 8 : 16;
        return new PixelLayout(
                image.height, image.width, image.components(), allocated, bits, bits - 1, signed, false, false);
    }

    /**
     * If the codestream is unsigned and the Data Set signed, the bits, as many as the precision of the codestream, are
     * read as two's complement.
     */
    @Test
    void dataSetDefinesTheMeaningOfTheBits() throws DicomException {
        int[] drawn = DrawnImage.G12.plane(0);
        int[] signed = decode("plain-g12.j2k", layout(DrawnImage.G12, 12, true));
        int[] wide = decode("plain-g12.j2k", layout(DrawnImage.G12, 16, true));
        for (int i = 0; i < drawn.length; i++) {
            int expected = drawn[i] < 2048 ? drawn[i] : drawn[i] - 4096;
            assertEquals(expected, signed[i]);
            assertEquals(expected, wide[i]);
        }
    }

    /** The opposite case. */
    @Test
    void signedCodestreamOfAnUnsignedDataSet() throws DicomException {
        int[] drawn = DrawnImage.S12.plane(0);
        int[] unsigned = decode("plain-s12.j2k", layout(DrawnImage.S12, 12, false));
        for (int i = 0; i < drawn.length; i++) assertEquals(drawn[i] & 0xFFF, unsigned[i]);
    }

    /** Values above Bits Stored are clamped, not masked. */
    @Test
    void valuesAboveBitsStoredAreClamped() throws DicomException {
        int[] drawn = DrawnImage.G12.plane(0);
        int[] clamped = decode("plain-g12.j2k", layout(DrawnImage.G12, 10, false));
        for (int i = 0; i < drawn.length; i++) assertEquals(Math.min(1023, drawn[i]), clamped[i]);
    }

    @Test
    void subsampledComponentsAreBroughtToFullSize() throws DicomException {
        DrawnImage image = DrawnImage.YUV420;
        int[] stored = decode("subsampled.j2k", layout(image, 8, false));
        for (int c = 0; c < 3; c++) {
            int[] plane = image.plane(c);
            int step = image.subsampling[c];
            for (int y = 0; y < image.height; y++) {
                for (int x = 0; x < image.width; x++) {
                    int expected = plane[y / step * (image.width / step) + x / step];
                    assertEquals(expected, stored[(y * image.width + x) * 3 + c]);
                }
            }
        }
    }

    @Test
    void otherSizeThanTheDataSetsIsRefused() {
        MalformedDicomException e = assertThrows(
                MalformedDicomException.class, () -> decode("plain-g8.j2k", DecoderSuite.gray(61, 96, 8, 8)));
        assertTrue(
                e.getMessage().contains("97 x 61 pixels of 1 samples, but the Data Set has 96 x 61 of 1"),
                e.getMessage());
    }

    @Test
    void endOfStreamIsReportedWithItsOffset() {
        byte[] whole = Streams.of("tiles-lrcp.j2k").bytes().array();
        byte[] cut = Arrays.copyOf(whole, whole.length - 100);
        MalformedDicomException e = assertThrows(
                MalformedDicomException.class,
                () -> Jpeg2000.decode(ByteSpan.of(cut), Jpeg2000.Options.DEFAULT, new DecodingContext()));
        assertEquals(cut.length, e.location().offset());
        assertTrue(e.problem().contains("ends 98 bytes early"), e.problem());
    }

    @Test
    void samplesOfMoreBitsThanAnIntHoldsAreNamed() {
        byte[] stream = Streams.of("plain-g8.j2k").bytes().array().clone();
        stream[SIZ_PRECISION] = 37;
        UnsupportedDicomException e = assertThrows(
                UnsupportedDicomException.class,
                () -> Jpeg2000.decode(ByteSpan.of(stream), Jpeg2000.Options.DEFAULT, new DecodingContext()));
        assertTrue(e.problem().contains("samples of 38 bits"), e.problem());
    }

    /** A kilobyte that claims a terapixel, and one that claims more tiles or precincts than it has bytes. */
    @Test
    void bombsAreRefused() {
        byte[] size = Streams.of("plain-g8.j2k").bytes().array().clone();
        putInt(size, 8, 2_000_000_000);
        putInt(size, 12, 2_000_000_000);
        putInt(size, 24, 2_000_000_000);
        putInt(size, 28, 2_000_000_000);
        assertRefused(size, "too many for a codestream");
        byte[] tiles = Streams.of("plain-g8.j2k").bytes().array().clone();
        putInt(tiles, 8, 100_000);
        putInt(tiles, 12, 100_000);
        putInt(tiles, 24, 1);
        putInt(tiles, 28, 1);
        assertRefused(tiles, "more than 65535 tiles");
        byte[] precincts = Streams.of("precincts-small.j2k").bytes().array().clone();
        putInt(precincts, 8, 8000);
        putInt(precincts, 12, 8000);
        putInt(precincts, 24, 8000);
        putInt(precincts, 28, 8000);
        assertRefused(precincts, "precincts");
    }

    /** An empty image of many small code-blocks would need memory for each of them. */
    @Test
    void moreCodeBlocksThanBelievableAreRefused() {
        byte[] stream = Streams.of("precincts-small.j2k").bytes().array().clone();
        int cod = Surgery.indexOf(stream, Marker.COD, 0);
        stream[cod + 4] = 0; // the precinct sizes that follow are skipped: one precinct per resolution
        for (int at : new int[] {8, 12, 24, 28}) putInt(stream, at, 5700);
        assertRefused(stream, "more code-blocks than");
    }

    /** A mammogram takes a second or two to decode: cancelling does not wait for the last code-block. */
    @Test
    void cancellingEndsTheFrame() {
        for (String name : List.of("plain-dot.j2k", "tiles-rpcl.j2k", "ht-tiles.j2c")) {
            ByteSpan bytes = Streams.of(name).bytes();
            for (int threads = 1; threads <= 3; threads++) {
                Jpeg2000.Options options = Jpeg2000.Options.DEFAULT.withThreads(threads);
                assertThrows(
                        CancellationException.class,
                        () -> Jpeg2000.decode(
                                bytes, options, new DecodingContext(new Diagnostics(), new Impatient(10))),
                        name);
            }
        }
    }

    private static void putInt(byte[] target, int at, int value) {
        for (int i = 0; i < 4; i++) target[at + i] = (byte) (value >> 24 - 8 * i);
    }

    private static void assertRefused(byte[] stream, String words) {
        for (boolean partial : new boolean[] {false, true}) {
            DicomException e = assertThrows(
                    DicomException.class,
                    () -> Jpeg2000.decode(
                            ByteSpan.of(stream), Jpeg2000.Options.DEFAULT.withPartial(partial), new DecodingContext()));
            assertTrue(e.problem().contains(words), e.problem());
            if (!words.startsWith("too") && !words.endsWith("tiles")) break; // a stream may end before that is checked
        }
    }

    @Test
    void samplesAreAsNarrowAsBitsStored() throws DicomException {
        PixelLayout layout = layout(DrawnImage.G12, 12, false);
        Samples samples =
                new Jpeg2000Decoder().decode(Streams.of("plain-g12.j2k").bytes(), layout, new DecodingContext());
        assertTrue(samples instanceof Samples.Shorts);
        assertArrayEquals(DrawnImage.G12.plane(0), samples.toInts());
    }

    private static int[] decode(String stream, PixelLayout layout) throws DicomException {
        return new Jpeg2000Decoder()
                .decode(Streams.of(stream).bytes(), layout, new DecodingContext())
                .toInts();
    }
}
