package hounsfield.imagej.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads written files again with the JDK and with ImageJ. */
class PictureFilesTest {
    private static final int WIDTH = 16;
    private static final int HEIGHT = 8;

    @TempDir
    Path folder;

    /** Alternating red and blue stripes, which chroma subsampling would mix. */
    private static float[][] channels(int count) {
        float[][] channels = new float[count][WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            for (int k = 0; k < count; k++) channels[k][i] = k == 1 ? 0.5f : (i + k / 2) % 2;
        }
        return channels;
    }

    @Test
    void pngHoldsChannelsExactly() throws IOException {
        Path file = folder.resolve("a.png");
        PictureFiles.writePng(file, channels(3), WIDTH, HEIGHT);
        BufferedImage read = ImageIO.read(file.toFile());
        assertEquals(WIDTH, read.getWidth());
        assertEquals(HEIGHT, read.getHeight());
        assertEquals(0xFF0080FF, read.getRGB(0, 0));
        assertEquals(0xFFFF8000, read.getRGB(1, 0));
        assertOnly("a.png");
    }

    @Test
    void grayIsGray() throws IOException {
        float[][] ramp = {{-1, 0, 0.5f, 1, 2, Float.NaN}};
        Path file = folder.resolve("gray.png");
        PictureFiles.writePng(file, ramp, 3, 2);
        Raster read = ImageIO.read(file.toFile()).getRaster();
        assertEquals(1, read.getNumBands());
        assertArrayEquals(new int[] {0, 0, 128, 255, 255, 0}, read.getSamples(0, 0, 3, 2, 0, (int[]) null));
    }

    @Test
    void jpegKeepsColorsApartAndQualityCounts() throws IOException {
        Path fine = folder.resolve("fine.jpg");
        Path coarse = folder.resolve("coarse.jpg");
        PictureFiles.writeJpeg(fine, channels(3), WIDTH, HEIGHT, 100);
        PictureFiles.writeJpeg(coarse, channels(3), WIDTH, HEIGHT, 10);
        int first = ImageIO.read(fine.toFile()).getRGB(0, 0);
        int second = ImageIO.read(fine.toFile()).getRGB(1, 0);
        assertEquals(0, first >> 16 & 0xFF, 6);
        assertEquals(128, first >> 8 & 0xFF, 6);
        assertEquals(255, first & 0xFF, 6);
        assertEquals(255, second >> 16 & 0xFF, 6);
        assertEquals(0, second & 0xFF, 6);
        assertTrue(Files.size(coarse) < Files.size(fine));
        PictureFiles.writeJpeg(fine, channels(1), WIDTH, HEIGHT, 100);
        assertEquals(1, ImageIO.read(fine.toFile()).getRaster().getNumBands());
    }

    @Test
    void fourChannelsAreInvertedInksOfAJpeg() throws IOException {
        Path file = folder.resolve("four.jpg");
        float[][] flat = new float[4][WIDTH * HEIGHT];
        for (int k = 0; k < 4; k++) java.util.Arrays.fill(flat[k], (k + 1) / 5f);
        PictureFiles.writeJpeg(file, flat, WIDTH, HEIGHT, 100);
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            int[] pixel = reader.readRaster(0, null).getPixel(3, 3, (int[]) null);
            for (int k = 0; k < 4; k++) assertEquals(255 - 51 * (k + 1), pixel[k], 2);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void tiffHoldsValuesAndCalibration() throws IOException {
        ImageStack stack = new ImageStack(2, 1);
        stack.addSlice("first", new float[] {-1000.5f, 3});
        stack.addSlice("second", new float[] {Float.NaN, 70_000});
        ImagePlus image = new ImagePlus("t", stack);
        image.getCalibration().pixelWidth = 0.5;
        image.getCalibration().pixelHeight = 0.25;
        image.getCalibration().pixelDepth = 2.5;
        image.getCalibration().xOrigin = -7.5;
        image.getCalibration().setUnit("mm");
        image.getCalibration().setValueUnit("HU");
        image.setProp("Key", "a value");
        image.setProperty("Info", "0008,0060  Modality: CT\n");
        Path file = folder.resolve("t.tif");
        PictureFiles.writeTiff(file, image);
        ImagePlus read = IJ.openImage(file.toString());
        assertArrayEquals(new float[] {-1000.5f, 3}, (float[]) read.getStack().getPixels(1));
        assertArrayEquals(
                new float[] {Float.NaN, 70_000}, (float[]) read.getStack().getPixels(2));
        assertEquals(0.5, read.getCalibration().pixelWidth, 1e-6);
        assertEquals(0.25, read.getCalibration().pixelHeight, 1e-6);
        assertEquals(2.5, read.getCalibration().pixelDepth, 1e-6);
        assertEquals(-7.5, read.getCalibration().xOrigin, 1e-6);
        assertEquals("mm", read.getCalibration().getUnit());
        assertEquals("HU", read.getCalibration().getValueUnit());
        assertEquals("second", read.getStack().getSliceLabel(2));
        assertEquals("a value", read.getProp("Key"));
        assertTrue(((String) read.getProperty("Info")).contains("Modality: CT"));
        assertOnly("t.tif");
    }

    @Test
    void failedWritingIsReportedAndLeavesNoFile() throws IOException {
        Path file = folder.resolve("x");
        assertThrows(IllegalArgumentException.class, () -> PictureFiles.writePng(file, channels(2), WIDTH, HEIGHT));
        assertThrows(IllegalArgumentException.class, () -> PictureFiles.writePng(file, channels(4), WIDTH, HEIGHT));
        assertThrows(IllegalArgumentException.class, () -> PictureFiles.writePng(file, channels(1), WIDTH, HEIGHT + 1));
        assertThrows(
                IllegalArgumentException.class, () -> PictureFiles.writeJpeg(file, channels(2), WIDTH, HEIGHT, 90));
        assertThrows(
                IllegalArgumentException.class, () -> PictureFiles.writeJpeg(file, channels(4), WIDTH, HEIGHT + 1, 9));
        for (int quality : new int[] {0, 101}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> PictureFiles.writeJpeg(file, channels(3), WIDTH, HEIGHT, quality));
        }
        assertOnly();
        Path taken = Files.createDirectories(folder.resolve("taken/inside")).getParent();
        assertThrows(IOException.class, () -> PictureFiles.writePng(taken, channels(1), WIDTH, HEIGHT));
        assertOnly("taken");
    }

    private void assertOnly(String... names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(names),
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }
}
