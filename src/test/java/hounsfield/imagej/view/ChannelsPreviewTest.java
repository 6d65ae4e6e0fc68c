package hounsfield.imagej.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.operation.MakeChannels;
import hounsfield.imagej.process.ImageChannels;
import hounsfield.imagej.process.ImageChannels.Output;
import hounsfield.work.Progress;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;

/** The preview of {@code DICOM Windows to Channels...} equals the result of OK, and leaves no changes behind. */
class ChannelsPreviewTest {
    private final ImagePlus image = image();

    private static ImagePlus image() {
        ImageStack stack = new ImageStack(3, 1);
        stack.addSlice("", new float[] {0, 1, 2});
        stack.addSlice("", new float[] {-600, 0, 40});
        ImagePlus image = new ImagePlus("two", stack);
        image.getCalibration().setValueUnit("HU");
        image.setSlice(2);
        return image;
    }

    @Test
    void overlayIsTheResultsSlice() throws InterruptedException {
        Overlay own = new Overlay(new Roi(0, 0, 1, 1));
        image.setOverlay(own);
        image.setHideOverlay(true);
        float[] pixels = ((float[]) image.getProcessor().getPixels()).clone();
        try (ChannelsPreview preview = new ChannelsPreview(image)) {
            for (Output output : Output.values()) {
                for (String windows : new String[] {"lungs, brain", "brain, 0/10"}) {
                    preview.show(new MakeChannels.Options(windows, 2, output));
                    ImagePlus result =
                            ImageChannels.of(image, windows, 2, Progress.NONE).make(output, Progress.NONE);
                    result.setPosition(1, 2, 1);
                    assertArrayEquals(pixelsOf(shownOf(result)), pixelsOf(waitForNext(own)), windows + " " + output);
                    preview.hide();
                    assertSame(own, image.getOverlay());
                    assertTrue(image.getHideOverlay());
                }
            }
            preview.show(new MakeChannels.Options("brain", 0, Output.COMPOSITE));
            assertEquals(0xFF808080, waitForNext(own).get(2), "one channel is gray");
        }
        assertSame(own, image.getOverlay());
        assertArrayEquals(pixels, (float[]) image.getProcessor().getPixels());
    }

    @Test
    void invalidOptionsShowNothing() {
        try (ChannelsPreview preview = new ChannelsPreview(image)) {
            preview.show(new MakeChannels.Options("unicorn", 0, Output.COMPOSITE));
            preview.show(new MakeChannels.Options("brain", 100_001, Output.COMPOSITE));
            preview.show(new MakeChannels.Options("brain", 0, Output.RGB));
        }
        assertNull(image.getOverlay());
    }

    private static ImageProcessor shownOf(ImagePlus result) {
        ImageProcessor processor = result.getProcessor();
        processor.setMinAndMax(result.getDisplayRangeMin(), result.getDisplayRangeMax());
        return result.isComposite() && result.getDisplayMode() == IJ.COMPOSITE
                ? new ColorProcessor(result.getImage())
                : processor.convertToRGB();
    }

    private static int[] pixelsOf(ImageProcessor colors) {
        int[] pixels = ((int[]) colors.getPixels()).clone();
        for (int i = 0; i < pixels.length; i++) pixels[i] &= 0xFFFFFF;
        return pixels;
    }

    private ImageProcessor waitForNext(Overlay own) throws InterruptedException {
        for (int i = 0; i < 1000 && image.getOverlay() == own; i++) Thread.sleep(10);
        return ((ImageRoi) image.getOverlay().get(0)).getProcessor();
    }
}
