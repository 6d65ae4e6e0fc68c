package hounsfield.frame;

import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.codec.PixelLayout;
import hounsfield.codec.rle.RleBytes;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import hounsfield.work.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Overlays in bits of the pixels that values do not use. */
class EmbeddedOverlaysTest {
    private static final String LITTLE = "1.2.840.10008.1.2.1";
    private static final String BIG = "1.2.840.10008.1.2.2";
    private static final int[] VALUES = {0, 4095, 1000, -2048, 17, 2};
    private static final byte[] DRAWN = {1, 0, 0, 1, 1, 0};

    @TempDir
    Path folder;

    private final Diagnostics findings = new Diagnostics();

    private static DicomBytes image(String syntax, int allocated, int stored, int highBit, boolean signed, int frames) {
        DicomBytes bytes = DicomBytes.file(syntax)
                .us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2");
        if (frames > 1) bytes.text(Tag.NUMBER_OF_FRAMES, "IS", Integer.toString(frames));
        return bytes.us(Tag.ROWS, 2)
                .us(Tag.COLUMNS, 3)
                .us(Tag.BITS_ALLOCATED, allocated)
                .us(Tag.BITS_STORED, stored)
                .us(Tag.HIGH_BIT, highBit)
                .us(Tag.PIXEL_REPRESENTATION, signed ? 1 : 0);
    }

    private static DicomBytes overlay(DicomBytes bytes, int group, int allocated, int position) {
        int shift = 2 * group << 16;
        return bytes.us(Tag.OVERLAY_ROWS + shift, 2)
                .us(Tag.OVERLAY_COLUMNS + shift, 3)
                .ss(Tag.OVERLAY_ORIGIN + shift, 1, 1)
                .us(Tag.OVERLAY_BITS_ALLOCATED + shift, allocated)
                .us(Tag.OVERLAY_BIT_POSITION + shift, position);
    }

    private List<OverlayPlane> read(DicomFile file, int frame) throws IOException {
        return OverlayPlane.ofFrame(file, frame, findings);
    }

    /** The overlay is read, and the values are as if there were none. */
    @ParameterizedTest
    @CsvSource({
        "1.2.840.10008.1.2.1, 11, false, 12",
        "1.2.840.10008.1.2.1, 11, true, 15",
        "1.2.840.10008.1.2.1, 15, true, 0",
        "1.2.840.10008.1.2.1, 13, false, 1",
        "1.2.840.10008.1.2.2, 11, true, 13"
    })
    void bitsBesideTheValueAreTheOverlay(String syntax, int highBit, boolean signed, int position) throws IOException {
        int[] cells = new int[VALUES.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (VALUES[i] & 0xFFF) << highBit - 11 | DRAWN[i] << position;
        }
        DicomBytes bytes = overlay(image(syntax, 16, 12, highBit, signed, 1), 1, 16, position);
        DicomFile file = DicomFile.read(write(folder, "a.dcm", DicomImages.pixels(bytes, cells)));
        OverlayPlane plane = read(file, 0).get(0);
        assertArrayEquals(DRAWN, plane.pixels(0));
        assertArrayEquals(
                new int[] {0x6002, 2, 3, 0, 0},
                new int[] {plane.group(), plane.rows(), plane.columns(), plane.top(), plane.left()});
        assertTrue(findings.isEmpty(), findings.sentences().toString());
        int[] values = IntStream.of(VALUES)
                .map(value -> signed ? value << 20 >> 20 : value & 0xFFF)
                .toArray();
        assertArrayEquals(values, FrameReader.integers(file, 0));
    }

    @Test
    void eachFrameHasItsOwnBits() throws IOException {
        byte[] cells = {8, 8, 0, 0, 0, 7, 15, 1, 2, 3, 4, 13};
        DicomBytes bytes = overlay(image(LITTLE, 8, 3, 2, false, 2), 0, 8, 3).bytes(Tag.PIXEL_DATA, "OB", cells);
        DicomFile file = DicomFile.read(write(folder, "a.dcm", bytes));
        assertArrayEquals(new byte[] {1, 1, 0, 0, 0, 0}, read(file, 0).get(0).pixels(0));
        OverlayPlane second = read(file, 1).get(0);
        assertArrayEquals(new byte[] {1, 0, 0, 0, 0, 1}, second.pixels(1));
        assertEquals(0, second.pixels(0).length);
    }

