package hounsfield.frame.pixeldata;

import static hounsfield.frame.ImageBytes.color;
import static hounsfield.frame.ImageBytes.gray;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.bytes.FileByteSource;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.codec.rle.RleBytes;
import hounsfield.frame.Attempt;
import hounsfield.frame.FrameFile;
import hounsfield.frame.FrameOpener;
import hounsfield.frame.FrameRef;
import hounsfield.frame.ImageBytes;
import hounsfield.frame.ReadableFrames;
import hounsfield.frame.TiledFiles;
import hounsfield.frame.fragment.LastFrame;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tiles of frames: the same values as the part of the whole frame, whatever the form of Pixel Data. */
class TileTest {
    private static final String LITTLE = DicomBytes.EXPLICIT_LITTLE_ENDIAN;
    private static final String BIG = DicomBytes.EXPLICIT_BIG_ENDIAN;

    /** Four tiles of 2 x 3 pixels in a frame of 4 columns and 6 rows, whose values are 10 * row + column. */
    private static final Tile[] TILES = {
        new Tile(0, 0, 2, 3, 0), new Tile(2, 0, 2, 3, 1), new Tile(0, 3, 2, 3, 2), new Tile(2, 3, 2, 3, 3)
    };

    private static int[] frame() {
        return IntStream.range(0, 24).map(i -> 10 * (i / 4) + i % 4).toArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) values[i];
        return bytes;
    }

    private static DicomBytes native16() {
        return gray(LITTLE, 6, 4, 16).shorts(Tag.PIXEL_DATA, "OW", frame());
    }

    @Test
    void lastTileIsTheLowerRightPart() throws IOException {
        try (FrameReader reader = ImageBytes.open(native16())) {
            FrameReader tile = reader.ofTile(TILES[3]);
            assertEquals(3, tile.layout().rows());
            assertEquals(2, tile.layout().columns());
            assertArrayEquals(new int[] {32, 33, 42, 43, 52, 53}, tile.read(0).toInts());
        }
    }

    @Test
    void tilesAreThePartsOfTheWholeFrameInEveryForm() throws IOException {
        Map<String, DicomBytes> forms = new TreeMap<>();
        int[] two = IntStream.concat(
                        Arrays.stream(frame()), Arrays.stream(frame()).map(value -> value + 100))
                .toArray();
        forms.put("16 bits", native16());
        forms.put("16 bits, big endian", gray(BIG, 6, 4, 16).shorts(Tag.PIXEL_DATA, "OW", frame()));
        forms.put("second of two frames", gray(LITTLE, 6, 4, 16, 12, 1, 2).shorts(Tag.PIXEL_DATA, "OW", two));
        forms.put("8 bits", gray(LITTLE, 6, 4, 8).bytes(Tag.PIXEL_DATA, "OB", bytes(frame())));
        forms.put("8 bits in swapped words", gray(BIG, 6, 4, 8).bytes(Tag.PIXEL_DATA, "OW", bytes(frame())));
        forms.put("32 bits", gray(LITTLE, 6, 4, 32).ints(Tag.PIXEL_DATA, "OW", longs(frame())));
        forms.put("1 bit", gray(LITTLE, 6, 4, 1).bytes(Tag.PIXEL_DATA, "OB", bytes(0xA5, 0x3C, 0x99, 0)));
        forms.put("12 bits packed", gray(LITTLE, 6, 4, 12).shorts(Tag.PIXEL_DATA, "OW", Arrays.copyOf(frame(), 18)));
        forms.put(
                "floats",
                ImageBytes.image(LITTLE, 1, "MONOCHROME2", 1, 6, 4)
                        .us(Tag.BITS_ALLOCATED, 32)
                        .floats(Tag.FLOAT_PIXEL_DATA, "OF", floats(frame())));
        forms.put(
                "color",
                color(LITTLE, "RGB", 6, 4, 8)
                        .bytes(
                                Tag.PIXEL_DATA,
                                "OB",
                                bytes(IntStream.range(0, 72).toArray())));
        forms.put(
                "subsampled color",
                color(LITTLE, "YBR_FULL_422", 6, 4, 8)
                        .bytes(
                                Tag.PIXEL_DATA,
                                "OB",
                                bytes(IntStream.range(0, 48).toArray())));
        forms.put("RLE", gray(ImageBytes.RLE, 6, 4, 8).encapsulated(Tag.PIXEL_DATA, rle(frame())));
        for (Map.Entry<String, DicomBytes> form : forms.entrySet()) assertTilesAreParts(form.getKey(), form.getValue());
    }

    private static void assertTilesAreParts(String form, DicomBytes file) throws IOException {
        try (FrameReader reader = ImageBytes.open(file)) {
            int frame = reader.frameCount() - 1;
            Samples whole = reader.read(frame);
            int perPixel = reader.layout().samplesPerPixel();
            for (Tile tile : TILES) {
                FrameReader part = reader.ofTile(tile);
                List<Double> expected = new ArrayList<>();
                for (int row = tile.row(); row < tile.row() + 3; row++) {
                    for (int i = tile.column() * perPixel; i < (tile.column() + 2) * perPixel; i++) {
                        expected.add(whole.valueAt(row * 4 * perPixel + i));
                    }
                }
                assertEquals(expected, values(part.read(frame)), form + ", " + tile);
                assertEquals(expected, part.lend(frame, TileTest::values), form + ", " + tile);
                assertEquals(perPixel, part.layout().samplesPerPixel());
            }
            assertTrue(reader.ofTile(TILES[0]).decodedPhotometric() == reader.decodedPhotometric(), form);
        }
    }

    private static List<Double> values(Samples samples) {
        return IntStream.range(0, samples.length()).mapToObj(samples::valueAt).toList();
    }

    private static byte[] rle(int... values) {
        return RleBytes.encode(values, new PixelLayout(6, 4, 1, 8, 8, 7, false, false, false));
    }

    private static long[] longs(int... values) {
        return Arrays.stream(values).asLongStream().toArray();
    }

    private static float[] floats(int... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) floats[i] = values[i] + 0.5f;
        return floats;
    }

    /** The file ends within row 4: the upper tiles are complete, of the lower ones there is one row. */
    @Test
    void tilesBeforeTheCutOfAFileCanBeRead() throws IOException {
        byte[] whole = native16().toBytes();
        assertTilesBeforeTheCut(Arrays.copyOf(whole, whole.length - 2 * 6));
        byte[] pixels = Arrays.copyOfRange(whole, whole.length - 2 * 24, whole.length);
        byte[] fragment = gray("1.2.840.10008.1.2.1.98", 6, 4, 16)
                .encapsulated(Tag.PIXEL_DATA, pixels)
                .toBytes();
        assertTilesBeforeTheCut(Arrays.copyOf(fragment, fragment.length - 8 - 2 * 6));
    }

    private static void assertTilesBeforeTheCut(byte[] cut) throws IOException {
        try (FrameReader reader = FrameReader.open(DicomFile.read(new ArrayByteSource("test.dcm", cut)))) {
            assertEquals(4, reader.lendRows(0, (samples, rows) -> rows).orElseThrow());
            FrameReader upper = reader.ofTile(TILES[1]);
            assertArrayEquals(new int[] {2, 3, 12, 13, 22, 23}, upper.read(0).toInts());
            assertTrue(upper.lendRows(0, (samples, rows) -> rows).isEmpty());
            FrameReader lower = reader.ofTile(TILES[3]);
            DicomException e = assertThrows(DicomException.class, () -> lower.read(0));
            assertTrue(e.getMessage().startsWith("test.dcm, (7FE0,0010), frame 0, tile 3, byte "), e.getMessage());
            List<Double> row = lower.lendRows(
                            0, (samples, rows) -> values(samples).subList(0, 2 * rows))
                    .orElseThrow();
            assertEquals(List.of(32.0, 33.0), row);
        }
    }

    /** Number of Rows that Pixel Data was never meant to hold: no row is certain, so no tile is either. */
    @Test
    void tilesOfFramesThatPixelDataIsTooShortForAreRefused() throws IOException {
        DicomBytes file = gray(LITTLE, 6, 4, 16, 16, 0, 2).shorts(Tag.PIXEL_DATA, "OW", Arrays.copyOf(frame(), 40));
        try (FrameReader reader = ImageBytes.open(file)) {
            assertEquals(6, reader.ofTile(TILES[0]).read(0).length());
            assertThrows(
                    MalformedDicomException.class, () -> reader.ofTile(TILES[0]).read(1));
        }
    }

    @Test
    void tileOutsideTheFrameIsRefused() throws IOException {
        try (FrameReader reader = ImageBytes.open(native16())) {
            for (Tile tile : List.of(new Tile(3, 0, 2, 3, 5), new Tile(0, 4, 2, 3, 5), new Tile(0, 0, 5, 1, 5))) {
                DicomException e = assertThrows(MalformedDicomException.class, () -> reader.ofTile(tile));
                assertTrue(
                        e.getMessage()
                                .startsWith("test.dcm, (7FE0,0010), tile 5: the frame of 4 x 6 pixels has no tile of "),
                        e.getMessage());
            }
            FrameReader tile = reader.ofTile(TILES[0]);
            assertThrows(IllegalArgumentException.class, () -> tile.ofTile(TILES[0]));
        }
        assertThrows(IllegalArgumentException.class, () -> new Tile(0, -1, 2, 3, 0));
        assertThrows(IllegalArgumentException.class, () -> new Tile(0, 0, 2, 0, 0));
    }

    @Test
    void frameIsDecodedOnceForItsTiles() throws IOException {
        List<Integer> decoded = new ArrayList<>();
        LastFrame last = new LastFrame();
        LastFrame.Decoding decoding = frame -> {
            decoded.add(frame);
            if (frame == 2) throw new MalformedDicomException("damaged", Location.NOWHERE);
            return new Samples.Bytes(new byte[frame], false);
        };
        Samples first = last.read(1, decoding);
        assertSame(first, last.read(1, decoding));
        assertEquals(3, last.read(3, decoding).length());
        assertThrows(MalformedDicomException.class, () -> last.read(2, decoding));
        assertThrows(MalformedDicomException.class, () -> last.read(2, decoding));
        assertEquals(1, last.read(1, decoding).length());
        assertEquals(List.of(1, 3, 2, 1), decoded);
    }

    @Test
    void referencesDifferByTheirTile() throws IOException {
        FrameRef whole = FrameRef.first(ImageBytes.file(native16().toBytes()));
        FrameRef tile = whole.withTile(TILES[1]);
        assertEquals(tile, whole.withTile(new Tile(2, 0, 2, 3, 1)));
        assertNotEquals(whole, tile);
        assertNotEquals(whole.withTile(TILES[0]), tile);
        assertEquals("test.dcm, frame 0, tile 1: problem", tile.location().describe("problem"));
        assertEquals("test.dcm, frame 0: problem", whole.location().describe("problem"));
        assertEquals(tile, tile.held());
        assertEquals(List.of(tile), FrameRef.holding(List.of(tile)));
    }

    @Test
    void openerReadsTilesOfManyFilesInTheirOrder(@TempDir Path folder) throws IOException {
        List<FrameRef> frames = new ArrayList<>();
        int files = 2 * TiledFiles.MOST + 1;
        for (int i = 0; i < files; i++) {
            int[] values = frame();
            for (int k = 0; k < values.length; k++) values[k] += 100 * i;
            Path path = folder.resolve(i + ".dcm");
            Files.write(
                    path,
                    gray(LITTLE, 6, 4, 16).shorts(Tag.PIXEL_DATA, "OW", values).toBytes());
            FrameFile file = FrameFile.readAgain(new FileByteSource(path), DicomFile.read(path));
            for (Tile tile : TILES) frames.add(new FrameRef(file, 0).withTile(tile));
        }
        List<Integer> expected = IntStream.range(0, files)
                .boxed()
                .flatMap(i -> IntStream.of(0, 2, 30, 32).mapToObj(value -> value + 100 * i))
                .toList();
        try (FrameOpener opener = new FrameOpener()) {
            assertEquals(expected, opener.readAll(frames, "", Progress.NONE, (frame, reader) -> {
                assertEquals(2, reader.layout().columns());
                assertTrue(frame.source().isHeld());
                return reader.read(frame.frame()).intAt(0);
            }));
        }
    }

    @Test
    void onlyTheFilesOfTheLastTilesStayOpen() throws IOException {
        try (FrameOpener opener = new FrameOpener()) {
            List<FrameRef> tiles = new ArrayList<>();
            for (int i = 0; i <= TiledFiles.MOST; i++) {
                tiles.add(FrameRef.first(ImageBytes.file(native16().toBytes())).withTile(TILES[0]));
            }
            List<Object> diagnostics = new ArrayList<>();
            for (FrameRef tile : tiles) diagnostics.add(opener.read(tile, (frame, reader) -> reader.diagnostics()));
            assertSame(
                    diagnostics.get(TiledFiles.MOST),
                    opener.read(tiles.get(TiledFiles.MOST), (frame, reader) -> reader.diagnostics()),
                    "the last file is still open");
            assertSame(diagnostics.get(1), opener.read(tiles.get(1), (frame, reader) -> reader.diagnostics()));
            Object again = opener.read(tiles.get(0), (frame, reader) -> reader.diagnostics());
            assertTrue(diagnostics.get(0) != again, "the first file was opened again");
        }
    }

    @Test
    void fileThatIsReadStaysOpenUntilItsTaskEnds(@TempDir Path folder) throws IOException {
        // Of a file, because an array can also be read when it is closed.
        Path path = folder.resolve("a.dcm");
        Files.write(path, native16().toBytes());
        FrameRef tile = FrameRef.first(DicomFile.read(path)).withTile(TILES[3]);
        try (FrameOpener opener = new FrameOpener()) {
            int value = opener.read(tile, (frame, reader) -> {
                for (int i = 0; i <= TiledFiles.MOST; i++) {
                    FrameRef other = FrameRef.first(ImageBytes.file(native16().toBytes()))
                            .withTile(TILES[0]);
                    opener.read(other, (otherFrame, otherReader) -> otherReader.read(0));
                }
                return reader.read(0).intAt(0);
            });
            assertEquals(32, value);
        }
    }

    @Test
    void headerIsReadOncePerFileForItsTiles(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("a.dcm");
        Files.write(path, native16().toBytes());
        FrameFile file = FrameFile.readAgain(new FileByteSource(path), DicomFile.read(path));
        List<FrameRef> tiles = Arrays.stream(TILES)
                .map(tile -> new FrameRef(file, 0).withTile(tile))
                .toList();
        List<FrameFile> sources = FrameRef.ofHeaders(tiles, Progress.NONE, FrameRef::source);
        assertEquals(1, sources.stream().distinct().count());
        assertTrue(sources.get(0).isHeld());
        List<Integer> indexes =
                FrameRef.ofReadableHeaders(tiles, Progress.NONE, frame -> frame.tile()
                                .orElseThrow()
                                .index())
                        .stream()
                        .map(index -> index.orElse(-1))
                        .toList();
        assertEquals(List.of(0, 1, 2, 3), indexes);
    }

    @Test
    void messagesListReadableTiles() throws IOException {
        FrameRef whole = FrameRef.first(ImageBytes.file(native16().toBytes()));
        DicomException damage = new MalformedDicomException("damaged", whole.location());
        List<Attempt<String>> attempts = new ArrayList<>();
        for (Tile tile : TILES) {
            boolean failed = tile.index() == 1;
            attempts.add(new Attempt<>(whole.withTile(tile), failed ? null : "", failed ? damage : null));
        }
        assertEquals("tiles 0, 2 to 3, counted from 0, can be read", ReadableFrames.words(attempts));
        assertEquals("the first of 2 tiles can be read", ReadableFrames.words(attempts.subList(0, 2)));
    }
}
