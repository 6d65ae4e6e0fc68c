package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomImages;
import hounsfield.testing.PetFile;
import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.plugin.Duplicator;
import ij.process.FloatProcessor;
import ij.process.LUT;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Hand Over DICOM...} and its call: the same values in other pixels. */
class HandOverCommandTest extends MacroCommands {
    private static final String COMMAND = "Hand Over DICOM...";

    /** Returns a slice's values as every plugin of ImageJ calculates them. */
    private static float[] values(ImagePlus image, int slice) {
        var processor = image.getStack().getProcessor(slice).duplicate();
        processor.setCalibrationTable(image.getCalibration().getCTable());
        return (float[]) processor.convertToFloat().getPixels();
    }

    private static void assertSameValues(ImagePlus image, ImagePlus copy) {
        assertEquals(image.getStackSize(), copy.getStackSize());
        for (int n = 1; n <= image.getStackSize(); n++) {
            assertArrayEquals(values(image, n), values(copy, n), "slice " + n);
        }
    }

    private static ImagePlus floats(float... values) {
        ImagePlus image = new ImagePlus("floats", new FloatProcessor(values.length, 1, values));
        image.getCalibration().setValueUnit("HU");
        return image;
    }

    private static String refusal(ImagePlus image) {
        return MacroRun.failure(image, new HandOverCommand(), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"16-bit", "32-bit"})
    void menuAndCallGiveTheSameValuesPlaceAndHeader(String to) throws IOException {
        for (String form : new String[] {"32-bit", "16-bit"}) {
            ImagePlus series = Hounsfield.sample("CT series");
            Hounsfield.window(series, "lungs");
            ImagePlus image = form.equals("32-bit") ? series : Hounsfield.handOver(series, form);
            ImagePlus menu = MacroRun.of(image, COMMAND, "to=" + to);
            assertNotSame(image, menu);
            OneImage.assertSame(menu, Hounsfield.handOver(image, to.toUpperCase()), to);
            assertEquals(to.equals("16-bit") ? 16 : 32, menu.getBitDepth());
            assertSameValues(series, menu);
            assertEquals("HU", menu.getCalibration().getValueUnit());
            assertEquals(series.getCalibration().pixelDepth, menu.getCalibration().pixelDepth);
            assertEquals(series.getStack().getSliceLabel(2), menu.getStack().getSliceLabel(2));
            assertEquals(Hounsfield.tagOf(series, "0020,0013"), Hounsfield.tagOf(menu, "0020,0013"));
            assertArrayEquals(Hounsfield.positionOf(series, 3, 4, 2), Hounsfield.positionOf(menu, 3, 4, 2));
            assertEquals(Hounsfield.statistics(series), Hounsfield.statistics(menu));
            double low = menu.getCalibration().getCValue(menu.getDisplayRangeMin());
            assertEquals(series.getDisplayRangeMin(), low, 0.5);
            ImagePlus saved = new Duplicator().run(menu);
            assertEquals("HU", saved.getCalibration().getValueUnit());
        }
    }

    @Test
    void pixelsBelongToTheCopy() {
        ImagePlus image = floats(1, 2, 3);
        image.setProp("other", "kept");
        ImagePlus copy = Hounsfield.handOver(image, "32-bit");
        copy.getProcessor().setf(0, 7);
        assertEquals(1, image.getProcessor().getf(0));
        assertEquals("kept", copy.getProp("other"));
        ImagePlus sixteen = Hounsfield.handOver(image, "16-bit");
        Hounsfield.handOver(sixteen, "16-bit").getProcessor().set(0, 7);
        assertEquals(1, values(sixteen, 1)[0]);
    }

    /** The stored values and the rescale of the file are reproduced, although its steps are not whole numbers. */
    @ParameterizedTest
    @CsvSource({"0.37, 0", "1.221001221, -3.5", "-0.5, 100"})
    void fractionalRescalesAreExact(String slope, String intercept) throws IOException {
        PetFile pet = new PetFile().with(Tag.RESCALE_SLOPE, "DS", slope).with(Tag.RESCALE_INTERCEPT, "DS", intercept);
        Path path = DicomImages.write(folder, "pet.dcm", pet.bytes());
        ImagePlus image = Hounsfield.open(path.toString());
        ImagePlus copy = MacroRun.of(image, COMMAND, "");
        assertEquals(16, copy.getBitDepth());
        assertSameValues(image, copy);
        assertArrayEquals(new short[] {0, 1000, 5000, (short) 60000}, (short[])
                copy.getProcessor().getPixels());
        assertArrayEquals(Hounsfield.histogramOfStored(image), Hounsfield.histogramOfStored(copy));
        assertSameValues(image, Hounsfield.handOver(copy, "32-bit"));
    }

