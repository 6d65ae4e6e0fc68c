package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Equalize DICOM Frequency Bins...}: given breaks, masks, virtual stacks, and images with nothing to equalize. */
class EqualizeCommandTest extends MacroCommands {
    private ImagePlus series(String options) {
        return volume(
                options, 1, new int[] {0, 1, 2, 3}, new int[] {100, 101, 102, 103}, new int[] {100, 200, 300, 400});
    }

    private static ImagePlus equalized(ImagePlus image, String options) {
        return MacroRun.of(image, "Equalize DICOM Frequency Bins...", options);
    }

    private static String failure(ImagePlus image, String options) {
        return MacroRun.failure(image, new EqualizeCommand(), options);
    }

    private static float[] values(ImagePlus image, int slice) {
        return (float[]) image.getStack().getProcessor(slice).convertToFloat().getPixels();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bins=100 output=32-bit",
                "bins=3 output=16-bit",
                "bins=100000 output=8-bit",
                "bins=4 scope=slice",
                "bins=1 min=-1000 max=-900",
                "breaks=[-1024 -900 -700] min=-1023 output=16-bit"
            })
    void virtualStackGivesTheSameVirtually(String options) {
        for (String form : new String[] {"pixels=32-bit", "pixels=16-bit"}) {
            ImagePlus expected = equalized(series(form), options);
            ImagePlus virtual = series(form + " virtual");
            ImagePlus result = equalized(virtual, options);
            assertTrue(result.getStack().isVirtual());
            assertFalse(expected.getStack().isVirtual());
            assertEquals(expected.getBitDepth(), result.getBitDepth());
            assertEquals("mm", result.getCalibration().getUnit());
            assertEquals(expected.getDisplayRangeMax(), result.getDisplayRangeMax());
            // Deleting slices of the original does not affect the result.
            virtual.getStack().deleteSlice(1);
            for (int n = 1; n <= 3; n++) {
                assertArrayEquals(values(expected, n), values(result, n), options + ", slice " + n);
                assertEquals(
                        expected.getStack().getShortSliceLabel(n),
                        result.getStack().getShortSliceLabel(n));
            }
        }
    }

    @Test
    void givenBreaksAreEvenlySpread() {
        ImagePlus result = equalized(series(""), "breaks=[-1024, -1022, -900, -624]");
        assertArrayEquals(new float[] {0, 1 / 6f, 1 / 3f, (float) (1 / 3.0 + 1 / 3.0 / 122)}, values(result, 1), 1e-6f);
        assertEquals(1, values(result, 3)[3]);
        // As hist_scaled with min_px and max_px: values beyond the limits are clamped to them.
        result = equalized(series(""), "breaks=[-1024 -1022] min=-1023 max=-1023");
        assertArrayEquals(new float[] {0.5f, 0.5f, 0.5f, 0.5f}, values(result, 1));
        ImagePlus image = series("");
        assertTrue(failure(image, "breaks=[3 2]").contains("2.0 is not above 3.0"));
        assertTrue(failure(image, "breaks=7").contains("at least two"));
        assertTrue(failure(image, "breaks=[1 two]").contains("two"));
        ImagePlus facade = Hounsfield.equalizeByBreaks(image, Hounsfield.frequencyBins(image, 7));
        assertArrayEquals(values(Hounsfield.equalize(image, 7), 2), values(facade, 2));
    }

    @Test
    void masksOfOneSliceOrAsMany() {
        ImagePlus image = series("");
        ImagePlus one = new ImagePlus("one", new ByteProcessor(2, 2, new byte[] {0, 0, -1, 1}));
        // 2 and 3, 102 and 103, 300 and 400 define the bins.
        ImagePlus expected = Hounsfield.equalizeByBreaks(image, new float[] {-1022, -1021, -922, -921, -724, -624});
        for (int n = 1; n <= 3; n++) {
            assertArrayEquals(values(expected, n), values(Hounsfield.equalizeWithin(image, one, 6), n));
        }
        ImageStack stack = new ImageStack(2, 2);
        for (int n = 0; n < 3; n++)
            stack.addSlice(new ByteProcessor(2, 2, new byte[] {0, 0, -1, (byte) (n == 0 ? 1 : 0)}));
        ImagePlus many = new ImagePlus("many", stack);
        expected = Hounsfield.equalizeByBreaks(image, new float[] {-1022, -1021, -922, -724});
        assertArrayEquals(values(expected, 3), values(Hounsfield.equalizeWithin(image, many, 8), 3));
        image.setRoi(0, 1, 1, 1);
        expected = Hounsfield.equalizeByBreaks(image, new float[] {-1022, -922, -724});
        assertArrayEquals(values(expected, 1), values(Hounsfield.equalizeWithin(image, many, 8), 1));
        assertArrayEquals(values(expected, 1), values(Hounsfield.equalizeWithin(series("virtual"), many(), 8), 1));
        ImagePlus wrong = new ImagePlus("wrong", new ByteProcessor(3, 2));
        String message = assertThrows(IllegalArgumentException.class, () -> Hounsfield.equalizeWithin(image, wrong, 8))
                .getMessage();
        assertTrue(message.contains("2 x 2"), message);
    }

    /** Combines the mask and the selection of the test above. */
    private static ImagePlus many() {
        return new ImagePlus("both", new ByteProcessor(2, 2, new byte[] {0, 0, 1, 0}));
    }

    @Test
    void openImageIsAMaskByItsTitle() {
        String macro = "setBatchMode(true); newImage('A mask', '8-bit black', 2, 2, 1); setPixel(0, 0, 255);"
                + "setPixel(1, 0, 255); newImage('picture', '32-bit ramp', 2, 2, 1); setPixel(0, 0, 5);"
                + "setPixel(1, 0, 6); setPixel(0, 1, 8);"
                + "run('Equalize DICOM Frequency Bins...', 'bins=4 mask=[A mask] output=8-bit');"
                + "found = '' + getPixel(0, 0) + ' ' + getPixel(1, 0) + ' ' + getPixel(0, 1);"
                + "while (nImages > 0) close(); setBatchMode(false); return found;";
        assertEquals("0 255 255", IJ.runMacro(macro));
        assertTrue(failure(series(""), "mask=[no such]").contains("none"));
    }

    @Test
    void constantImagesAreReportedAndUnchanged() {
        ImagePlus flat = IJ.createImage("flat", "32-bit black", 4, 4, 3);
        for (int n = 1; n <= 3; n++) flat.getStack().getProcessor(n).add(7);
        assertTrue(failure(flat, "bins=5").contains("all pixels that define the bins are 7"));
        assertTrue(failure(flat, "bins=5 scope=slice").contains("nothing to equalize"));
        // A single slice may be constant.
        flat.getStack().getProcessor(2).setf(0, 9);
        ImagePlus result = equalized(flat, "bins=1000 scope=slice");
        assertEquals(1, values(result, 2)[0]);
        assertEquals(0, values(result, 1)[0]);
        flat.getStack().getProcessor(3).setf(0, Float.NaN);
        assertTrue(Float.isNaN(values(equalized(flat, "bins=1000"), 3)[0]));
        for (int i = 0; i < 16; i++)
            for (int n = 1; n <= 3; n++) flat.getStack().getProcessor(n).setf(i, Float.NaN);
        assertTrue(failure(flat, "bins=5").contains("no pixel is selected"));
        assertTrue(failure(flat, "bins=100001").contains("100000"));
    }
}
