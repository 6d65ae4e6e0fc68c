package hounsfield.command;

import static hounsfield.command.MacroRun.failure;
import static hounsfield.command.MacroRun.of;
import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import ij.IJ;
import ij.ImagePlus;
import ij.Undo;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code HU Range...} in macros. */
class HuRangeCommandTest extends MacroCommands {
    private static final float NAN = Float.NaN;

    /** -24, 0, 40 and 100 HU. */
    private Path file() {
        return write(folder, "a.dcm", slice(1, 0, -1024, 1000, 1024, 1064, 1124));
    }

    private ImagePlus open() throws IOException {
        return Hounsfield.open(file().toString());
    }

    private static float[] values(ImagePlus image) {
        return (float[]) image.getProcessor().getPixels();
    }

    @Test
    void rangeIsShownAndValuesStay() throws IOException {
        ImagePlus image = open();
        assertSame(image, of(image, "HU Range...", "min=-10 max=50 lut=bone"));
        assertEquals(-10, image.getDisplayRangeMin());
        assertEquals(50, image.getDisplayRangeMax());
        assertArrayEquals(new float[] {-24, 0, 40, 100}, values(image));
        assertEquals(85, image.getLuts()[0].getRed(97), 1);
        ImagePlus compact = Hounsfield.open16Bit(file().toString());
        of(compact, "HU Range...", "min=-10 max=50");
        assertEquals(1014, compact.getDisplayRangeMin());
    }

    @Test
    void singleImageOfItsTypeChangesInPlaceAndComesBack() throws IOException {
        ImagePlus image = open();
        assertSame(image, of(image, "HU Range...", "min=-10 max=50 outside=clip lut=ocean_r"));
        assertArrayEquals(new float[] {-10, 0, 40, 50}, values(image));
        assertEquals(50, image.getDisplayRangeMax());
        assertEquals("HU", image.getCalibration().getValueUnit());
        assertEquals(255, image.getLuts()[0].getBlue(0));
        Undo.undo();
        assertArrayEquals(new float[] {-24, 0, 40, 100}, values(image));
        of(image, "HU Range...", "min=0 max=50 outside=black");
        assertArrayEquals(new float[] {0, 0, 40, 0}, values(image));
        Undo.undo();
        of(image, "HU Range...", "min=0 max=50 outside=nan");
        assertArrayEquals(new float[] {NAN, 0, 40, NAN}, values(image));
    }

    @Test
    void maskIsANewImage() throws IOException {
        ImagePlus image = open();
        ImagePlus mask = of(image, "HU Range...", "min=0 max=40 outside=mask");
        assertNotSame(image, mask);
        assertArrayEquals(
                new byte[] {0, -1, -1, 0}, (byte[]) mask.getProcessor().getPixels());
        assertEquals(255, mask.getDisplayRangeMax());
        assertEquals("mm", mask.getCalibration().getUnit());
        assertArrayEquals(new byte[] {0, -1, -1, 0}, (byte[])
                Hounsfield.rangeMask(image, 0, 40).getProcessor().getPixels());
    }

    @Test
    void sixteenBitImagesKeepTheirCalibration() throws IOException {
        ImagePlus image = Hounsfield.open16Bit(file().toString());
        ImagePlus clipped = Hounsfield.rangeOutside(image, -10, 50, "clip");
        assertEquals(16, clipped.getBitDepth());
        assertArrayEquals(new double[] {-10, 0, 40, 50}, calibrated(clipped));
        assertEquals("HU", clipped.getCalibration().getValueUnit());
        ImagePlus nan = Hounsfield.rangeOutside(image, 0, 50, "nan");
        assertArrayEquals(new float[] {NAN, 0, 40, NAN}, values(nan));
        assertEquals("HU", nan.getCalibration().getValueUnit());
        assertEquals(0, nan.getDisplayRangeMin());
        assertArrayEquals(new double[] {-24, 0, 40, 100}, calibrated(image));
        of(image, "HU Range...", "min=0 max=50 outside=black");
        assertArrayEquals(new double[] {0, 0, 40, 0}, calibrated(image));
        Undo.undo();
        assertArrayEquals(new double[] {-24, 0, 40, 100}, calibrated(image));
    }

