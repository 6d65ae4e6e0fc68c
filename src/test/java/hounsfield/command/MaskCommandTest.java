package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.calibrate.PixelPadding;
import hounsfield.imagej.Hounsfield;
import hounsfield.imagej.memory.ImagePadding;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaskCommandTest extends MacroCommands {
    private static final String COMMAND = "HU Mask and Crop...";
    /** A blur so small that the mask equals the windowed image. */
    private static final String SHARP = "window=brain sigma=0.01 threshold=0.3 ";

    /** 40 x 30 pixels of air; in slice n a rectangle of 40 HU at (8 + n, 6), 10 x 12 pixels, numbered in hundredths. */
    private static ImagePlus boxes(int slices) {
        ImageStack stack = new ImageStack(40, 30);
        for (int n = 1; n <= slices; n++) {
            ImageProcessor slice = new FloatProcessor(40, 30);
            slice.set(-1000);
            for (int y = 0; y < 12; y++) {
                for (int x = 0; x < 10; x++) slice.setf(8 + n + x, 6 + y, 40 + (x + 10 * y) / 100f);
            }
            stack.addSlice("s" + n, slice);
        }
        ImagePlus image = new ImagePlus("boxes", stack);
        Calibration calibration = image.getCalibration();
        calibration.pixelWidth = 0.5;
        calibration.pixelHeight = 0.25;
        calibration.pixelDepth = 3;
        calibration.xOrigin = 2;
        calibration.setUnit("mm");
        calibration.setValueUnit("HU");
        image.setDisplayRange(-100, 200);
        return image;
    }

    @Test
    void cropKeepsPixelsAndPlace() {
        ImagePlus image = boxes(1);
        ImagePlus crop = MacroRun.of(image, COMMAND, SHARP);
        assertEquals(10, crop.getWidth());
        assertEquals(12, crop.getHeight());
        assertEquals(40.47f, crop.getProcessor().getf(7, 4));
        assertSamePlace(image, 16, 10, crop, 7, 4);
        assertEquals(0.5, crop.getCalibration().pixelWidth);
        assertEquals("mm", crop.getCalibration().getUnit());
        assertEquals("HU", crop.getCalibration().getValueUnit());
        assertEquals(-100, crop.getDisplayRangeMin());
        assertEquals(200, crop.getDisplayRangeMax());
        assertEquals(-1000, image.getProcessor().getf(0, 0));
    }

    /** The centers of two pixels have the same position in mm. */
    private static void assertSamePlace(ImagePlus one, double x, double y, ImagePlus other, double ox, double oy) {
        Calibration a = one.getCalibration();
        Calibration b = other.getCalibration();
        assertEquals(a.getX(x + 0.5), b.getX(ox + 0.5), 1e-9);
        assertEquals(a.getY(y + 0.5), b.getY(oy + 0.5), 1e-9);
    }

    @Test
    void stacksHaveOneBoxAndHyperstacksStayHyperstacks() {
        ImagePlus image = boxes(4);
        image.setDimensions(1, 2, 2);
        image.setOpenAsHyperStack(true);
        ImagePlus crop = MacroRun.of(image, COMMAND, SHARP + "output=crop");
        assertArrayEquals(new int[] {13, 12, 1, 2, 2}, crop.getDimensions());
        for (int n = 1; n <= 4; n++) {
            ImageProcessor slice = crop.getStack().getProcessor(n);
            assertEquals(40.47f, slice.getf(n - 1 + 7, 4));
            assertEquals("s" + n, crop.getStack().getSliceLabel(n));
        }
        assertEquals(3, crop.getCalibration().pixelDepth);
    }

    @Test
    void resizedCropHasItsShapeAndPixelSize() {
        ImagePlus image = boxes(1);
        ImagePlus crop = MacroRun.of(image, COMMAND, SHARP + "size=48x24");
        assertEquals(48, crop.getWidth());
        assertEquals(24, crop.getHeight());
        // The box of 10 x 12 is enlarged to 24 x 12 at (2, 6): two new pixels per old pixel.
        assertEquals(0.25, crop.getCalibration().pixelWidth);
        assertEquals(0.125, crop.getCalibration().pixelHeight);
        assertSamePlace(image, 2, 6, crop, 0.5, 0.5);
        assertSamePlace(image, 16, 10, crop, 28.5, 8.5);
        // At (16.25, 10.25) of the original.
        assertEquals(40 + (7.25 + 10 * 4.25) / 100, crop.getProcessor().getf(29, 9), 1e-5);
        ImagePlus called = Hounsfield.cropResize(image, Hounsfield.maskBy(image, "brain", 0.01, 0.3), 48, 24);
        assertArrayEquals((float[]) crop.getProcessor().getPixels(), (float[])
                called.getProcessor().getPixels());
    }

    @Test
    void integersStayIntegersUntilResized() {
        ImagePlus image = IJ.createImage("16", "16-bit black", 40, 30, 1);
        image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] {-1024, 1}, "HU");
        for (int y = 6; y < 16; y++) {
            for (int x = 5; x < 25; x++) image.getProcessor().set(x, y, 1064);
        }
        ImagePlus crop = MacroRun.of(image, COMMAND, SHARP);
        assertEquals(16, crop.getBitDepth());
        assertEquals(1064, crop.getProcessor().get(0));
        assertEquals(40, crop.getCalibration().getCValue(crop.getProcessor().get(0)));
        assertEquals(-5, crop.getCalibration().xOrigin);
        ImagePlus resized = MacroRun.of(image, COMMAND, SHARP + "size=10");
        assertEquals(32, resized.getBitDepth());
        assertEquals(40, resized.getProcessor().getf(5, 5));
        assertEquals("HU", resized.getCalibration().getValueUnit());
        ImagePlus bytes = IJ.createImage("8", "8-bit black", 40, 30, 1);
        bytes.getProcessor().set(7, 9, 60);
        ImagePlus pixel = MacroRun.of(bytes, COMMAND, SHARP.replace("brain", "40/80"));
        assertEquals(8, pixel.getBitDepth());
        assertEquals(1, pixel.getWidth() * pixel.getHeight());
    }

    @Test
    void maskIsAnImageAndSelectionLimitsIt() {
        ImagePlus image = boxes(2);
        ImagePlus mask = MacroRun.of(image, COMMAND, SHARP + "output=mask");
        assertEquals(8, mask.getBitDepth());
        assertEquals(2, mask.getStackSize());
        for (int n = 1; n <= 2; n++) {
            ImageProcessor slice = mask.getStack().getProcessor(n);
            assertEquals(120, slice.getHistogram()[255]);
            assertEquals(40 * 30 - 120, slice.getHistogram()[0]);
            assertEquals(255, slice.get(8 + n, 6));
        }
        assertArrayEquals(new int[] {9, 6, 11, 12}, Hounsfield.boundingBox(mask));
        image.setRoi(0, 0, 12, 8);
        ImagePlus limited = MacroRun.of(image, COMMAND, SHARP + "output=mask");
        assertArrayEquals(new int[] {9, 6, 3, 2}, Hounsfield.boundingBox(limited));
    }

    @Test
    void whiteCountsOnlyOnRequest() {
        ImagePlus image = boxes(1);
        image.getProcessor().setf(0, 0, 900);
        assertArrayEquals(
                new int[] {9, 6, 10, 12}, Hounsfield.boundingBox(MacroRun.of(image, COMMAND, SHARP + "output=mask")));
        assertArrayEquals(
                new int[] {0, 0, 19, 18},
                Hounsfield.boundingBox(MacroRun.of(image, COMMAND, SHARP + "bright output=mask")));
    }

    @Test
    void roisGoToTheOverlayWithoutADisplay() {
        ImagePlus image = boxes(3);
        image.getStack().getProcessor(2).set(-1000);
        image.setSlice(3);
        MacroRun.of(image, COMMAND, SHARP + "output=roi");
        Overlay overlay = image.getOverlay();
        assertEquals(3, overlay.size());
        assertEquals("mask 1", overlay.get(0).getName());
        assertEquals(1, overlay.get(0).getPosition());
        assertEquals("mask 3", overlay.get(1).getName());
        assertEquals(3, overlay.get(1).getPosition());
        assertEquals("box", overlay.get(2).getName());
        assertEquals(new Rectangle(9, 6, 12, 12), overlay.get(2).getBounds());
        Roi selected = image.getRoi();
        assertEquals(new Rectangle(11, 6, 10, 12), selected.getBounds());
        assertEquals(120, new ShapeRoi(selected).getContainedPoints().length);
        image.setSlice(2);
        MacroRun.of(boxless(image), COMMAND, SHARP + "output=roi");
        assertEquals("box", image.getRoi().getName());
    }

    /** In a macro ImageJ makes a ROI Manager for whoever asks for one, which fails without a display. */
    @Test
    void roisOfAMacroGoToTheOverlayWithoutADisplay() {
        String open = "setBatchMode(true); newImage('two', '32-bit black', 40, 30, 1);"
                + "for (y = 6; y < 18; y++) for (x = 9; x < 19; x++) setPixel(x, y, 5);";
        String rois =
                "run('HU Mask and Crop...', 'window=4/4 sigma=0.01 threshold=0.3 output=roi'); return d2s(Overlay.size, 0);";
        assertEquals("2", IJ.runMacro(open + rois));
        String none = "run('HU Statistics...', 'regions=manager'); return 'no error';";
        assertEquals(null, IJ.runMacro(open + none), "the macro ends");
    }

    private static ImagePlus boxless(ImagePlus image) {
        image.deleteRoi();
        image.setOverlay(null);
        return image;
    }

    @Test
    void virtualStacksAreCropped() throws IOException {
        Hounsfield.writeSample("Enhanced CT", folder.toString());
        String file = Files.list(folder).findFirst().orElseThrow().toString();
        String options = "window=mediastinum size=64";
        ImagePlus expected = MacroRun.of(Hounsfield.open(file), COMMAND, options);
        ImagePlus result = MacroRun.of(Hounsfield.openVirtual(file), COMMAND, options);
        assertEquals(64, result.getWidth());
        for (int n = 1; n <= expected.getStackSize(); n++) {
            assertArrayEquals((float[]) expected.getStack().getPixels(n), (float[])
                    result.getStack().getPixels(n));
        }
        ImagePlus asItIs = MacroRun.of(Hounsfield.openVirtual(file), COMMAND, "window=mediastinum");
        assertTrue(asItIs.getWidth() < Hounsfield.openVirtual(file).getWidth(), asItIs.toString());
    }

    @Test
    void invalidOptionsAreRefusedInWordsAndChangeNothing() {
        ImagePlus image = boxes(1);
        float[] before = ((float[]) image.getProcessor().getPixels()).clone();
        MaskCommand command = new MaskCommand();
        assertContains(MacroRun.failure(image, command, "window=unicorn"), "unicorn");
        assertContains(MacroRun.failure(image, command, "window=[brain, liver]"), "more than one");
        assertContains(MacroRun.failure(image, command, "window=40/0"), "width 0");
        assertContains(MacroRun.failure(image, command, "sigma=0"), "sigma");
        assertContains(MacroRun.failure(image, command, "sigma=9"), "sigma");
        assertContains(MacroRun.failure(image, command, "threshold=1"), "threshold");
        assertContains(MacroRun.failure(image, command, "size=0x4"), "size");
        assertContains(MacroRun.failure(image, command, "size=a"), "size");
        assertContains(MacroRun.failure(image, command, "output=box"), "crop, mask, roi");
        assertContains(MacroRun.failure(image, command, "window=3000/10"), "nothing is inside");
        assertContains(MacroRun.failure(image, command, "window=3000/10 output=mask"), "mask is empty");
        assertContains(MacroRun.failure(image, command, "window=3000/10 output=roi"), "mask is empty");
        assertContains(MacroRun.failure(IJ.createImage("c", "RGB", 2, 2, 1), command, ""), "color image");
        assertArrayEquals(before, (float[]) image.getProcessor().getPixels());
        Arrays.fill((float[]) image.getProcessor().getPixels(), Float.NaN);
        assertContains(MacroRun.failure(image, command, ""), "nothing is inside");
        image.getProcessor().set(-1000);
        ImagePadding.copyTo(image, List.of(Optional.of(new PixelPadding(-1000, -1000))));
        assertContains(MacroRun.failure(image, command, "window=-1000/100"), "nothing is inside");
    }

    @Test
    void masksForOtherImagesAreRefused() {
        ImagePlus image = boxes(1);
        assertRefused(() -> Hounsfield.crop(image, IJ.createImage("m", "8-bit white", 4, 4, 1)), "4 x 4");
        assertRefused(() -> Hounsfield.boundingBox(image), "not a mask");
        assertRefused(() -> Hounsfield.boundingBox(IJ.createImage("m", "8-bit black", 4, 4, 1)), "empty");
        ImagePlus whole = IJ.createImage("m", "8-bit white", 40, 30, 1);
        assertRefused(() -> Hounsfield.cropResizeSquared(image, whole, 8), "square");
        assertRefused(() -> Hounsfield.cropResize(image, whole, 0, 8), "size");
        assertRefused(() -> Hounsfield.zoom(image, 0), "zoom");
        assertRefused(() -> Hounsfield.zoom(image, 1e6), "size");
        assertRefused(() -> Hounsfield.gaussBlur(image, -1), "sigma");
        assertRefused(() -> Hounsfield.uniformBlur(image, 0), "size");
    }

    @Test
    void zoomedImagesKeepTheirCornersInPlace() {
        ImagePlus image = boxes(2);
        ImagePlus zoomed = Hounsfield.zoom(image, 2);
        assertArrayEquals(new int[] {80, 60, 1, 2, 1}, zoomed.getDimensions());
        assertSamePlace(image, 0, 0, zoomed, 0, 0);
        assertSamePlace(image, 39, 29, zoomed, 79, 59);
        assertEquals(0.5 * 39 / 79, zoomed.getCalibration().pixelWidth, 1e-12);
        assertEquals(-1000, zoomed.getProcessor().getf(79, 59), 1e-3);
        ImagePlus to = Hounsfield.zoomTo(image, 59, 40);
        assertEquals(59, to.getHeight());
        assertEquals(40.47f, to.getProcessor().getf(16, 20), 1e-3);
        assertEquals(0.125, to.getCalibration().pixelHeight);
    }

    @Test
    void blursAreOfCalibratedValues() {
        ImagePlus image = boxes(2);
        ImagePlus blurred = Hounsfield.uniformBlur(image, 3);
        assertEquals(40.47f, blurred.getProcessor().getf(16, 10), 1e-3);
        assertEquals(-4 / 9f * 1000, blurred.getProcessor().getf(0, 0), 1e-3);
        assertEquals("HU", blurred.getCalibration().getValueUnit());
        assertEquals(-1000, Hounsfield.gaussBlur(image, 8).getProcessor().getf(0, 0), 1e-3);
    }

    @Test
    void fastaisOwnCropIsToBeHad() {
        ImagePlus image = IJ.createImage("s", "32-bit ramp", 30, 30, 1);
        ImagePlus mask = IJ.createImage("m", "8-bit black", 30, 30, 1);
        mask.getProcessor().set(4, 10, 255);
        mask.getProcessor().set(12, 14, 255);
        // 9 columns, which are 8 in fastai.
        ImagePlus crop = Hounsfield.cropResizeSquared(image, mask, 8);
        assertEquals(image.getProcessor().getf(4, 10), crop.getProcessor().getf(0, 0));
        assertEquals(image.getProcessor().getf(11, 17), crop.getProcessor().getf(7, 7));
        assertSamePlace(image, 4, 10, crop, 0, 0);
    }

    private static void assertRefused(Runnable call, String about) {
        assertContains(assertThrows(IllegalArgumentException.class, call::run).getMessage(), about);
    }

    private static void assertContains(String message, String expected) {
        assertTrue(message.contains(expected), message);
    }
}
