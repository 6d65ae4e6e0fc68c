package hounsfield.color;

import static hounsfield.frame.ImageBytes.color;
import static hounsfield.frame.ImageBytes.gray;
import static hounsfield.frame.ImageBytes.image;
import static hounsfield.frame.ImageBytes.palette;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.frame.ImageBytes;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.testing.DicomBytes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RgbConverterTest {
    private static final String LITTLE = DicomBytes.EXPLICIT_LITTLE_ENDIAN;
    private static final String BIG = DicomBytes.EXPLICIT_BIG_ENDIAN;
    private static final int[] RED = {0x0000, 0x1100, 0x2200, 0xFF00};
    private static final int[] GREEN = {0x0000, 0x3300, 0x4480, 0xFF00};
    private static final int[] BLUE = {0x0000, 0x5500, 0x66FF, 0xFF00};

    @Test
    void rgb() throws IOException {
        assertRgb(
                color(LITTLE, "RGB", 1, 2, 8).bytes(Tag.PIXEL_DATA, "OB", bytes(1, 2, 3, 255, 128, 0)),
                0x010203,
                0xFF8000);
    }

    @Test
    void rgbOfFewBitsSpansAllOfEight() throws IOException {
        DicomBytes file = image(LITTLE, 3, "RGB", 1, 1, 2)
                .us(Tag.BITS_ALLOCATED, 8)
                .us(Tag.BITS_STORED, 5)
                .us(Tag.HIGH_BIT, 4)
                .us(Tag.PIXEL_REPRESENTATION, 0);
        // 255 * 16 / 31 is 131.6.
        assertRgb(file.bytes(Tag.PIXEL_DATA, "OB", bytes(31, 0, 16, 0, 31, 1)), 0xFF0083, 0x00FF08);
    }

    @Test
    void rgbOf16BitsKeepsThem() throws IOException {
        DicomBytes file = color(LITTLE, "RGB", 1, 2, 16).shorts(Tag.PIXEL_DATA, "OW", 65535, 256, 255, 1, 2, 3);
        assertRgb(file, 0xFF0100, 0x000000);
        Opened opened = new Opened(file);
        assertTrue(opened.converter.isDeep());
        assertEquals(16, opened.converter.bits());
        assertArrayEquals(new short[][] {{-1, 1}, {256, 2}, {255, 3}}, opened.converter.toRgb16(opened.frames.read(0)));
    }

    @Test
    void rgbOf32BitsKeepsTheUpperHalf() throws IOException {
        DicomBytes file = color(LITTLE, "RGB", 1, 1, 32).ints(Tag.PIXEL_DATA, "OL", 0xFFFFFFFFL, 0x12345678L, 0xFFFFL);
        assertRgb(file, 0xFF1200);
        Opened opened = new Opened(file);
        assertArrayEquals(new short[][] {{-1}, {0x1234}, {0}}, opened.converter.toRgb16(opened.frames.read(0)));
    }

    @Test
    void luminanceAndChroma() throws IOException {
        // The primaries by the equations of PS3.3 C.7.6.3.1.2, rounded.
        byte[] data = bytes(76, 85, 255, 150, 44, 21, 29, 255, 107, 128, 128, 128, 255, 128, 128, 0, 128, 128);
        assertRgb(
                color(LITTLE, "YBR_FULL", 1, 6, 8).bytes(Tag.PIXEL_DATA, "OB", data),
                0xFE0000,
                0x00FF01,
                0x0000FE,
                0x808080,
                0xFFFFFF,
                0x000000);
    }

    @Test
    void allLuminanceAndChromaAsByTheEquations() throws IOException {
        byte[] data = new byte[64 * 64 * 3];
        for (int i = 0; i < 4096; i++) {
            data[3 * i] = (byte) ((i * 7) & 0xFF);
            data[3 * i + 1] = (byte) (i >> 6 << 2);
            data[3 * i + 2] = (byte) (i << 2);
        }
        Opened opened = new Opened(color(LITTLE, "YBR_FULL", 64, 64, 8).bytes(Tag.PIXEL_DATA, "OB", data));
        int[] rgb = opened.converter.toRgb(opened.frames.read(0));
        short[][] planes = opened.converter.toRgb16(opened.frames.read(0));
        for (int i = 0; i < 4096; i++) {
            double y = data[3 * i] & 0xFF;
            double cb = (data[3 * i + 1] & 0xFF) - 128;
            double cr = (data[3 * i + 2] & 0xFF) - 128;
            int expected = cut(y + 1.402 * cr) << 16
                    | cut(y - 0.344136286201 * cb - 0.714136286201 * cr) << 8
                    | cut(y + 1.772 * cb);
            assertEquals(expected, rgb[i], "pixel " + i);
            assertEquals(expected, planes[0][i] << 16 | planes[1][i] << 8 | planes[2][i], "planes of pixel " + i);
        }
    }

    @Test
    void partialRangeIsStretched() throws IOException {
        byte[] data = bytes(16, 235, 128, 128);
        assertRgb(color(LITTLE, "YBR_PARTIAL_422", 1, 2, 8).bytes(Tag.PIXEL_DATA, "OB", data), 0x000000, 0xFFFFFF);
    }

    @Test
    void paletteOf16BitEntries() throws IOException {
        for (String syntax : List.of(LITTLE, BIG)) {
            DicomBytes file = palette(syntax, 1, 4, new int[] {4, 0, 16}, RED, GREEN, BLUE)
                    .bytes(Tag.PIXEL_DATA, "OB", bytes(0, 1, 2, 3));
            assertRgb(file, 0x000000, 0x113355, 0x224466, 0xFFFFFF);
            Opened opened = new Opened(file);
            assertEquals(0x4480, opened.converter.toRgb16(opened.frames.read(0))[1][2]);
        }
    }

    @Test
    void valuesOutsideThePaletteHaveItsEnds() throws IOException {
        DicomBytes file = palette(LITTLE, 1, 4, new int[] {4, 10, 16}, RED, GREEN, BLUE)
                .bytes(Tag.PIXEL_DATA, "OB", bytes(0, 11, 13, 255));
        assertRgb(file, 0x000000, 0x113355, 0xFFFFFF, 0xFFFFFF);
    }

    /** Three of four entries: they are words, not six entries of 8 bits; the missing one gets the last color, which is reported. */
    @Test
    void pixelsBeyondAShortPaletteAreReported() throws IOException {
        int[] green = {0x0000, 0x3300, 0x4480};
        DicomBytes file = palette(LITTLE, 1, 4, new int[] {4, 10, 16}, RED, green, BLUE)
                .bytes(Tag.PIXEL_DATA, "OB", bytes(0, 11, 12, 13));
        Opened opened = new Opened(file);
        List<String> table = List.of("lookup table (0028,1202) has 3 of 4 entries");
        assertEquals(table, opened.frames.diagnostics().sentences());
        assertArrayEquals(
                new int[] {0x000000, 0x113355, 0x224466, 0xFF44FF}, opened.converter.toRgb(opened.frames.read(0)));
        String pixels = "1 pixels of a frame have values beyond 12, the last one with an entry in the palette;"
                + " they have the color of that entry";
        assertEquals(List.of(table.get(0), pixels), opened.frames.diagnostics().sentences());
        assertEquals((short) 0x4480, opened.converter.toRgb16(opened.frames.read(0))[1][3]);
    }

    @Test
    void shortPaletteThatCoversAllPixelsIsNotReported() throws IOException {
        int[] three = {0x0000, 0x3300, 0x4480};
        DicomBytes file = palette(LITTLE, 1, 4, new int[] {4, 0, 16}, three, three, three)
                .bytes(Tag.PIXEL_DATA, "OB", bytes(0, 1, 2, 2));
        Opened opened = new Opened(file);
        assertArrayEquals(new int[] {0, 0x333333, 0x444444, 0x444444}, opened.converter.toRgb(opened.frames.read(0)));
        assertEquals(3, opened.frames.diagnostics().sentences().size());
    }

    @Test
    void entriesOf8BitsArePackedTwoPerWord() throws IOException {
        int[] red = {0x0201, 0x0403};
        int[] green = {0x1211, 0x1413};
        int[] blue = {0x2221, 0x2423};
        for (String syntax : List.of(LITTLE, BIG)) {
            DicomBytes file = palette(syntax, 1, 4, new int[] {4, 0, 8}, red, green, blue)
                    .bytes(Tag.PIXEL_DATA, "OB", bytes(0, 1, 2, 3));
            assertRgb(file, 0x011121, 0x021222, 0x031323, 0x041424);
            assertFalse(new Opened(file).converter.isDeep());
        }
    }

    /** The length of the data shows that its entries are bytes; tables with deeper entries are not affected. */
    @Test
    void tablesOfDifferentShape() throws IOException {
        DicomBytes file = image(LITTLE, 1, "PALETTE COLOR", 1, 1, 2)
                .us(Tag.BITS_ALLOCATED, 8)
                .us(Tag.BITS_STORED, 8)
                .us(Tag.HIGH_BIT, 7)
                .us(Tag.PIXEL_REPRESENTATION, 0)
                .us(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, 4, 0, 16)
                .us(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + 1, 4, 0, 16)
                .us(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + 2, 4, 2, 16)
                .bytes(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, "OW", bytes(1, 2, 3, 4))
                .shorts(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + 1, "OW", GREEN)
                .shorts(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + 2, "OW", BLUE)
                .bytes(Tag.PIXEL_DATA, "OB", bytes(0, 3));
        assertRgb(file, 0x010000, 0x04FF55);
        Opened opened = new Opened(file);
        assertEquals(0x0400, opened.converter.toRgb16(opened.frames.read(0))[0][1]);
    }

    @Test
    void signedIndexesBeginBelowZero() throws IOException {
        DicomBytes file = image(LITTLE, 1, "PALETTE COLOR", 1, 1, 3)
                .us(Tag.BITS_ALLOCATED, 16)
                .us(Tag.BITS_STORED, 16)
                .us(Tag.HIGH_BIT, 15)
                .us(Tag.PIXEL_REPRESENTATION, 1);
        for (int i = 0; i < 3; i++) file.ss(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + i, 4, -2, 16);
        int[][] tables = {RED, GREEN, BLUE};
        for (int i = 0; i < 3; i++) file.shorts(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + i, "OW", tables[i]);
        assertRgb(file.shorts(Tag.PIXEL_DATA, "OW", -2, -1, 30000), 0x000000, 0x113355, 0xFFFFFF);
    }

    @Test
    void descriptorOfZeroMeans65536Entries() throws IOException {
        int[] table = new int[65536];
        for (int i = 0; i < table.length; i++) table[i] = i;
        DicomBytes file = image(LITTLE, 1, "PALETTE COLOR", 1, 1, 2)
                .us(Tag.BITS_ALLOCATED, 16)
                .us(Tag.BITS_STORED, 16)
                .us(Tag.HIGH_BIT, 15)
                .us(Tag.PIXEL_REPRESENTATION, 0);
        for (int i = 0; i < 3; i++) file.us(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + i, 0, 0, 16);
        for (int i = 0; i < 3; i++) file.shorts(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + i, "OW", table);
        assertRgb(file.shorts(Tag.PIXEL_DATA, "OW", 0xFFFF, 0x8123), 0xFFFFFF, 0x818181);
    }

    @Test
    void segmentsBecomeEntries() throws IOException {
        int[] words = {
            0,
            2,
            10,
            20, // discrete: 10 20
            1,
            5,
            30, // linear in 5 steps: 22 24 26 28 30
            0,
            1,
            7, // discrete: 7
            2,
            2,
            0,
            0, // the two segments from byte 0 again: 10 20, 22 24 26 28 30
            2,
            1,
            14,
            0 // one segment from byte 14: 7
        };
        assertArrayEquals(
                new int[] {10, 20, 22, 24, 26, 28, 30, 7, 10, 20, 22, 24, 26, 28, 30, 7},
                SegmentedPalette.expand(words, 2, 16));
        assertArrayEquals(new int[] {10, 20, 22}, SegmentedPalette.expand(words, 2, 3));
        assertArrayEquals(new int[] {0, 3, 5, 8, 10}, SegmentedPalette.expand(new int[] {0, 1, 0, 1, 4, 10}, 2, 5));
    }

    /** WINTER of PS3.6 B.1.8, byte for byte as the standard's file has it, and with a segment used again. */
    @Test
    void segmentsOf8BitEntriesAreBytes() throws IOException {
        byte[] red = bytes(0, 1, 0, 1, 255, 0);
        byte[] green = bytes(0, 1, 0, 1, 127, 127, 1, 128, 255, 0);
        byte[] blue = bytes(0, 1, 0, 1, 127, 0, 0, 1, 9, 1, 127, 128, 2, 1, 6, 0, 0, 0);
        for (String syntax : List.of(LITTLE, BIG)) {
            DicomBytes file = segmented(syntax, 256, red, green, blue);
            assertRgb(file.bytes(Tag.PIXEL_DATA, "OB", bytes(0, 127, 128, 255)), 0, 0x007F00, 0x008009, 0x00FF80);
        }
        int[] again = {0, 2, 10, 20, 1, 2, 30, 2, 1, 0, 0, 0, 0};
        assertArrayEquals(new int[] {10, 20, 25, 30, 10, 20}, SegmentedPalette.expand(again, 1, 6));
    }

    @Test
    void segmentsOfWordsPassWhereBytesMakeNoTable() throws IOException {
        byte[] words = bytes(0, 0, 1, 0, 7, 0, 1, 0, 255, 0, 255, 0);
        DicomBytes file = segmented(LITTLE, 256, words, words, words);
        assertRgb(file.bytes(Tag.PIXEL_DATA, "OB", bytes(0, 255, 0, 255)), 0x070707, 0xFFFFFF, 0x070707, 0xFFFFFF);
    }

    /** As the entries of plain tables. */
    @Test
    void segmentedEntriesOfMoreBitsThanDescribedMakeADeepTable() throws IOException {
        byte[] words = bytes(0, 0, 1, 0, 0, 2, 1, 0, 255, 0, 0, 16);
        DicomBytes file = segmented(LITTLE, 256, words, words, words);
        Opened opened = new Opened(file.bytes(Tag.PIXEL_DATA, "OB", bytes(0, 255, 0, 255)));
        assertEquals(16, opened.converter.bits());
        assertArrayEquals(
                new short[] {0x200, 0x1000, 0x200, 0x1000}, opened.converter.toRgb16(opened.frames.read(0))[0]);
        assertRgb(file, 0x020202, 0x101010, 0x020202, 0x101010);
        assertTrue(
                opened.frames
                        .diagnostics()
                        .sentences()
                        .contains("lookup table (0028,1221) has entries of 16 bits, its descriptor says 8"),
                opened.frames.diagnostics().sentences()::toString);
    }

    /** As the entries of other tables: the last one stands for those that are missing. */
    @Test
    void segmentsOfTooFewEntriesAreReported() throws IOException {
        byte[] red = bytes(0, 1, 0, 1, 9, 255);
        Opened opened =
                new Opened(segmented(LITTLE, 20, red, red, red).bytes(Tag.PIXEL_DATA, "OB", bytes(0, 9, 10, 19)));
        int[] colors = opened.converter.toRgb(opened.frames.read(0));
        assertArrayEquals(new int[] {0, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF}, colors);
        assertEquals(
                List.of(
                        "Red Palette Color Lookup Table has 10 of 20 entries",
                        "Green Palette Color Lookup Table has 10 of 20 entries",
                        "Blue Palette Color Lookup Table has 10 of 20 entries"),
                opened.frames.diagnostics().sentences().subList(0, 3));
    }

    private static DicomBytes segmented(String syntax, int count, byte[]... tables) {
        DicomBytes file = image(syntax, 1, "PALETTE COLOR", 1, 2, 2)
                .us(Tag.BITS_ALLOCATED, 8)
                .us(Tag.BITS_STORED, 8)
                .us(Tag.HIGH_BIT, 7)
                .us(Tag.PIXEL_REPRESENTATION, 0);
        for (int i = 0; i < 3; i++) file.us(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + i, count, 0, 8);
        for (int i = 0; i < 3; i++) {
            int[] words = new int[tables[i].length / 2];
            for (int w = 0; w < words.length; w++) {
                words[w] = tables[i][2 * w] & 0xFF | (tables[i][2 * w + 1] & 0xFF) << 8;
            }
            file.shorts(Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + i, "OW", words);
        }
        return file;
    }

    /** Each of many indirect segments goes over many empty ones. */
    @Test
    void emptySegmentsAreNotUsedAgain() {
        int[] words = new int[1 << 23];
        int empty = 2 * 65535;
        words[empty + 1] = 1;
        for (int at = empty + 3; at + 4 <= words.length; at += 4) {
            words[at] = 2;
            words[at + 1] = 65535;
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThrows(MalformedDicomException.class, () -> SegmentedPalette.expand(words, 2, 65536)));
    }

    @Test
    void damagedSegmentsAreErrors() {
        int[][] damaged = {
            {1, 2, 3},
            {0, 9, 1},
            {3, 1, 1},
            {2, 1, 0, 0},
            {0, 1, 5, 2, 1, 6, 0},
            {0, 1, 5, 2, 1, 1, 0},
            {0, 1, 5, 2, 1, 0, 0xFFFF},
            {}
        };
        for (int[] words : damaged) {
            assertThrows(MalformedDicomException.class, () -> SegmentedPalette.expand(words, 2, 100));
        }
    }

    @Test
    void paletteThatIsMissingIsNamed() throws IOException {
        DicomBytes file = image(LITTLE, 1, "PALETTE COLOR", 1, 1, 2)
                .us(Tag.BITS_ALLOCATED, 8)
                .us(Tag.BITS_STORED, 8)
                .us(Tag.HIGH_BIT, 7)
                .us(Tag.PIXEL_REPRESENTATION, 0)
                .bytes(Tag.PIXEL_DATA, "OB", bytes(0, 1));
        DicomException e = assertThrows(DicomException.class, () -> new Opened(file));
        assertEquals("test.dcm, (0028,1101): Red Palette Color Lookup Table Descriptor is absent", e.getMessage());
    }

    @Test
    void retiredColorIsNotSupported() {
        DicomBytes file = color(LITTLE, "HSV", 1, 1, 8).bytes(Tag.PIXEL_DATA, "OB", bytes(1, 2, 3, 0));
        assertThrows(UnsupportedDicomException.class, () -> new Opened(file));
    }

    @Test
    void grayIsACallersMistake() {
        DicomBytes file = gray(LITTLE, 1, 2, 8).bytes(Tag.PIXEL_DATA, "OB", bytes(1, 2));
        assertThrows(IllegalArgumentException.class, () -> new Opened(file));
    }

    /** A file in memory, which needs no closing. */
    private static final class Opened {
        final FrameReader frames;
        final RgbConverter converter;

        Opened(DicomBytes bytes) throws IOException {
            DicomFile file = ImageBytes.file(bytes.toBytes());
            frames = FrameReader.open(file);
            converter = RgbConverter.of(file, frames);
        }
    }

    private static void assertRgb(DicomBytes file, int... expected) throws IOException {
        Opened opened = new Opened(file);
        assertArrayEquals(expected, opened.converter.toRgb(opened.frames.read(0)));
    }

    private static int cut(double value) {
        return (int) Math.max(0, Math.min(255, Math.floor(value + 0.5)));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) values[i];
        return bytes;
    }
}