    private static double[] calibrated(ImagePlus image) {
        double[] values = new double[4];
        for (int i = 0; i < 4; i++) {
            values[i] = image.getCalibration().getCValue(image.getProcessor().get(i));
        }
        return values;
    }

    @Test
    void eightBitImagesTakeTheNearestNumbersInside() {
        ImagePlus image = new ImagePlus("b", new ByteProcessor(4, 1, new byte[] {3, 10, 11, (byte) 200}));
        assertArrayEquals(new byte[] {10, 10, 11, 12}, (byte[])
                Hounsfield.rangeOutside(image, 9.5, 12.4, "clip").getProcessor().getPixels());
        String message = failure(image, new HuRangeCommand(), "min=10.2 max=10.8 outside=clip");
        assertTrue(message.contains("no value"), message);
        assertEquals(3, image.getProcessor().get(0));
    }

    @Test
    void selectionLimitsWhatChanges() throws IOException {
        ImagePlus image = open();
        image.setRoi(0, 0, 2, 1);
        assertArrayEquals(new float[] {0, 0, 40, 100}, values(Hounsfield.rangeOutside(image, 0, 30, "clip")));
        assertArrayEquals(new byte[] {0, -1, 0, 0}, (byte[])
                Hounsfield.rangeMask(image, 0, 200).getProcessor().getPixels());
    }

