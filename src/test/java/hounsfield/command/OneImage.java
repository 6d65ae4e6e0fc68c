package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import java.util.List;
import java.util.stream.IntStream;

/** Whether two images are the same in all that ImageJ and its users see. */
final class OneImage {
    private OneImage() {}

    /** Compares the image of a menu command and that of a facade call. */
    static void assertSame(ImagePlus menu, ImagePlus facade, String options) {
        assertEquals(menu.getTitle(), facade.getTitle(), options);
        assertEquals(menu.getType(), facade.getType(), options);
        assertArrayEquals(menu.getDimensions(), facade.getDimensions(), options);
        assertEquals(menu.getStack().isVirtual(), facade.getStack().isVirtual(), options);
        assertEquals(calibration(menu), calibration(facade), options);
        assertEquals(menu.getInfoProperty(), facade.getInfoProperty(), options);
        assertEquals(menu.getDisplayRangeMin(), facade.getDisplayRangeMin(), options);
        assertEquals(menu.getDisplayRangeMax(), facade.getDisplayRangeMax(), options);
        if (menu.getType() != ImagePlus.COLOR_RGB) {
            assertArrayEquals(
                    menu.getProcessor().getLut().getBytes(),
                    facade.getProcessor().getLut().getBytes(),
                    options);
        }
        for (int slice = 1; slice <= menu.getStackSize(); slice++) {
            assertEquals(menu.getStack().getSliceLabel(slice), facade.getStack().getSliceLabel(slice), options);
            assertEquals(pixels(menu, slice), pixels(facade, slice), options + ", slice " + slice);
        }
    }

    /** Sizes, units and what raw numbers stand for. */
    private static String calibration(ImagePlus image) {
        Calibration calibration = image.getCalibration();
        return calibration + " " + calibration.getCValue(0) + " " + calibration.getCValue(1000);
    }

    /** The raw numbers of a slice, which counts from 1. */
    static List<Float> pixels(ImagePlus image, int slice) {
        ImageProcessor pixels = image.getStack().getProcessor(slice);
        return IntStream.range(0, pixels.getPixelCount())
                .mapToObj(i -> pixels instanceof ij.process.ColorProcessor ? (float) pixels.get(i) : pixels.getf(i))
                .toList();
    }
}
