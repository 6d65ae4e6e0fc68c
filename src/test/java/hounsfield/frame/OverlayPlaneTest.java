package hounsfield.frame;

import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Overlay planes of files, bit by bit. */
class OverlayPlaneTest {
    private static final String LITTLE = "1.2.840.10008.1.2.1";
    private static final String BIG = "1.2.840.10008.1.2.2";

    @TempDir
    Path folder;

    private final Diagnostics findings = new Diagnostics();

    /** Three columns, two rows: bits 0 to 5 are the pixels row by row, the lowest bit first. */
    private static DicomBytes overlay(DicomBytes bytes, int group) {
        int shift = 2 * group << 16;
        return bytes.us(Tag.OVERLAY_ROWS + shift, 2)
                .us(Tag.OVERLAY_COLUMNS + shift, 3)
                .ss(Tag.OVERLAY_ORIGIN + shift, 5, -1);
    }

    private List<OverlayPlane> read(DicomBytes bytes) throws IOException {
        return OverlayPlane.of(
                DicomFile.read(write(folder, "overlay.dcm", bytes)).dataSet(), findings);
    }

    private static byte[] words(int... bytes) {
        byte[] words = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) words[i] = (byte) bytes[i];
        return words;
    }

    @Test
    void pixelsStartAtTheLowestBit() throws IOException {
        DicomBytes bytes = overlay(DicomBytes.file(LITTLE), 0).bytes(Tag.OVERLAY_DATA, "OW", words(0b100011, 0));
        overlay(bytes, 15).bytes(Tag.OVERLAY_DATA + (30 << 16), "OB", words(0b000100, 0));
        List<OverlayPlane> planes = read(bytes);
        assertEquals(2, planes.size());
        OverlayPlane first = planes.get(0);
        assertArrayEquals(
                new int[] {2, 3, 4, -2}, new int[] {first.rows(), first.columns(), first.top(), first.left()});
        assertArrayEquals(new byte[] {1, 1, 0, 0, 0, 1}, first.pixels(0));
        assertArrayEquals(new byte[] {1, 1, 0, 0, 0, 1}, first.pixels(7), "for all frames");
        assertArrayEquals(new byte[] {0, 0, 1, 0, 0, 0}, planes.get(1).pixels(0));
        assertTrue(findings.isEmpty());
    }

    @Test
    void wordsOfBigEndianFilesAreTurned() throws IOException {
        DicomBytes bytes = overlay(DicomBytes.file(BIG), 0).bytes(Tag.OVERLAY_DATA, "OW", words(0, 0b100011));
        assertArrayEquals(new byte[] {1, 1, 0, 0, 0, 1}, read(bytes).get(0).pixels(0));
    }

    /** Twelve bits: the second frame begins within a byte. */
    @Test
    void framesFollowOneAnotherBitByBit() throws IOException {
        DicomBytes bytes = DicomBytes.file(LITTLE)
                .us(Tag.OVERLAY_ROWS, 2)
                .us(Tag.OVERLAY_COLUMNS, 3)
                .text(Tag.NUMBER_OF_FRAMES_IN_OVERLAY, "IS", "2")
                .us(Tag.IMAGE_FRAME_ORIGIN, 3)
                .bytes(Tag.OVERLAY_DATA, "OW", words(0b01_000001, 0b1000));
        OverlayPlane plane = read(bytes).get(0);
        assertArrayEquals(new byte[0], plane.pixels(1));
        assertArrayEquals(new byte[] {1, 0, 0, 0, 0, 0}, plane.pixels(2));
        assertArrayEquals(new byte[] {1, 0, 0, 0, 0, 1}, plane.pixels(3));
        assertArrayEquals(new byte[0], plane.pixels(4));
        assertEquals(0, plane.top());
    }

    @Test
    void unreadableOverlaysAreLeftOutWithTheReason() throws IOException {
        DicomBytes bytes = DicomBytes.file(LITTLE)
                .us(Tag.OVERLAY_ROWS, 60000)
                .us(Tag.OVERLAY_COLUMNS, 60000)
                .bytes(Tag.OVERLAY_DATA, "OW", words(1, 2));
        overlay(bytes, 1);
        overlay(bytes, 2).bytes(Tag.OVERLAY_DATA + (4 << 16), "OW", words(1, 0));
        assertEquals(1, read(bytes).size());
        assertEquals(2, findings.sentences().size());
        assertTrue(
                findings.sentences().get(0).contains("group 6000"),
                findings.sentences().toString());
        assertTrue(
                findings.sentences().get(0).contains("450000000 bytes"),
                findings.sentences().toString());
        assertTrue(
                findings.sentences().get(1).contains("group 6002"),
                findings.sentences().toString());
    }

    @Test
    void overlayOfARealFile() throws IOException {
        Path file = Path.of("../shared/regions/overlay_mr/mr.dcm");
        Assumptions.assumeTrue(Files.exists(file), "no regions beside the project");
        OverlayPlane plane =
                OverlayPlane.of(DicomFile.read(file).dataSet(), findings).get(0);
        assertArrayEquals(
                new int[] {300, 484, 0, 0}, new int[] {plane.rows(), plane.columns(), plane.top(), plane.left()});
        byte[] pixels = plane.pixels(0);
        int set = 0;
        int right = 0;
        for (int i = 0; i < pixels.length; i++) {
            set += pixels[i];
            if (pixels[i] == 1) right = Math.max(right, i % 484);
        }
        assertEquals(222, set);
        assertEquals(434, right);
    }
}