    @Test
    void paddingIsOutsideAndSurvivesClipping() throws IOException {
        DicomBytes bytes = DicomImages.ct("1", 1);
        DicomImages.gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false).us(Tag.PIXEL_PADDING_VALUE, 1020);
        DicomImages.pixels(DicomImages.rescaled(bytes, "-1024", "1"), 1020, 1024, 1064, 1124);
        ImagePlus image = Hounsfield.open(write(folder, "p.dcm", bytes).toString());
        assertArrayEquals(new float[] {-4, 0, 40, 50}, values(Hounsfield.rangeOutside(image, -100, 50, "clip")));
        assertArrayEquals(new float[] {-4, 10, 40, 50}, values(Hounsfield.rangeOutside(image, 10, 50, "clip")));
        assertArrayEquals(new float[] {NAN, 0, 40, NAN}, values(Hounsfield.rangeOutside(image, -100, 50, "nan")));
        assertArrayEquals(new float[] {-100, 0, 40, -100}, values(Hounsfield.rangeOutside(image, -100, 50, "black")));
        assertArrayEquals(new byte[] {0, -1, -1, 0}, (byte[])
                Hounsfield.rangeMask(image, -100, 50).getProcessor().getPixels());
        ImagePlus compact = Hounsfield.open16Bit(folder.resolve("p.dcm").toString());
        assertArrayEquals(new double[] {-4, 10, 40, 50}, calibrated(Hounsfield.rangeOutside(compact, 10, 50, "clip")));
    }

    @Test
    void blackIsTheHighEndOfInvertedImages() throws IOException {
        DicomBytes bytes = DicomImages.ct("1", 1);
        DicomImages.gray(bytes, "MONOCHROME1", 2, 2, 16, 16, false);
        DicomImages.pixels(DicomImages.rescaled(bytes, "-1024", "1"), 1000, 1024, 1064, 1124);
        ImagePlus image = Hounsfield.open(write(folder, "i.dcm", bytes).toString());
        ImagePlus black = Hounsfield.rangeOutside(image, 0, 50, "black");
        assertArrayEquals(new float[] {50, 0, 40, 50}, values(black));
        assertTrue(black.isInvertedLut());
    }

    @Test
    void stacksAndVirtualStacksGiveNewOnes() throws IOException {
        write(folder, "s/a", slice(1, 0, -1024, 1000, 1024, 1064, 1124));
        write(folder, "s/b", slice(2, 1, -1000, 1000, 1024, 1064, 1124));
        String series = folder.resolve("s").toString();
        for (ImagePlus image : new ImagePlus[] {Hounsfield.openSeries(series), Hounsfield.openSeriesVirtual(series)}) {
            image.setSlice(2);
            ImagePlus result = of(image, "HU Range...", "min=0 max=50 outside=clip lut=fire");
            assertNotSame(image, result);
            assertArrayEquals(
                    new float[] {0, 0, 40, 50}, (float[]) result.getStack().getPixels(1));
            assertArrayEquals(
                    new float[] {0, 24, 50, 50}, (float[]) result.getStack().getPixels(2));
            assertEquals(2, result.getCurrentSlice());
            assertEquals(50, result.getDisplayRangeMax());
            assertEquals(-24, image.getStack().getProcessor(1).getf(0));
        }
    }

    @Test
    void missingEndIsOpen() throws IOException {
        for (String form : new String[] {"32-bit", "16-bit"}) {
            ImagePlus image = run("Open DICOM...", "path=" + file() + " pixels=" + form);
            of(image, "HU Range...", "min=300");
            assertEquals(300, image.getCalibration().getCValue(image.getDisplayRangeMin()));
            assertEquals(301, image.getCalibration().getCValue(image.getDisplayRangeMax()), "above all values");
            of(image, "HU Range...", "max=40");
            assertEquals(-24, image.getCalibration().getCValue(image.getDisplayRangeMin()));
            assertEquals(40, image.getCalibration().getCValue(image.getDisplayRangeMax()));
            of(image, "HU Range...", "lut=grays");
            assertEquals(-24, image.getCalibration().getCValue(image.getDisplayRangeMin()));
            assertEquals(100, image.getCalibration().getCValue(image.getDisplayRangeMax()));
            assertMask(image, "min=0 max=", 0, -1, -1, -1);
            assertMask(image, "min= max=0", -1, -1, 0, 0);
            assertMask(image, "min=300", 0, 0, 0, 0);
            assertMask(image, "max=-300", 0, 0, 0, 0);
            assertMask(image, "min=99.5", 0, 0, 0, -1);
        }
        ImagePlus image = open();
        of(image, "HU Range...", "min=0 outside=clip");
        assertArrayEquals(new float[] {0, 0, 40, 100}, values(image), "250 was the end once");
        of(image, "HU Range...", "max=40 outside=nan");
        assertArrayEquals(new float[] {0, 0, 40, NAN}, values(image));
    }

    private static void assertMask(ImagePlus image, String range, int... mask) {
        ImagePlus result = of(image, "HU Range...", range + " outside=mask");
        byte[] pixels = (byte[]) result.getProcessor().getPixels();
        for (int i = 0; i < mask.length; i++) assertEquals(mask[i], pixels[i], range + " " + i);
    }

    /** The smallest value of the whole stack, not of the current slice, without padding. */
    @Test
    void openEndsAreThoseOfTheStackWithoutPadding() throws IOException {
        for (int i = 0; i < 2; i++) {
            DicomBytes bytes = DicomImages.at(DicomImages.ct("1", i + 1), "0\\0\\" + i, "1\\0\\0\\0\\1\\0");
            DicomImages.gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false).us(Tag.PIXEL_PADDING_VALUE, 0);
            DicomImages.pixels(DicomImages.rescaled(bytes, "-1024", "1"), 0, 1000 + i, 1064, 1124 + i);
            write(folder, "p/" + i, bytes);
        }
        ImagePlus image = Hounsfield.openSeries(folder.resolve("p").toString());
        image.setSlice(2);
        of(image, "HU Range...", "max=50");
        assertEquals(-24, image.getDisplayRangeMin());
        image.setSlice(1);
        of(image, "HU Range...", "min=50");
        assertEquals(101, image.getDisplayRangeMax());
    }

    @Test
    void emptyRangesUnknownWordsAndColorAreRefused() throws IOException {
        ImagePlus image = open();
        double low = image.getDisplayRangeMin();
        assertTrue(failure(image, new HuRangeCommand(), "min=5 max=5").contains("empty"));
        assertTrue(failure(image, new HuRangeCommand(), "min=50 max=-50 outside=clip")
                .contains("empty"));
        assertTrue(failure(image, new HuRangeCommand(), "min=-Infinity max=5").contains("two numbers"));
        assertTrue(failure(image, new HuRangeCommand(), "min=low").contains("min=low"));
        assertTrue(failure(image, new HuRangeCommand(), "outside=gone").contains("clip"));
        assertTrue(failure(image, new HuRangeCommand(), "lut=none").contains("ocean_r"));
        assertEquals(low, image.getDisplayRangeMin());
        ImagePlus color = IJ.createImage("c", "RGB", 2, 2, 1);
        assertTrue(failure(color, new HuRangeCommand(), "min=0 max=5").contains("color image"));
    }
}
