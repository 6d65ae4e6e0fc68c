package hounsfield.imagej.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hounsfield.window.ClosedRange;
import hounsfield.window.Window;
import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import org.junit.jupiter.api.Test;

/** The window of an image, changed by mouse, keys and tool. */
class WindowControlTest {
    /** Slices whose values are the slice's number times a hundred, and one more. */
    private static ImagePlus stack(int slices) {
        ImageStack stack = new ImageStack(2, 1);
        for (int n = 1; n <= slices; n++) stack.addSlice(new FloatProcessor(2, 1, new float[] {100 * n, 100 * n + 1}));
        ImagePlus image = new ImagePlus("stack", stack);
        image.getCalibration().setValueUnit("HU");
        return image;
    }

    @Test
    void windowIsThatOfAllSlicesAndPixelsStay() {
        ImagePlus image = stack(3);
        WindowControl.of(image).show(new Window(40, 400));
        for (int n = 1; n <= 3; n++) {
            image.setSlice(n);
            assertEquals(-160, image.getDisplayRangeMin());
            assertEquals(240, image.getDisplayRangeMax());
            assertArrayEquals(new float[] {100 * n, 100 * n + 1}, (float[])
                    image.getStack().getPixels(n));
        }
    }

    @Test
    void channelsOfOneUnitShareTheWindow() {
        ImagePlus image = stack(6);
        image.setDimensions(2, 3, 1);
        for (int mode : new int[] {CompositeImage.GRAYSCALE, CompositeImage.COMPOSITE}) {
            CompositeImage channels = new CompositeImage(image, mode);
            channels.getCalibration().setValueUnit("HU");
            channels.setPosition(2, 1, 1);
            WindowControl.of(channels).show(new Window(40, 400));
            for (int channel = 1; channel <= 2; channel++) {
                assertEquals(-160, channels.getChannelLut(channel).min, "channel " + channel);
                assertEquals(240, channels.getChannelLut(channel).max, "channel " + channel);
            }
        }
    }

    @Test
    void nameOfAWindowLastsUntilAnotherIsShown() {
        ImagePlus image = stack(1);
        WindowControl control = WindowControl.of(image);
        assertEquals("", control.name());
        control.choose("lungs");
        assertEquals("lungs", control.name());
        assertEquals(new Window(-600, 1500), control.window());
        assertSame(control, WindowControl.of(image), "one state");
        image.setDisplayRange(0, 100);
        assertEquals("", control.name());
        assertEquals(new Window(50, 100), control.window());
    }

    @Test
    void unknownNamesChangeNothing() {
        ImagePlus image = stack(1);
        image.setDisplayRange(0, 100);
        WindowControl control = WindowControl.of(image);
        assertThrows(IllegalArgumentException.class, () -> control.choose("file 1"));
        assertEquals(new Window(50, 100), control.window());
    }

    @Test
    void spanIsThatOfFirstLastAndSlicesBetween() {
        assertEquals(new ClosedRange(100, 101), WindowControl.of(stack(1)).span());
        assertEquals(new ClosedRange(100, 4001), WindowControl.of(stack(40)).span());
    }

    @Test
    void convertedImagesGetAnotherControl() {
        ImagePlus image = stack(1);
        WindowControl control = WindowControl.of(image);
        image.setProcessor(image.getProcessor().convertToShort(false));
        assertNotSame(control, WindowControl.of(image));
        ImagePlus color = IJ.createImage("color", "RGB", 2, 2, 1);
        assertThrows(IllegalArgumentException.class, () -> WindowControl.of(color));
    }

    @Test
    void mouseMovesByTheSpeedOfTheRange() {
        Window before = new Window(40, 400);
        assertEquals(new Window(40, 400), WindowDrag.window(before, 4, 0, 0));
        assertEquals(new Window(80, 440), WindowDrag.window(before, 4, 10, 10));
        assertEquals(new Window(0, 1), WindowDrag.window(before, 4, -1000, -10));
        assertEquals(new Window(0.032, 0.501), WindowDrag.window(new Window(0.03, 0.5), 0.001, 1, 2));
    }
}