    @Test
    void bitsOfEncodedPixelsAreThereToo() throws IOException {
        PixelLayout layout = new PixelLayout(2, 3, 1, 16, 16, 15, false, false, false);
        byte[] frame = RleBytes.encode(new int[] {0x8001, 2, 0x8003, 4, 5, 0x8FFF}, layout);
        DicomBytes bytes = overlay(image("1.2.840.10008.1.2.5", 16, 12, 11, false, 1), 0, 16, 15)
                .encapsulated(Tag.PIXEL_DATA, frame);
        DicomFile file = DicomFile.read(write(folder, "a.dcm", bytes));
        assertArrayEquals(new byte[] {1, 0, 1, 0, 0, 1}, read(file, 0).get(0).pixels(0));
        assertArrayEquals(new int[] {1, 2, 3, 4, 5, 0xFFF}, FrameReader.integers(file, 0));
    }

    @Test
    void overlaysInTheBitsAndInDataStandTogether() throws IOException {
        DicomBytes bytes = overlay(image(LITTLE, 16, 12, 11, false, 1), 0, 16, 12);
        overlay(bytes, 1, 1, 0).bytes(Tag.OVERLAY_DATA + (2 << 16), "OW", new byte[] {0b100, 0});
        DicomFile file =
                DicomFile.read(write(folder, "a.dcm", DicomImages.pixels(bytes, 0x1000, 0, 0x1000, 0xE000, 5, 0xFFF)));
        List<OverlayPlane> planes = read(file, 0);
        assertArrayEquals(new byte[] {1, 0, 1, 0, 0, 0}, planes.get(0).pixels(0));
        assertArrayEquals(new byte[] {0, 0, 1, 0, 0, 0}, planes.get(1).pixels(0));
    }

    @ParameterizedTest
    @CsvSource({"16, 11", "16, 0", "16, 16", "16, 65535"})
    void bitsOfValuesAndOfNoPixelAreRefused(int allocated, int position) throws IOException {
        DicomBytes bytes = overlay(image(LITTLE, 16, 12, 11, false, 1), 0, allocated, position);
        DicomFile file = DicomFile.read(write(folder, "a.dcm", DicomImages.pixels(bytes, 1, 2, 3, 4, 5, 6)));
        assertTrue(read(file, 0).isEmpty());
        String sentence = findings.sentences().get(0);
        assertTrue(
                sentence.contains("group 6000") && sentence.contains("Overlay Bit Position is " + position), sentence);
    }

    /** The other overlay is still shown. */
    @Test
    void truncatedPixelsAreAFinding() throws IOException {
        DicomBytes bytes = overlay(image(BIG, 16, 12, 11, false, 2), 0, 16, 12);
        overlay(bytes, 1, 1, 0).bytes(Tag.OVERLAY_DATA + (2 << 16), "OW", new byte[] {0, 0b100});
        DicomFile file = DicomFile.read(write(folder, "a.dcm", DicomImages.pixels(bytes, 1, 2, 3, 4, 5, 6, 7)));
        assertEquals(1, read(file, 1).size());
        assertEquals(1, findings.sentences().size());
        assertEquals(1, read(file, 2).size());
    }

    @Test
    void overlaysOfARealFile() throws IOException {
        Path path = Path.of("../shared/regions/pr_overlay_window_lut/img/12_1_1.dcm");
        Assumptions.assumeTrue(Files.exists(path), "no regions beside the project");
        DicomFile file = DicomFile.read(path);
        int[] set = read(file, 0).stream()
                .mapToInt(plane -> {
                    int count = 0;
                    for (byte pixel : plane.pixels(0)) count += pixel;
                    return count;
                })
                .toArray();
        // Counted with numpy in the bits 15 and 14, and in Overlay Data.
        assertArrayEquals(new int[] {532, 537, 603, 606}, set);
        for (int value : FrameReader.integers(file, 0)) assertEquals(value & 0xFFF, value);
    }
}
