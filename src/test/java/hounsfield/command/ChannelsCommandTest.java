package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ChannelsCommandTest extends MacroCommands {
    private static final String COMMAND = "DICOM Windows to Channels...";

    /** 2 x 1 pixels: slice n has 10 n and 10 n + 40 HU. */
    private static ImagePlus stack(int slices) {
        ImageStack stack = new ImageStack(2, 1);
        for (int n = 1; n <= slices; n++) stack.addSlice("s" + n + "\nheader", new float[] {10 * n, 10 * n + 40});
        ImagePlus image = new ImagePlus("stack", stack);
        image.getCalibration().pixelDepth = 2.5;
        image.getCalibration().setUnit("mm");
        image.getCalibration().setValueUnit("HU");
        return image;
    }

    @Test
    void channelsOfAStackAreInTheirPlaces() {
        ImagePlus image = stack(3);
        ImagePlus result = MacroRun.of(image, COMMAND, "windows=[brain, 0/200] bins=0 output=[32-bit channels]");
        assertNotSame(image, result);
        assertEquals(32, result.getBitDepth());
        assertArrayEquals(new int[] {2, 1, 2, 3, 1}, result.getDimensions());
        for (int z = 1; z <= 3; z++) {
            float low = 10 * z;
            assertArrayEquals(new float[] {low / 80, (low + 40) / 80}, pixels(result, 1, z, 1), 1e-6f);
            assertArrayEquals(new float[] {(low + 100) / 200, (low + 140) / 200}, pixels(result, 2, z, 1), 1e-6f);
            int n = result.getStackIndex(2, z, 1);
            assertEquals("s" + z + " 0/200\nheader", result.getStack().getSliceLabel(n));
        }
        assertEquals(2.5, result.getCalibration().pixelDepth);
        assertEquals("mm", result.getCalibration().getUnit());
        assertEquals(10, image.getStack().getProcessor(1).getf(0));
    }

    private static float[] pixels(ImagePlus image, int channel, int slice, int frame) {
        return (float[]) image.getStack().getPixels(image.getStackIndex(channel, slice, frame));
    }

    @Test
    void hyperstacksKeepSlicesAndFrames() {
        ImagePlus image = stack(8);
        image.setDimensions(2, 2, 2);
        ImagePlus result = MacroRun.of(image, COMMAND, "windows=brain output=[32-bit channels]");
        assertArrayEquals(new int[] {2, 1, 4, 2, 2}, result.getDimensions());
        // Channel 2, slice 1, frame 2 of the original is its slice 6.
        float[] windowed = pixels(result, 3, 1, 2);
        assertArrayEquals(new float[] {60 / 80f, 1}, windowed, 1e-6f);
        float[] equalized = pixels(result, 4, 1, 2);
        ImagePlus alone = Hounsfield.equalize(image, 100);
        assertArrayEquals((float[]) alone.getStack().getPixels(6), equalized);
    }

    @Test
    void compositeHasColorsAndRgbHasThreeChannels() {
        ImagePlus image = stack(2);
        ImagePlus composite = MacroRun.of(image, COMMAND, "windows=[brain, subdural]");
        assertTrue(composite.isComposite());
        assertEquals(CompositeImage.COMPOSITE, ((CompositeImage) composite).getMode());
        assertEquals(3, composite.getNChannels());
        assertEquals(8, composite.getBitDepth());
        assertEquals(0xFFFF0000, composite.getLuts()[0].getRGB(255));
        assertEquals(255, composite.getLuts()[2].max);
        ImagePlus rgb = MacroRun.of(image, COMMAND, "windows=[brain, subdural] output=rgb");
        assertEquals(24, rgb.getBitDepth());
        assertEquals(2, rgb.getStackSize());
        for (int n = 1; n <= 2; n++) {
            int color = ((int[]) rgb.getStack().getPixels(n))[1];
            for (int channel = 1; channel <= 3; channel++) {
                byte[] plane = (byte[]) composite.getStack().getPixels(composite.getStackIndex(channel, n, 1));
                assertEquals(plane[1] & 0xFF, color >> 24 - 8 * channel & 0xFF);
            }
        }
        assertEquals("s2\nheader", rgb.getStack().getSliceLabel(2));
        ImagePlus called = Hounsfield.rgb(image, "brain, subdural");
        assertArrayEquals(
                (int[]) rgb.getStack().getPixels(2), (int[]) called.getStack().getPixels(2));
        assertEquals(24, Hounsfield.rgb(image, "brain, subdural, liver").getBitDepth());
    }

    @Test
    void calibratedIntegersAndSingleChannelsWork() {
        ImagePlus image = IJ.createImage("16", "16-bit black", 2, 1, 1);
        image.getProcessor().set(0, 1024);
        image.getProcessor().set(1, 1064);
        image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] {-1024, 1}, "HU");
        ImagePlus result = MacroRun.of(image, COMMAND, "windows=40/80 bins=0 output=composite");
        assertArrayEquals(
                new byte[] {0, (byte) 128}, (byte[]) result.getProcessor().getPixels());
        ImagePlus bytes = IJ.createImage("8", "8-bit ramp", 256, 1, 1);
        float[] values =
                (float[]) Hounsfield.channels(bytes, "40/80").getStack().getPixels(1);
        assertEquals(0.5f, values[40]);
    }

    @Test
    void virtualStacksAreDecodedSliceBySlice() throws IOException {
        Hounsfield.writeSample("Enhanced CT", folder.toString());
        String file = Files.list(folder).findFirst().orElseThrow().toString();
        ImagePlus expected = Hounsfield.channels(Hounsfield.open(file), "lungs");
        ImagePlus result = Hounsfield.channels(Hounsfield.openVirtual(file), "lungs");
        assertArrayEquals(expected.getDimensions(), result.getDimensions());
        for (int n = 1; n <= expected.getStackSize(); n++) {
            assertArrayEquals((float[]) expected.getStack().getPixels(n), (float[])
                    result.getStack().getPixels(n));
        }
    }

    @Test
    void areaSelectionLimitsTheBins() {
        ImagePlus image = stack(2);
        image.setRoi(0, 0, 1, 1);
        ImagePlus result = MacroRun.of(image, COMMAND, "windows=brain bins=2 output=[32-bit channels]");
        // Bins of 10 and 20 only.
        assertArrayEquals(new float[] {0, 1}, pixels(result, 2, 1, 1));
        assertArrayEquals(new float[] {1, 1}, pixels(result, 2, 2, 1));
    }

    @Test
    void invalidOptionsAreRefusedInWords() {
        ImagePlus image = stack(1);
        ChannelsCommand command = new ChannelsCommand();
        assertContains(MacroRun.failure(image, command, "windows=unicorn"), "unicorn");
        assertContains(MacroRun.failure(image, command, "windows=[]"), "no windows");
        assertContains(MacroRun.failure(image, command, "windows=40/0"), "width 0");
        assertContains(MacroRun.failure(image, command, "bins=-1"), "bins");
        assertContains(MacroRun.failure(image, command, "bins=1.5"), "bins");
        assertContains(MacroRun.failure(image, command, "bins=1000000"), "bins");
        assertContains(MacroRun.failure(image, command, "windows=brain output=rgb"), "three channels, not 2");
        assertContains(MacroRun.failure(image, command, "output=hsv"), "composite, rgb, 32-bit channels");
        assertContains(MacroRun.failure(IJ.createImage("c", "RGB", 2, 2, 1), command, ""), "color image");
        image.getStack().setPixels(new float[] {Float.NaN, Float.NaN}, 1);
        assertContains(MacroRun.failure(image, command, ""), "no pixel");
    }

    @Test
    void picturesOfTheCurrentSliceAreWritten() throws IOException {
        ImagePlus image = stack(3);
        image.setSlice(2);
        Path png = folder.resolve("a.png");
        Path jpeg = folder.resolve("a.jpg");
        Hounsfield.savePng(image, png.toString(), "brain, subdural", 100);
        Hounsfield.saveJpeg(image, jpeg.toString(), "brain", 0, 100);
        BufferedImage read = ImageIO.read(png.toFile());
        assertEquals(
                ((int[]) Hounsfield.rgb(image, "brain, subdural").getStack().getPixels(2))[1], read.getRGB(1, 0));
        assertEquals(255 * 20 / 80, ImageIO.read(jpeg.toFile()).getRaster().getSample(0, 0, 0), 3);
    }

    /** As in ImageJ's own Save, a mistyped folder is reported and not created. */
    @Test
    void foldersThatAreMissingAreNamedAndNotMade() {
        ImagePlus image = stack(3);
        Path missing = folder.resolve("mistyped");
        String path = missing.resolve("a").toString();
        List<Executable> calls = List.of(
                () -> Hounsfield.saveJpeg(image, path, "brain", 0, 90),
                () -> Hounsfield.savePng(image, path, "brain", 0),
                () -> Hounsfield.saveTiff16(image, path, 100),
                () -> Hounsfield.saveTiff32(image, path),
                () -> Hounsfield.saveLut("bone", path));
        for (Executable call : calls) {
            String message = assertThrows(IllegalArgumentException.class, call).getMessage();
            assertEquals("there is no folder " + missing + " for the file a", message);
            assertFalse(Files.exists(missing));
        }
    }

    @Test
    void tiffsHoldAllSlicesAndFullScaleDoesNotWrap() throws IOException {
        ImagePlus image = stack(3);
        Path wide = folder.resolve("16.tif");
        Path exact = folder.resolve("32.tif");
        Hounsfield.saveTiff16(image, wide.toString(), 100);
        Hounsfield.saveTiff32(image, exact.toString());
        ImagePlus read = IJ.openImage(wide.toString());
        assertEquals(16, read.getBitDepth());
        assertEquals(0, read.getStack().getProcessor(1).get(0));
        assertEquals(65535, read.getStack().getProcessor(3).get(1));
        assertEquals(
                65535,
                Hounsfield.equalizeTo16Bit(image, 100)
                        .getStack()
                        .getProcessor(3)
                        .get(1));
        ImagePlus floats = IJ.openImage(exact.toString());
        assertArrayEquals(new float[] {20, 60}, (float[]) floats.getStack().getPixels(2));
        assertEquals("HU", floats.getCalibration().getValueUnit());
        assertEquals("s3\nheader", floats.getStack().getSliceLabel(3));
    }

    private static void assertContains(String message, String expected) {
        assertTrue(message.contains(expected), message);
    }
}
