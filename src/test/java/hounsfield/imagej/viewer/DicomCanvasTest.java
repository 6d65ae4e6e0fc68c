package hounsfield.imagej.viewer;

import static hounsfield.testing.DicomImages.at;
import static hounsfield.testing.DicomImages.ct;
import static hounsfield.testing.DicomImages.gray;
import static hounsfield.testing.DicomImages.pixels;
import static hounsfield.testing.DicomImages.rescaled;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.imagej.host.UserOption;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import ij.IJ;
import ij.ImagePlus;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text in the corners of an image and the letters at its edges, painted without a display. */
class DicomCanvasTest {
    private static final int SIZE = 400;

    @TempDir
    Path folder;

    /** Other tests change the options too. */
    @BeforeEach
    @AfterEach
    void show() {
        UserOption.TEXT.set(true);
    }

    /** A slice of 2 x 2 pixels. */
    private ImagePlus slice(String kilovolts) throws IOException {
        DicomBytes bytes = ct("1", 1)
                .text(Tag.STUDY_DATE, "DA", "20260102")
                .text(Tag.SERIES_DESCRIPTION, "LO", "Thin  slices")
                .text(Tag.PATIENT_NAME, "PN", "Doe^Jane")
                .text(Tag.PATIENT_ID, "LO", "P1")
                .text(Tag.SLICE_THICKNESS, "DS", "2.5");
        if (!kilovolts.isEmpty()) bytes.text(Tag.KVP, "DS", kilovolts);
        at(bytes, "0\\0\\12.5", "1\\0\\0\\0\\1\\0");
        gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false);
        return Hounsfield.open(write(folder, "a.dcm", pixels(rescaled(bytes, "-1024", "1"), 1000, 1024, 1064, 1124))
                .toString());
    }

    @Test
    void linesNameWhatTheHeaderHas() throws IOException {
        ImagePlus image = slice("120");
        Hounsfield.window(image, "lungs");
        CornerText.Lines lines = new CornerText(image).lines();
        assertEquals(List.of("Doe Jane  P1", "2026-01-02"), lines.patient());
        assertTrue(lines.series().contains("Thin  slices"), lines.series().toString());
        assertEquals(List.of("z=12.5 mm", "2.5 mm thick  120 kV"), lines.slice());
        assertEquals(List.of("center -600  width 1500 HU"), lines.window());
        WindowControl.of(image).choose("lungs");
        assertEquals(
                List.of("lungs", "center -600  width 1500 HU"),
                new CornerText(image).lines().window());
    }

    @Test
    void whatIsAbsentHasNoLine() throws IOException {
        assertEquals(
                List.of("z=12.5 mm", "2.5 mm thick"),
                new CornerText(slice("")).lines().slice());
        ImagePlus color = IJ.createImage("color", "RGB", 2, 2, 3);
        CornerText.Lines lines = new CornerText(color).lines();
        assertEquals(List.of(), lines.patient());
        assertEquals(List.of("1/3"), lines.slice());
        assertEquals(List.of(), lines.window());
    }

    @Test
    void hyperstacksNamePositionChannelAndTime() {
        ImagePlus image = IJ.createHyperStack("h", 2, 2, 2, 3, 4, 32);
        image.setPosition(2, 3, 4);
        assertEquals(
                List.of("3/3  channel 2/2  time 4/4"),
                new CornerText(image).lines().slice());
    }

    @Test
    void textIsPaintedOverTheImageAndIsNotPartOfIt() throws IOException {
        ImagePlus image = slice("120");
        image.setDisplayRange(5000, 6000);
        float[] before = ((float[]) image.getProcessor().getPixels()).clone();
        BufferedImage painted = painted(image);
        assertTrue(bright(painted, 0, 0, 150, 40), "patient");
        assertTrue(bright(painted, SIZE - 150, SIZE - 40, 150, 40), "window");
        assertTrue(bright(painted, 0, SIZE - 40, 150, 40), "slice");
        assertTrue(bright(painted, 0, SIZE / 2 - 10, 20, 20), "R");
        assertFalse(bright(painted, 100, 100, 200, 200), "the middle is free");
        assertArrayEquals(before, (float[]) image.getProcessor().getPixels());
        assertNull(image.getOverlay());
        UserOption.TEXT.set(false);
        assertFalse(bright(painted(image), 0, 0, SIZE, SIZE), "hidden");
    }

    /** The line of a file's window 40/400 has center 39.5 and width 399, PS3.3 C.11.2.1.2.1. */
    @Test
    void aWindowOfTheFileHasTheFilesNumbers() throws IOException {
        DicomBytes bytes = at(ct("1", 1), "0\\0\\0", "1\\0\\0\\0\\1\\0")
                .text(Tag.WINDOW_CENTER, "DS", "-600\\40")
                .text(Tag.WINDOW_WIDTH, "DS", "1500\\400");
        gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false);
        ImagePlus image = Hounsfield.open(write(folder, "w.dcm", pixels(rescaled(bytes, "-1024", "1"), 0, 0, 0, 0))
                .toString());
        assertEquals(
                List.of("center -600  width 1500 HU"),
                new CornerText(image).lines().window());
        image.setDisplayRange(-160, 239);
        assertEquals(
                List.of("center 40  width 400 HU"),
                new CornerText(image).lines().window());
        image.setDisplayRange(-160, 240);
        assertEquals(
                List.of("center 40  width 400 HU"),
                new CornerText(image).lines().window());
        image.setDisplayRange(-161, 239);
        assertEquals(
                List.of("center 39  width 400 HU"),
                new CornerText(image).lines().window());
    }

    @Test
    void smallCanvasesHaveLettersAlone() throws IOException {
        ImagePlus image = slice("120");
        image.setDisplayRange(5000, 6000);
        BufferedImage painted = painted(image, 120);
        assertTrue(bright(painted, 0, 50, 20, 20), "R");
        assertFalse(bright(painted, 0, 0, 40, 40), "patient");
    }

    /** An overlay of a single pixel at column 1, row 0 of an image of 2 x 2. */
    @Test
    void overlayPlanesArePaintedOverTheirPixels() throws Exception {
        DicomBytes bytes = at(ct("1", 1), "0\\0\\0", "1\\0\\0\\0\\1\\0");
        bytes.us(Tag.OVERLAY_ROWS, 1)
                .us(Tag.OVERLAY_COLUMNS, 1)
                .ss(Tag.OVERLAY_ORIGIN, 1, 2)
                .bytes(Tag.OVERLAY_DATA, "OW", new byte[] {1, 0});
        gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false);
        ImagePlus image = Hounsfield.open(write(folder, "o.dcm", pixels(rescaled(bytes, "-1024", "1"), 0, 0, 0, 0))
                .toString());
        image.setDisplayRange(5000, 6000);
        assertTrue(overlaid(image, new Rectangle(0, 0, 2, 2), 10, 15, 5), "its pixel");
        assertFalse(overlaid(image, new Rectangle(0, 0, 2, 2), 10, 5, 5), "the pixel beside it");
        assertTrue(overlaid(image, new Rectangle(1, 0, 1, 1), 10, 5, 5), "zoomed");
        image.setRoi(1, 0, 1, 2);
        ImagePlus cut = image.crop();
        assertTrue(overlaid(cut, new Rectangle(0, 0, 1, 2), 10, 5, 5), "cropped");
        assertFalse(overlaid(cut, new Rectangle(0, 0, 1, 2), 10, 5, 15), "cropped, below it");
    }

    /** Returns whether a pixel of the screen is bright after the overlays of an image were read. */
    private static boolean overlaid(ImagePlus image, Rectangle source, double magnification, int x, int y)
            throws InterruptedException {
        CountDownLatch read = new CountDownLatch(1);
        OverlayPictures pictures = new OverlayPictures(image, read::countDown);
        BufferedImage screen = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = screen.createGraphics();
        pictures.paint(graphics, source, magnification);
        assertTrue(read.await(20, TimeUnit.SECONDS), "the overlays are not read");
        pictures.paint(graphics, source, magnification);
        graphics.dispose();
        return bright(screen, x, y, 1, 1);
    }

    private static BufferedImage painted(ImagePlus image) {
        return painted(image, SIZE);
    }

    /** Returns an image as a square canvas shows it. */
    private static BufferedImage painted(ImagePlus image, int size) {
        DicomCanvas canvas = new DicomCanvas(image);
        canvas.setBackground(Color.BLACK);
        canvas.setSize(size, size);
        BufferedImage screen = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = screen.createGraphics();
        canvas.paint(graphics);
        graphics.dispose();
        return screen;
    }

    /** Returns whether a part of a picture has a bright pixel. */
    private static boolean bright(BufferedImage picture, int left, int top, int width, int height) {
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) if ((picture.getRGB(x, y) >> 8 & 0xFF) > 200) return true;
        }
        return false;
    }
}
