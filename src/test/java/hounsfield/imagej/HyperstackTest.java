package hounsfield.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.memory.ImageUnit;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.plugin.Duplicator;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Series with several images at each position, as hyperstacks of ImageJ. */
class HyperstackTest {
    @TempDir
    Path folder;

    private void write(String name, String type, String echo, int time, int z, int value) {
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\" + type)
                .text(Tag.MODALITY, "CS", "MR")
                .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2")
                .text(Tag.ECHO_TIME, "DS", echo)
                .text(Tag.TEMPORAL_POSITION_IDENTIFIER, "IS", Integer.toString(time));
        DicomBytes image = DicomImages.gray(
                DicomImages.at(bytes, "0\\0\\" + z, "1\\0\\0\\0\\1\\0"), "MONOCHROME2", 2, 1, 16, 16, false);
        DicomImages.write(folder, name, DicomImages.pixels(image, value, value + 1));
    }

    @Test
    void channelsHaveRangesAndSlicesHaveStepsOfTheirOwn() throws IOException {
        int n = 0;
        for (int time = 1; time <= 2; time++) {
            for (int z = 0; z < 3; z++) {
                write("m" + n, "M", "5", time, z, 100 * time + z);
                write("p" + n++, "P", "5", time, z, 1000 * time + z);
            }
        }
        ImagePlus image = Hounsfield.openSeries(folder.toString());
        assertEquals(2, image.getNChannels());
        assertEquals(3, image.getNSlices());
        assertEquals(2, image.getNFrames());
        CompositeImage channels = (CompositeImage) image;
        assertEquals(CompositeImage.GRAYSCALE, channels.getMode());
        assertEquals(100, channels.getChannelLut(1).min);
        assertEquals(203, channels.getChannelLut(1).max);
        assertEquals(1000, channels.getChannelLut(2).min);
        assertEquals(2003, channels.getChannelLut(2).max);
        int index = image.getStackIndex(2, 3, 2);
        assertEquals(2002, image.getStack().getProcessor(index).getf(0));
        String label = image.getStack().getSliceLabel(index);
        assertTrue(label.startsWith("p5, phase, temporal position 2\n"), label.substring(0, 40));
        image.setPosition(2, 3, 2);
        assertTrue(Hounsfield.headerTableOf(image).size() > 10, "the header is found by the label");
    }

    @Test
    void virtualHyperstacksHaveTheSameAxes() throws IOException {
        for (int z = 0; z < 2; z++) {
            write("a" + z, "M", "5", 1, z, 10 + z);
            write("b" + z, "M", "9.5", 1, z, 20 + z);
        }
        ImagePlus image = Hounsfield.openSeriesVirtual(folder.toString());
        assertEquals(2, image.getNChannels());
        assertEquals(
                21, image.getStack().getProcessor(image.getStackIndex(2, 2, 1)).getf(0));
        assertTrue(image.getStack().isVirtual());
        assertTrue(image.getStack().getSliceLabel(2).startsWith("b0, TE 9.5 ms"));
    }

    /** Two channels, three positions and four times: each plane in any order, in each form of pixels, and read twice. */
    @ParameterizedTest
    @ValueSource(strings = {"32-bit", "16-bit", "stored"})
    void virtualHyperstacksHaveTheSamePlanes(String pixels) throws IOException {
        int n = 0;
        for (int time = 4; time >= 1; time--) {
            for (int z = 0; z < 3; z++) {
                write("s" + n++, "M", "5", time, z, 100 * time + z);
                write("s" + n++, "P", "5", time, z, 1000 * time + z);
            }
        }
        String path = folder.toString();
        ImagePlus eager = Hounsfield.openSeriesAs(path, "", "position", pixels, "rescale", "fill", false);
        ImagePlus later = Hounsfield.openSeriesAs(path, "", "position", pixels, "rescale", "fill", true);
        assertTrue(later.getStack().isVirtual());
        assertFalse(eager.getStack().isVirtual());
        assertArrayEquals(new int[] {1, 2, 2, 3, 4}, eager.getDimensions());
        assertArrayEquals(eager.getDimensions(), later.getDimensions());
        List<Integer> order = new ArrayList<>();
        for (int round = 0; round < 2; round++) for (int i = 1; i <= 24; i++) order.add(i);
        Collections.shuffle(order, new Random(3));
        for (int i : order) {
            ImageProcessor expected = eager.getStack().getProcessor(i);
            ImageProcessor plane = later.getStack().getProcessor(i);
            assertEquals(expected.getBitDepth(), plane.getBitDepth());
            for (int x = 0; x < 2; x++) assertEquals(expected.getf(x), plane.getf(x));
            assertEquals(eager.getStack().getSliceLabel(i), later.getStack().getSliceLabel(i));
        }
        for (int time = 1; time <= 4; time++) {
            for (int z = 0; z < 3; z++) {
                later.setPosition(2, z + 1, time);
                float number = later.getProcessor().getf(1);
                assertEquals(1000 * time + z + 1, later.getCalibration().getCValue(number));
            }
        }
    }