    @ParameterizedTest
    @CsvSource({
        "-1024, 3071, -32767",
        "-32767, 32768, -32767",
        "-32768, 32766, -32769",
        "-32768, 32767, -32768",
        "0, 65535, 0",
        "40000, 90000, 40000",
        "-90000, -40000, -90000"
    })
    void wholeNumbersKeepTheirUnitWherePossible(float min, float max, double intercept) {
        ImagePlus image = floats(min, max, -0f + Math.max(min, Math.min(0, max)));
        ImagePlus copy = Hounsfield.handOver(image, "16-bit");
        assertSameValues(image, copy);
        double[] line = copy.getCalibration().getCoefficients();
        assertEquals(intercept, line == null ? 0 : line[0]);
        ImagePlus duplicate = new Duplicator().run(copy);
        assertEquals(
                intercept == -32768 ? "Gray Value" : "HU",
                duplicate.getCalibration().getValueUnit());
    }

    @Test
    void whatSixteenBitsCannotHoldIsRefused() {
        String start = "16 bits cannot hold the values of \"floats\" exactly: ";
        assertTrue(refusal(floats(0, 0.25f)).startsWith(start + "slice 1 has values between the steps"));
        assertTrue(refusal(floats(0, 65536)).startsWith(start + "the range is too large"));
        assertTrue(refusal(floats(0, Float.NaN)).startsWith(start + "slice 1 has pixels that are not a number"));
        assertTrue(refusal(floats(0, 3e38f)).startsWith(start + "the range is too large"));
        assertTrue(refusal(IJ.createImage("rgb", "RGB", 2, 2, 1)).contains("is a color image"));
        String wrong = MacroRun.failure(floats(0), new HandOverCommand(), "to=12-bit");
        assertTrue(wrong.contains("it is one of 16-bit, 32-bit, 8-bit"), wrong);
    }

    @Test
    void eightBitsAreTheWindow() throws IOException {
        ImagePlus image = Hounsfield.sample("CT series");
        Hounsfield.window(image, "mediastinum");
        ImagePlus applied = Hounsfield.windowApplied(image, "mediastinum");
        ImagePlus copy = MacroRun.of(image, COMMAND, "to=8-bit");
        OneImage.assertSame(copy, Hounsfield.handOver(image, "8-BIT"), "8-bit");
        for (int n = 1; n <= image.getStackSize(); n++) {
            assertArrayEquals((byte[]) applied.getStack().getPixels(n), (byte[])
                    copy.getStack().getPixels(n));
        }
        assertEquals(255, copy.getDisplayRangeMax());
    }

    @Test
    void virtualStacksAreCopiedIntoMemory() throws IOException {
        for (int n = 1; n <= 3; n++) {
            DicomImages.write(folder, "s" + n, DicomImages.slice(n, n, -1024, 1, n, 3, 4000));
        }
        ImagePlus image = Hounsfield.openSeriesVirtual(folder.toString());
        assertTrue(image.getStack().isVirtual());
        for (String to : new String[] {"16-bit", "32-bit"}) {
            ImagePlus copy = Hounsfield.handOver(image, to);
            assertFalse(copy.getStack().isVirtual());
            assertSameValues(image, copy);
            copy.getStack().getProcessor(1).setf(0, 9);
            assertEquals(1 - 1024, values(image, 1)[0]);
        }
    }

    @Test
    void eachChannelHasItsOwnWindow() {
        ImagePlus stack = IJ.createImage("channels", "32-bit black", 4, 1, 4);
        for (int n = 1; n <= 4; n++) {
            for (int x = 0; x < 4; x++) stack.getStack().getProcessor(n).setf(x, 0, n * 10 + x);
        }
        stack.setDimensions(2, 2, 1);
        CompositeImage image = new CompositeImage(stack, CompositeImage.GRAYSCALE);
        for (int channel = 1; channel <= 2; channel++) {
            LUT lut = image.getChannelLut(channel);
            lut.min = channel * 10;
            lut.max = channel * 10 + 3;
            image.setChannelLut(lut, channel);
        }
        CompositeImage copy = (CompositeImage) Hounsfield.handOver(image, "8-bit");
        assertEquals(2, copy.getNChannels());
        byte[] gray = {0, 85, (byte) 170, (byte) 255};
        assertArrayEquals(gray, (byte[]) copy.getStack().getPixels(1));
        assertArrayEquals(gray, (byte[]) copy.getStack().getPixels(2));
        assertEquals(255, copy.getChannelLut(2).max);
        CompositeImage values = (CompositeImage) Hounsfield.handOver(image, "16-bit");
        assertSameValues(image, values);
        assertEquals(20, values.getCalibration().getCValue(values.getChannelLut(2).min));
    }
}
