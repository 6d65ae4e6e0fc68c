package hounsfield.deidentify.pixels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.data.DataSet;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Progress;
import hounsfield.write.DicomWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pixel Data without comments, hidden overlays and text, with the same stored values. */
class CleanPixelsTest {
    private static DicomBytes header(
            String syntax, int bitsAllocated, int bitsStored, String photometric, int samples) {
        DicomBytes bytes = DicomBytes.file(syntax)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .text(Tag.SOP_INSTANCE_UID, "UI", "1.2.3")
                .us(Tag.SAMPLES_PER_PIXEL, samples)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", photometric);
        if (samples > 1) bytes.us(Tag.PLANAR_CONFIGURATION, 1);
        return bytes.us(Tag.ROWS, 2)
                .us(Tag.COLUMNS, 4)
                .us(Tag.BITS_ALLOCATED, bitsAllocated)
                .us(Tag.BITS_STORED, bitsStored)
                .us(Tag.HIGH_BIT, bitsStored - 1)
                .us(Tag.PIXEL_REPRESENTATION, 0);
    }

    private static DicomFile read(DicomBytes bytes) throws IOException {
        return DicomFile.read(new ArrayByteSource("test", bytes.toBytes()));
    }

    private static byte[] written(DicomFile file, List<Rectangle> rectangles, boolean withoutOverlays)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CleanPixels pixels = CleanPixels.open(file, rectangles, withoutOverlays, Progress.NONE)) {
            DicomWriter.write(out, pixels.syntax(), pixels.putInto(file.dataSet()));
        }
        return out.toByteArray();
    }

    private static byte[] bytes(Object... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof Integer number) all.write(number);
            else all.writeBytes(((String) part).getBytes(StandardCharsets.ISO_8859_1));
        }
        return all.toByteArray();
    }

    private static void assertGone(byte[] written, String kept) {
        String text = new String(written, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("Zqx"), text);
        assertTrue(text.contains(kept), "lost: " + kept);
    }

    @Test
    void commentsOfJpegBecomeZeros() throws IOException {
        byte[] stream = bytes(
                0xFF,
                0xD8,
                0xFF,
                0xE0,
                0,
                20,
                "JFIF\0",
                1,
                2,
                0,
                0,
                1,
                0,
                1,
                0,
                0,
                "Zqxt",
                0xFF,
                0xFE,
                0,
                9,
                "Zqxname",
                0xFF,
                0xE1,
                0,
                11,
                "Exif\0Zqxe",
                0xFF,
                0xDA,
                0,
                3,
                1,
                "scan",
                0xFF,
                0,
                "more",
                0xFF,
                0xFE,
                0,
                5,
                "Zqx",
                "last",
                0xFF,
                0xD9,
                "Zqx behind");
        DicomBytes file = header("1.2.840.10008.1.2.4.50", 8, 8, "MONOCHROME2", 1)
                .encapsulated(Tag.PIXEL_DATA, new byte[0], stream);
        byte[] written = written(read(file), List.of(), true);
        assertGone(written, "scan\u00FF\0more");
        assertGone(written, "last\u00FF\u00D9");
        assertGone(written, "JFIF");
        assertEquals(
                TransferSyntax.JPEG_BASELINE,
                DicomFile.read(new ArrayByteSource("w", written)).transferSyntax());
    }

    @Test
    void commentsOfJpeg2000BecomeZeros() throws IOException {
        byte[] stream = bytes(
                0xFF, 0x4F, 0xFF, 0x51, 0, 4, 0, 0, 0xFF, 0x64, 0, 11, 0, 1, "Zqxname", 0xFF, 0x90, 0, 10, 0, 0, 0, 0,
                0, 30, 0, 1, 0xFF, 0x64, 0, 7, 0, 1, "Zqx", 0xFF, 0x93, "packets", 0xFF, 0xD9);
        DicomBytes file = header("1.2.840.10008.1.2.4.90", 8, 8, "MONOCHROME2", 1)
                .encapsulated(Tag.PIXEL_DATA, new byte[0], stream);
        assertGone(written(read(file), List.of(), true), "packets");
    }

    @Test
    void boxesOfJp2BecomeZeros() throws IOException {
        byte[] stream = bytes(
                0,
                0,
                0,
                12,
                "jP  ",
                13,
                10,
                0x87,
                10,
                0,
                0,
                0,
                16,
                "xml ",
                "<Zqxname",
                0,
                0,
                0,
                0,
                "jp2c",
                0xFF,
                0x4F,
                0xFF,
                0x51,
                0,
                4,
                0,
                0,
                0xFF,
                0x64,
                0,
                7,
                0,
                1,
                "Zqx",
                0xFF,
                0x93,
                "packets");
        DicomBytes file = header("1.2.840.10008.1.2.4.90", 8, 8, "MONOCHROME2", 1)
                .encapsulated(Tag.PIXEL_DATA, new byte[0], stream);
        assertGone(written(read(file), List.of(), true), "packets");
    }

    @Test
    void bytesBehindTheLastFrameAreLeftOut() throws IOException {
        DicomBytes file = header(DicomBytes.EXPLICIT_LITTLE_ENDIAN, 8, 8, "MONOCHROME2", 1)
                .bytes(Tag.PIXEL_DATA, "OB", bytes("pixels12", "Zqxname behind"));
        assertGone(written(read(file), List.of(), true), "pixels12");
    }

    /** A plane in bit 12 of each cell. */
    @Test
    void overlaysInUnusedBitsAreRemoved() throws IOException {
        DicomBytes file = header(DicomBytes.EXPLICIT_LITTLE_ENDIAN, 16, 12, "MONOCHROME2", 1)
                .us(Tag.OVERLAY_ROWS, 2)
                .us(Tag.OVERLAY_COLUMNS, 4)
                .us(Tag.OVERLAY_BITS_ALLOCATED, 16)
                .us(Tag.OVERLAY_BIT_POSITION, 12)
                .shorts(Tag.PIXEL_DATA, "OW", 0x1001, 0x1FFF, 3, 4, 0x1005, 6, 7, 0x1008);
        DicomFile clean = DicomFile.read(new ArrayByteSource("w", written(read(file), List.of(), true)));
        assertFalse(clean.dataSet().contains(Tag.OVERLAY_BIT_POSITION));
        assertArrayEquals(new int[] {1, 0xFFF, 3, 4, 5, 6, 7, 8}, FrameReader.integers(clean, 0));
        byte[] cells = clean.dataSet().require(Tag.PIXEL_DATA).bytes();
        assertArrayEquals(new byte[] {1, 0, (byte) 0xFF, 0x0F, 3, 0}, java.util.Arrays.copyOf(cells, 6));
    }

    @Test
    void rectanglesAreBlackInColorAndKeepTheRest() throws IOException {
        byte[] planes = new byte[24];
        for (int i = 0; i < planes.length; i++) planes[i] = (byte) (100 + i);
        DicomBytes file =
                header(DicomBytes.EXPLICIT_LITTLE_ENDIAN, 8, 8, "RGB", 3).bytes(Tag.PIXEL_DATA, "OB", planes);
        DicomFile old = read(file);
        DicomFile clean =
                DicomFile.read(new ArrayByteSource("w", written(old, List.of(new Rectangle(1, 0, 2, 1)), true)));
        int[] expected = FrameReader.integers(old, 0);
        for (int i = 3; i < 9; i++) expected[i] = 0;
        assertArrayEquals(expected, FrameReader.integers(clean, 0));
        assertEquals(0, clean.dataSet().requireInt(Tag.PLANAR_CONFIGURATION));
    }

    /** The rectangle begins left of the overlay's origin, which is column 2, row 1, and ends beyond the image. */
    @Test
    void rectanglesAreBlankInOverlaysToo() throws IOException {
        DicomBytes file = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .us(Tag.OVERLAY_ROWS, 2)
                .us(Tag.OVERLAY_COLUMNS, 4)
                .ss(Tag.OVERLAY_ORIGIN, 1, 2)
                .bytes(Tag.OVERLAY_DATA, "OB", new byte[] {(byte) 0xFF, 0});
        DataSet blank = OverlayRectangles.blank(read(file).dataSet(), List.of(new Rectangle(0, 1, 3, 9)));
        assertArrayEquals(
                new byte[] {(byte) 0xCF, 0}, blank.require(Tag.OVERLAY_DATA).bytes());
    }
}