    /** Magnitude in HU by its Rescale Type, phase in mrad. */
    private ImagePlus units(boolean virtual) throws IOException {
        for (int z = 0; z < 3; z++) {
            for (String part : new String[] {"M", "P"}) {
                DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                        .text(Tag.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\" + part)
                        .text(Tag.MODALITY, "CS", "MR")
                        .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2");
                DicomImages.gray(
                        DicomImages.at(bytes, "0\\0\\" + z, "1\\0\\0\\0\\1\\0"), "MONOCHROME2", 1, 2, 16, 16, false);
                DicomImages.rescaled(bytes, "0", part.equals("M") ? "1" : "2")
                        .text(Tag.RESCALE_TYPE, "LO", part.equals("M") ? "HU" : "mrad");
                DicomImages.write(folder, part + z, DicomImages.pixels(bytes, 100 * z, 100 * z + 10));
            }
        }
        String path = folder.toString();
        return virtual ? Hounsfield.openSeriesVirtual(path) : Hounsfield.openSeries(path);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void channelsHaveUnitsOfTheirOwn(boolean virtual) throws IOException {
        ImagePlus image = units(virtual);
        assertEquals(2, image.getNChannels());
        assertTrue(image.getStack().getSliceLabel(1).startsWith("M0, magnitude, in HU\n"));
        assertTrue(image.getStack().getSliceLabel(2).startsWith("P0, phase, in mrad\n"));
        ResultsTable table = Hounsfield.statisticsAs(image, "stack", "selection", "none", Double.NaN, Double.NaN);
        assertEquals(2, table.size());
        assertEquals("HU", table.getStringValue("Unit", 0));
        assertEquals("mrad", table.getStringValue("Unit", 1));
        assertEquals(420, table.getValue("Max", 1));
        ImagePlus phase = new Duplicator().run(image, 2, 2, 1, 3, 1, 1);
        assertEquals("mrad", Hounsfield.statisticsOfSlices(phase).getStringValue("Unit", 0));
        ImagePlus magnitude = new Duplicator().run(image, 1, 1, 1, 3, 1, 1);
        Hounsfield.window(magnitude, "lungs");
        assertEquals(-600, (magnitude.getDisplayRangeMin() + magnitude.getDisplayRangeMax()) / 2, 1);
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.window(phase, "lungs"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void valuesInTheStatusBarHaveTheUnitOfTheChannel(boolean virtual) throws IOException {
        ImagePlus image = units(virtual);
        image.setPosition(1, 3, 1);
        assertEquals(", value=210 HU", ImageUnit.textOf(image, 1, 0).orElseThrow());
        image.setPosition(2, 2, 1);
        assertEquals(", value=220 mrad", ImageUnit.textOf(image, 1, 0).orElseThrow());
    }

    @Test
    void valuesInTheStatusBarAreThoseOfTheCalibration() throws IOException {
        DicomImages.write(folder, "ct", DicomImages.slice(1, 0, -1024, 1064, 2, 3, 4));
        ImagePlus image =
                Hounsfield.openSeriesAs(folder.toString(), "", "position", "16-bit", "rescale", "fill", false);
        assertEquals(", value=40 HU (1064)", ImageUnit.textOf(image, 0, 0).orElseThrow());
        ImagePlus floats = Hounsfield.openSeries(folder.toString());
        floats.getProcessor().setf(1, 0, 0.5f);
        assertEquals(", value=0.5000 HU", ImageUnit.textOf(floats, 1, 0).orElseThrow());
        assertTrue(ImageUnit.textOf(IJ.createImage("", "RGB", 2, 2, 1), 0, 0).isEmpty());
        assertTrue(ImageUnit.textOf(IJ.createImage("", "16-bit", 2, 2, 1), 0, 0).isEmpty());
        assertTrue(ImageUnit.textOf(Hounsfield.equalize(floats, 4), 0, 0).isEmpty());
    }

    @Test
    void regularChannelsHaveTheirUnits() throws IOException {
        ImagePlus regular = Hounsfield.regularize(units(false), 0.5, "linear");
        assertEquals("Slice 1, phase, in mrad", regular.getStack().getSliceLabel(2));
        ResultsTable table = Hounsfield.statisticsAs(regular, "stack", "selection", "none", Double.NaN, Double.NaN);
        assertEquals("HU", table.getStringValue("Unit", 0));
        assertEquals("mrad", table.getStringValue("Unit", 1));
    }
}
