package hounsfield.imagej.present;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.imagej.operation.PresentImage;
import hounsfield.parse.DicomFile;
import hounsfield.region.presentation.PresentationReader;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of stored values 0 to 255 as presentation states show them, pixel by pixel by formulas. */
class PresentImageTest {
    private static final int COLUMNS = 16;
    private static final int ROWS = 16;

    @TempDir
    private Path folder;

    private static DicomBytes item() {
        return DicomBytes.explicitLittleEndian();
    }

    /** An image of the stored values 0 to 255, with more elements after its pixel module. */
    private static DicomBytes image(int number, String photometric) {
        return DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .text(Tag.SOP_INSTANCE_UID, "UI", "1.2.3." + number)
                .text(Tag.MODALITY, "CS", "OT")
                .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2.3")
                .text(Tag.INSTANCE_NUMBER, "IS", "" + number)
                .us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", photometric)
                .us(Tag.ROWS, ROWS)
                .us(Tag.COLUMNS, COLUMNS)
                .us(Tag.BITS_ALLOCATED, 8)
                .us(Tag.BITS_STORED, 8)
                .us(Tag.HIGH_BIT, 7)
                .us(Tag.PIXEL_REPRESENTATION, 0);
    }

    private Path write(String name, DicomBytes image) throws IOException {
        byte[] pixels = new byte[COLUMNS * ROWS];
        for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) i;
        return Files.write(
                folder.resolve(name), image.bytes(Tag.PIXEL_DATA, "OW", pixels).toBytes());
    }

    private static DicomBytes start(String sopClass, int... images) {
        DicomBytes[] items = new DicomBytes[images.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = item().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.3." + images[i]);
        }
        return DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.11." + sopClass)
                .sequence(
                        Tag.REFERENCED_SERIES_SEQUENCE,
                        item().sequence(Tag.REFERENCED_IMAGE_SEQUENCE, items)
                                .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2.3"));
    }

    private ImagePlus present(ImagePlus image, DicomBytes state) throws IOException {
        return Hounsfield.present(
                image, Files.write(folder.resolve("state.pr"), state.toBytes()).toString());
    }

    private ImagePlus open(int number, String photometric) throws IOException {
        return Hounsfield.open(
                write(number + ".dcm", image(number, photometric)).toString());
    }

    private static DicomBytes voi(int image, int first, IntUnaryOperator entry) {
        int[] entries = new int[256];
        for (int i = 0; i < entries.length; i++) entries[i] = entry.applyAsInt(i);
        return item().sequence(
                        Tag.REFERENCED_IMAGE_SEQUENCE,
                        item().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.3." + image))
                .sequence(
                        Tag.VOILUT_SEQUENCE,
                        item().us(Tag.LUT_DESCRIPTOR, 256, first, 12).us(Tag.LUT_DATA, entries));
    }

    /** Checks what is seen at each pixel of a slice: {@code 0xRRGGBB}. */
    private static void assertShown(ImagePlus image, IntUnaryOperator expected) {
        ImageProcessor shown = image.getProcessor().convertToRGB();
        for (int i = 0; i < COLUMNS * ROWS; i++) {
            assertEquals(expected.applyAsInt(i), shown.get(i) & 0xFFFFFF, "pixel " + i);
        }
    }

    private static int gray(double level) {
        return (int) (255 * level + 0.5) * 0x010101;
    }

    @Test
    void aVoiTableIsTheLookupTableOfTheImage() throws IOException {
        ImagePlus image = open(1, "MONOCHROME2");
        ImagePlus shown = present(
                image, start("1", 1).sequence(Tag.SOFTCOPY_VOILUT_SEQUENCE, voi(1, 0, i -> (i * 37 + 5) % 4096)));
        assertSame(image, shown);
        assertShown(shown, i -> gray((i * 37 + 5) % 4096 / 4095.0));
        assertEquals(77, image.getProcessor().getf(77));
    }

    @Test
    void slicesWithTablesOfTheirOwnBecomeAnImageOfLevels() throws IOException {
        write("1.dcm", image(1, "MONOCHROME2"));
        write("2.dcm", image(2, "MONOCHROME2"));
        ImagePlus image = Hounsfield.openSeries(folder.toString());
        assertEquals(2, image.getStackSize());
        ImagePlus shown = present(
                image,
                start("1", 1, 2)
                        .sequence(
                                Tag.SOFTCOPY_VOILUT_SEQUENCE,
                                voi(1, 0, i -> i * i % 4096),
                                voi(2, 0, i -> 4095 - 16 * i)));
        assertNotSame(image, shown);
        assertEquals(8, shown.getBitDepth());
        assertShown(shown, i -> gray(i * i % 4096 / 4095.0));
        shown.setSlice(2);
        assertShown(shown, i -> gray((4095 - 16 * i) / 4095.0));
    }

    /** The Presentation LUT of the state counts, not the Photometric Interpretation (PS3.3 C.11.4). */
    @Test
    void theShapeOfTheStateReplacesTheInversionOfTheImage() throws IOException {
        ImagePlus dark = open(1, "MONOCHROME1");
        assertTrue(dark.isInvertedLut());
        assertShown(
                present(dark, start("1", 1).text(Tag.PRESENTATION_LUT_SHAPE, "CS", "IDENTITY")), i -> gray(i / 255.0));
        assertShown(
                present(dark, start("1", 1).text(Tag.PRESENTATION_LUT_SHAPE, "CS", "INVERSE")),
                i -> gray((255 - i) / 255.0));
        ImagePlus bright = open(2, "MONOCHROME2");
        assertShown(
                present(bright, start("1", 2).text(Tag.PRESENTATION_LUT_SHAPE, "CS", "INVERSE")),
                i -> gray((255 - i) / 255.0));
    }

    @Test
    void aPresentationTableFollowsTheWindow() throws IOException {
        int[] entries = new int[1024];
        for (int i = 0; i < entries.length; i++) entries[i] = (int) (1023 * Math.sqrt(i / 1023.0));
        DicomBytes state = start("1", 1)
                .sequence(
                        Tag.SOFTCOPY_VOILUT_SEQUENCE,
                        item().text(Tag.WINDOW_CENTER, "DS", "128").text(Tag.WINDOW_WIDTH, "DS", "256"))
                .sequence(
                        Tag.PRESENTATION_LUT_SEQUENCE,
                        item().us(Tag.LUT_DESCRIPTOR, 1024, 0, 10).us(Tag.LUT_DATA, entries));
        assertShown(present(open(1, "MONOCHROME2"), state), i -> {
            int index = (int) Math.rint(i / 255.0 * 1023);
            return gray((int) (1023 * Math.sqrt(index / 1023.0)) / 1023.0);
        });
    }

    @Test
    void aPaletteColorsTheGrays() throws IOException {
        int[] red = new int[256];
        int[] green = new int[256];
        int[] blue = new int[256];
        for (int i = 0; i < 256; i++) {
            red[i] = i << 8;
            green[i] = i * 7 % 256 << 8;
            blue[i] = 255 - i << 8;
        }
        DicomBytes state = start("3", 1)
                .us(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, 256, 0, 16)
                .us(Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, 256, 0, 16)
                .us(Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, 256, 0, 16)
                .us(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, red)
                .us(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + 1, green)
                .us(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + 2, blue);
        assertShown(present(open(1, "MONOCHROME2"), state), i -> i << 16 | i * 7 % 256 << 8 | 255 - i);
    }

    /** A pixel is seen if it is inside all shapes and its bit is not set (PS3.3 C.7.6.11 and C.7.6.15). */
    @Test
    void shuttersCoverWhatIsOutsideAndUnderBits() throws IOException {
        byte[] bits = new byte[ROWS * COLUMNS / 8];
        for (int i = 0; i < ROWS * COLUMNS; i++) if (isBit(i)) bits[i / 8] |= (byte) (1 << i % 8);
        DicomBytes state = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.11.1")
                .sequence(
                        Tag.REFERENCED_SERIES_SEQUENCE,
                        item().sequence(
                                        Tag.REFERENCED_IMAGE_SEQUENCE,
                                        item().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.3.1")))
                .text(Tag.SHUTTER_SHAPE, "CS", "RECTANGULAR\\CIRCULAR\\POLYGONAL\\BITMAP")
                .text(Tag.SHUTTER_LEFT_VERTICAL_EDGE, "IS", "3")
                .text(Tag.SHUTTER_RIGHT_VERTICAL_EDGE, "IS", "14")
                .text(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE, "IS", "2")
                .text(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE, "IS", "13")
                .text(Tag.CENTER_OF_CIRCULAR_SHUTTER, "IS", "8\\9")
                .text(Tag.RADIUS_OF_CIRCULAR_SHUTTER, "IS", "7")
                .text(Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER, "IS", "1\\1\\1\\17\\17\\1")
                .us(Tag.SHUTTER_PRESENTATION_VALUE, 0x8000)
                .us(Tag.SHUTTER_OVERLAY_GROUP, 0x6002)
                .us(Tag.OVERLAY_ROWS + 0x20000, ROWS)
                .us(Tag.OVERLAY_COLUMNS + 0x20000, COLUMNS)
                .ss(Tag.OVERLAY_ORIGIN + 0x20000, 1, 1)
                .bytes(Tag.OVERLAY_DATA + 0x20000, "OW", bits);
        ImagePlus shown = present(open(1, "MONOCHROME2"), state);
        Roi[] rois = shown.getOverlay().toArray();
        assertEquals(4, rois.length);
        for (int i = 0; i < ROWS * COLUMNS; i++) {
            int x = i % COLUMNS;
            int y = i / COLUMNS;
            double distance = Math.hypot(x - 8, y - 7);
            if (distance == 7 || x + y == 16) continue;
            boolean seen = x >= 2 && x <= 13 && y >= 1 && y <= 12 && distance < 7 && x + y < 16 && !isBit(i);
            boolean covered = Stream.of(rois).anyMatch(roi -> roi.contains(x, y));
            assertEquals(!seen, covered, x + ", " + y);
        }
        assertTrue(Stream.of(rois).allMatch(roi -> roi.getFillColor().getRed() == 0x80));
    }

    private static boolean isBit(int i) {
        return i % 7 == 0 && i % COLUMNS < 9;
    }

    /** Planes of the image are shown if the state activates them (PS3.3 C.11.7). */
    @Test
    void overlaysOfTheImageAreShownWhereTheStateSaysSo() throws IOException {
        byte[] bits = new byte[ROWS * COLUMNS / 8];
        bits[2] = 0x0F;
        DicomBytes image = image(1, "MONOCHROME2");
        for (int shift : new int[] {0, 0x20000, 0x40000}) {
            image.us(Tag.OVERLAY_ROWS + shift, ROWS)
                    .us(Tag.OVERLAY_COLUMNS + shift, COLUMNS)
                    .ss(Tag.OVERLAY_ORIGIN + shift, 1, 1)
                    .bytes(Tag.OVERLAY_DATA + shift, "OW", bits);
        }
        ImagePlus opened = Hounsfield.open(write("1.dcm", image).toString());
        ImagePlus shown = present(
                opened,
                start("1", 1)
                        .text(Tag.OVERLAY_ACTIVATION_LAYER, "CS", "")
                        .text(Tag.OVERLAY_ACTIVATION_LAYER + 0x20000, "CS", "LAYER"));
        assertEquals(1, shown.getOverlay().size());
        Roi roi = shown.getOverlay().get(0);
        assertEquals("Overlay 6002", roi.getName());
        assertEquals(new Rectangle(0, 1, 4, 1), roi.getBounds());
    }

    @Test
    void theDisplayedAreaIsTheSamePixelsAfterATurn() throws IOException {
        DicomBytes area = item().sl(Tag.DISPLAYED_AREA_TOP_LEFT_HAND_CORNER, 12, 3)
                .sl(Tag.DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER, 5, 6)
                .text(Tag.PRESENTATION_SIZE_MODE, "CS", "SCALE TO FIT");
        DicomBytes state = start("1", 1)
                .sequence(Tag.DISPLAYED_AREA_SELECTION_SEQUENCE, area)
                .us(Tag.IMAGE_ROTATION, 0)
                .text(Tag.IMAGE_HORIZONTAL_FLIP, "CS", "Y");
        Path path = Files.write(folder.resolve("area.pr"), state.toBytes());
        PresentImage.Presented shown = PresentImage.run(open(1, "MONOCHROME2"), path, Progress.NONE);
        // Columns 5 to 12 of 16, from 1, are columns 4 to 11, from 0, after a flip, and so are rows 3 to 6.
        assertEquals(Optional.of(new Rectangle(4, 2, 8, 4)), shown.area());
        assertEquals(11 + 2 * COLUMNS, shown.image().getProcessor().getf(4, 2));
    }

    @Test
    void aStateForAllOfTheImageHasNoArea() throws IOException {
        DicomBytes area = item().sl(Tag.DISPLAYED_AREA_TOP_LEFT_HAND_CORNER, -3, -3)
                .sl(Tag.DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER, 20, 20);
        DicomBytes state = start("1", 1).sequence(Tag.DISPLAYED_AREA_SELECTION_SEQUENCE, area);
        Path path = Files.write(folder.resolve("area.pr"), state.toBytes());
        assertFalse(PresentImage.run(open(1, "MONOCHROME2"), path, Progress.NONE)
                .area()
                .isPresent());
    }

    @Test
    void sizesOtherThanFitAreSaid() throws IOException {
        for (String mode : List.of("TRUE SIZE", "MAGNIFY", "SCALE TO FIT")) {
            DicomBytes area = item().sl(Tag.DISPLAYED_AREA_TOP_LEFT_HAND_CORNER, 3, 3)
                    .sl(Tag.DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER, 5, 6)
                    .text(Tag.PRESENTATION_SIZE_MODE, "CS", mode);
            DicomBytes state = start("1", 1).sequence(Tag.DISPLAYED_AREA_SELECTION_SEQUENCE, area);
            Path path = Files.write(folder.resolve("area.pr"), state.toBytes());
            List<String> findings =
                    PresentationReader.read(DicomFile.read(path)).findings();
            assertEquals(
                    !mode.equals("SCALE TO FIT"),
                    findings.stream().anyMatch(each -> each.contains("(0070,0100) " + mode + " is not applied")));
        }
    }

    @Test
    void storedValuesAreTransformedToo() throws IOException {
        DicomBytes rescaled = image(1, "MONOCHROME2")
                .text(Tag.RESCALE_INTERCEPT, "DS", "-100")
                .text(Tag.RESCALE_SLOPE, "DS", "2");
        String path = write("1.dcm", rescaled).toString();
        DicomBytes state = start("1", 1)
                .text(Tag.RESCALE_INTERCEPT, "DS", "-100")
                .text(Tag.RESCALE_SLOPE, "DS", "2")
                .sequence(
                        Tag.SOFTCOPY_VOILUT_SEQUENCE,
                        item().text(Tag.WINDOW_CENTER, "DS", "155.5").text(Tag.WINDOW_WIDTH, "DS", "511"));
        // 2 s - 100 from -100 to 410: s from 0 to 255.
        ImagePlus values = present(Hounsfield.open(path), state);
        assertArrayEquals(
                new double[] {-100, 410},
                new double[] {values.getDisplayRangeMin(), values.getDisplayRangeMax()},
                1e-6);
        ImagePlus stored = present(Hounsfield.openStored(path), state);
        assertArrayEquals(
                new double[] {0, 255}, new double[] {stored.getDisplayRangeMin(), stored.getDisplayRangeMax()}, 1e-6);
        assertShown(values, i -> gray(i / 255.0));
        assertShown(stored, i -> gray(i / 255.0));
    }
}
