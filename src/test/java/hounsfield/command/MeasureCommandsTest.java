package hounsfield.command;

import static hounsfield.testing.DicomImages.ct;
import static hounsfield.testing.DicomImages.gray;
import static hounsfield.testing.DicomImages.pixels;
import static hounsfield.testing.DicomImages.rescaled;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code HU Histogram...} and {@code HU Statistics...} in macros without a display. */
class MeasureCommandsTest extends MacroCommands {
    /** Two slices, 2 mm apart, of pixels of 0.5 x 0.25 mm: -1000, -100, 0, 60 HU and -1000, -100, 200, 60 HU. */
    private ImagePlus series(String options) {
        return volume(options, 2, new int[] {24, 924, 1024, 1084}, new int[] {24, 924, 1224, 1084});
    }

    /** Runs a command on an image. The images that it shows do not become current. */
    private static ResultsTable table(ImagePlus image, String command, String options) {
        String title = command.replace("...", "");
        Hounsfield.closeTable(title);
        MacroRun.of(image, command, options);
        WindowManager.setTempCurrentImage(image);
        return Hounsfield.table(title);
    }

    private static double counted(ResultsTable table) {
        return Arrays.stream(table.getColumn("Count")).sum();
    }

    @Test
    void windowTitleAndColumnAreWrittenInAnyCase() {
        ImagePlus image = series("pixels=32-bit");
        table(image, "HU Statistics...", "scope=STACK window=0/300");
        assertEquals("62.5", Hounsfield.tableValue("hu statistics", "% IN WINDOW", 0), "-100, 0, 60, -100, 60");
        table(image, "HU Statistics...", "window=None");
        assertEquals(1, Hounsfield.tableSize("HU STATISTICS"));
        Hounsfield.closeTable("hu_statistics");
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.table("HU Statistics"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pixels=32-bit", "pixels=16-bit", "pixels=32-bit virtual", "pixels=16-bit virtual"})
    void histogramCountsHounsfieldUnitsOfAnyForm(String form) {
        ResultsTable table = table(series(form), "HU Histogram...", "log");
        assertEquals(1201, table.size());
        assertEquals(-1000, table.getValue("From (HU)", 0));
        assertEquals(2, table.getValue("Count", 0));
        assertEquals("air", table.getStringValue("Tissue", 0));
        assertEquals("fat", table.getStringValue("Tissue", 900));
        assertEquals("bone", table.getStringValue("Tissue", 1200));
        assertEquals(8, counted(table));
    }

    @Test
    void histogramIsAPlotThatMacrosCanSave() {
        ImagePlus plot = MacroRun.of(series(""), "HU Histogram...", "scope=stack");
        assertTrue(plot.getTitle().startsWith("Histogram of "), plot.getTitle());
        // At the left of the frame is the band of air, below it the pixels of -1000 HU.
        assertEquals(new Color(0xE3E8EE), new Color(plot.getProcessor().getPixel(plot.getWidth() / 8, 40)));
    }

    @Test
    void histogramHasRegionsSlicesBinsAndEnds() {
        ImagePlus image = series("");
        image.setRoi(0, 0, 2, 1);
        assertEquals(4, counted(table(image, "HU Histogram...", "")));
        image.deleteRoi();
        image.setSlice(2);
        ResultsTable table = table(image, "HU Histogram...", "scope=slice bins=3 min=-100 max=200");
        assertArrayEquals(new double[] {1, 1, 1}, table.getColumn("Count"));
        assertEquals(100, table.getValue("To (HU)", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pixels=32-bit", "pixels=16-bit", "pixels=32-bit virtual"})
    void histogramHasStoredValues(String form) {
        ResultsTable table = table(series(form), "HU Histogram...", "values=stored");
        assertEquals(24, table.getValue("From", 0));
        assertEquals(1224, table.getValue("From", table.size() - 1));
        assertEquals(8, counted(table));
        assertFalse(table.columnExists("Tissue"));
    }

    @Test
    void missingStoredValuesAreReported() throws IOException {
        ImagePlus image = series("");
        Files.delete(folder.resolve("b"));
        String message = MacroRun.failure(image, new HistogramCommand(), "values=stored");
        assertTrue(message.contains("the DICOM file of slice 2 is unknown or missing"), message);
        ImagePlus drawn = IJ.createImage("drawn", "32-bit ramp", 8, 8, 1);
        assertTrue(
                MacroRun.failure(drawn, new HistogramCommand(), "values=stored").contains("are unknown"));
    }

    @Test
    void storedValuesOfFramesAreThose() throws IOException {
        ImagePlus sample = Hounsfield.sample("Enhanced CT");
        double[][] histogram = Hounsfield.histogramOfStored(sample);
        double[] own = Hounsfield.histogram(sample)[0];
        assertEquals(
                (double) sample.getStackSize() * sample.getWidth() * sample.getHeight(),
                Arrays.stream(histogram[1]).sum());
        assertTrue(histogram[0][0] >= 0 && own[0] < 0, "stored from " + histogram[0][0] + ", HU from " + own[0]);
    }

    @Test
    void histogramOfEqualizedValuesGoesFromZeroToOne() {
        ResultsTable table = table(series(""), "HU Histogram...", "values=equalized bins=5");
        assertEquals(0, table.getValue("From", 0));
        assertEquals(1, table.getValue("To", 4));
        // The five values, -1000, -100, 0, 60 and 200, become 0, 1/4, 1/2, 3/4 and 1.
        assertArrayEquals(new double[] {2, 2, 1, 2, 1}, table.getColumn("Count"));
    }

    @Test
    void paddingIsLeftOut() {
        DicomBytes bytes = ct("1", 1);
        gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false);
        bytes.us(Tag.PIXEL_PADDING_VALUE, 0);
        pixels(rescaled(bytes, "-1024", "1"), 0, 0, 1024, 1025);
        Path path = write(folder, "padded.dcm", bytes);
        for (String form : new String[] {"32-bit", "16-bit", "32-bit virtual"}) {
            ImagePlus image = run("Open DICOM...", "path=" + path + " pixels=" + form);
            for (String values : new String[] {"hu", "stored", "equalized"}) {
                assertEquals(2, counted(table(image, "HU Histogram...", "values=" + values)), form + " " + values);
            }
            ResultsTable table = table(image, "HU Statistics...", "window=brain");
            assertEquals(2, table.getValue("Count", 0));
            assertEquals(0.5, table.getValue("Mean", 0));
            assertEquals(50, table.getValue("% in window", 0));
            assertEquals(100, table.getValue("% water", 0));
        }
        pixelsOfPaddingOnly();
    }

    private void pixelsOfPaddingOnly() {
        DicomBytes bytes = ct("1", 1);
        gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false);
        bytes.us(Tag.PIXEL_PADDING_VALUE, 0);
        pixels(rescaled(bytes, "-1024", "1"), 0, 0, 0, 0);
        ImagePlus image = run("Open DICOM...", "path=" + write(folder, "empty.dcm", bytes));
        assertTrue(MacroRun.failure(image, new HistogramCommand(), "").contains("there is no value to count"));
        assertTrue(MacroRun.failure(image, new StatisticsCommand(), "").contains("there is no value to count"));
        assertTrue(MacroRun.failure(image, new EqualizeCommand(), "").contains("no pixel is selected"));
        assertEquals(-1024, image.getProcessor().getf(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pixels=32-bit", "pixels=16-bit", "pixels=32-bit virtual"})
    void statisticsHaveARowForTheStackOrEachSlice(String form) {
        ImagePlus image = series(form);
        ResultsTable table = table(image, "HU Statistics...", "window=[abdomen soft]");
        assertEquals(1, table.size());
        assertEquals(8, table.getValue("Count", 0));
        assertEquals(-1000, table.getValue("Min", 0));
        assertEquals(200, table.getValue("Max", 0));
        assertEquals(-235, table.getValue("Mean", 0));
        assertEquals(Math.sqrt(1_625_400 / 7.0), table.getValue("StdDev", 0), 1e-9);
        assertEquals(-50, table.getValue("Median", 0));
        assertEquals(8 * 0.5 * 0.25 * 2 / 1000, table.getValue("Volume (ml)", 0), 1e-12);
        assertEquals(75, table.getValue("% in window", 0));
        assertEquals(25, table.getValue("% air", 0));
        assertEquals(12.5, table.getValue("% bone", 0));
        IJ.run("HU Statistics...", "");
        assertEquals(2, Hounsfield.tableSize("HU Statistics"), "rows are added, as Measure does");
        table = table(image, "HU Statistics...", "scope=slice");
        assertEquals(2, table.size());
        assertEquals(2, table.getValue("Slice", 1));
        assertEquals(4, table.getValue("Count", 1));
        assertEquals(200, table.getValue("Max", 1));
    }

    @Test
    void selectionIsMeasuredOnItsSliceAsMeasureDoes() {
        ImagePlus image = series("");
        image.setSlice(2);
        image.setRoi(0, 1, 1, 1);
        ResultsTable table = table(image, "HU Statistics...", "");
        assertEquals(1, table.size());
        assertEquals(200, table.getValue("Mean", 0));
        assertEquals(image.getStatistics().mean, table.getValue("Mean", 0));
        assertEquals(image.getTitle(), table.getStringValue("Image", 0));
        assertEquals("selection", table.getStringValue("Region", 0));
        assertEquals("slice", table.getStringValue("Scope", 0));
        assertEquals(2, table.getValue("Slice", 0));
        assertEquals("HU", table.getStringValue("Unit", 0));
        MacroRun.of(image, "HU Statistics...", "scope=stack");
        assertEquals(100, table.getValue("Mean", 1));
        assertEquals("stack", table.getStringValue("Scope", 1));
        assertEquals("1-2", table.getStringValue("Slice", 1));
        WindowManager.setTempCurrentImage(image);
        MacroRun.of(image, "HU Statistics...", "scope=slice");
        assertEquals(4, table.size());
        image.deleteRoi();
        MacroRun.of(image, "HU Statistics...", "scope=[current slice]");
        assertEquals(4, table.getValue("Count", 4));
        assertEquals("image", table.getStringValue("Region", 4));
        MacroRun.of(image, "HU Statistics...", "");
        assertEquals(8, table.getValue("Count", 5));
        Roi first = new Roi(0, 0, 1, 1);
        first.setPosition(1);
        image.setOverlay(new Overlay(first));
        table = table(image, "HU Statistics...", "regions=overlay scope=[current slice]");
        assertEquals(1, table.getValue("Slice", 0), "the slice that the region was drawn on");
    }

    /** Rows of ImageJ's Measure stay, and cells without a measurement contain no number. */
    @Test
    void tablesAreTheirOwnAndCellsThatWereNotMeasuredAreEmpty() {
        ImagePlus image = series("");
        ResultsTable results = ResultsTable.getResultsTable();
        results.reset();
        results.addRow();
        results.addValue("Area", 5);
        ResultsTable table = table(image, "HU Statistics...", "");
        MacroRun.of(image, "HU Statistics...", "window=brain");
        WindowManager.setTempCurrentImage(image);
        image.getCalibration().setUnit("pixel");
        IJ.run("HU Statistics...", "");
        table(image, "HU Histogram...", "");
        IJ.run("DICOM Header...", "path=" + folder.resolve("a"));
        IJ.run("DICOM Folder Table...", "folder=" + folder);
        assertEquals(1, ResultsTable.getResultsTable().size());
        assertEquals("Area", ResultsTable.getResultsTable().getColumnHeadings().strip());
        assertEquals(3, table.size());
        assertEquals("", table.getStringValue("% in window", 0));
        assertTrue(Double.isNaN(table.getValue("% in window", 2)));
        assertEquals("", table.getStringValue("Volume (ml)", 2));
        assertEquals("25", Hounsfield.tableValue("HU Statistics", "% in window", 1));
        assertEquals("", Hounsfield.tableValue("HU Statistics", "Volume (ml)", -1));
        assertEquals(1201, Hounsfield.tableSize("HU Histogram"));
        assertTrue(Hounsfield.tableSize("DICOM Header") > 10);
        assertEquals(2, Hounsfield.tableSize("DICOM Folder Table"));
    }

    @Test
    void tablesAreReadSavedAndClosedByTheirTitles() throws IOException {
        ImagePlus image = series("");
        table(image, "HU Statistics...", "");
        String macro = "return call('hounsfield.imagej.Hounsfield.tableValue', 'HU Statistics', 'Mean', '-1')"
                + " + ' ' + call('hounsfield.imagej.Hounsfield.tableSize', 'HU Statistics');";
        assertEquals("-235 1", IJ.runMacro(macro));
        Path csv = folder.resolve("t.csv");
        Hounsfield.saveTable("HU Statistics", csv.toString());
        assertTrue(Files.readAllLines(csv).get(0).contains("Image,Region,Scope,Slice,Unit,Count"));
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.tableValue("HU Statistics", "Mean", 1));
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.tableValue("HU Statistics", "None", 0));
        Hounsfield.closeTable("HU Statistics");
        String message = assertThrows(IllegalArgumentException.class, () -> Hounsfield.table("HU Statistics"))
                .getMessage();
        assertTrue(message.contains("\"HU Statistics\""), message);
    }

    @Test
    void statisticsOfARangeAndOfRegions() {
        ImagePlus image = series("");
        ResultsTable table = table(image, "HU Statistics...", "min=-100 max=100");
        assertEquals(5, table.getValue("Count", 0));
        Roi first = new Roi(0, 0, 1, 1);
        first.setName("corner");
        Roi second = new Roi(0, 1, 2, 1);
        second.setName("row");
        second.setPosition(2);
        image.setOverlay(new Overlay(first));
        image.getOverlay().add(second);
        table = table(image, "HU Statistics...", "regions=overlay");
        assertEquals(2, table.size());
        assertEquals("corner", table.getStringValue("Region", 0));
        assertEquals(2, table.getValue("Count", 0));
        assertEquals(-1000, table.getValue("Mean", 0));
        assertEquals("row", table.getStringValue("Region", 1));
        assertEquals(130, table.getValue("Mean", 1));
        image.getOverlay().add(new Line(0, 0, 1, 1));
        assertTrue(MacroRun.failure(image, new StatisticsCommand(), "regions=overlay")
                .contains("is not an area"));
        assertTrue(MacroRun.failure(image, new StatisticsCommand(), "regions=manager")
                .contains("no region"));
        image.setOverlay(null);
        assertTrue(MacroRun.failure(image, new StatisticsCommand(), "regions=overlay")
                .contains("no region"));
    }

    @Test
    void statisticsOfAHyperstackAreOfEachTimePoint() {
        ImagePlus image = IJ.createHyperStack("h", 4, 4, 2, 3, 2, 16);
        image.getStack().getProcessor(image.getStackIndex(2, 1, 2)).set(0, 0, 9);
        ResultsTable table = table(image, "HU Statistics...", "");
        assertEquals(4, table.size());
        assertEquals(48, table.getValue("Count", 3));
        assertEquals(2, table.getValue("Channel", 3));
        assertEquals(2, table.getValue("Frame", 3));
        assertEquals(9, table.getValue("Max", 3));
        assertFalse(table.columnExists("Volume (ml)"));
        assertEquals(12, table(image, "HU Statistics...", "scope=slice").size());
        assertEquals(192, Hounsfield.statistics(image).get("count"));
    }

    @Test
    void facadeHasTheSameNumbers() {
        ImagePlus image = series("");
        Map<String, Double> statistics = Hounsfield.statistics(image);
        assertEquals(8, statistics.get("count"));
        assertEquals(-50, statistics.get("median"));
        assertEquals(0.002, statistics.get("volume"), 1e-12);
        assertEquals(0.25, Hounsfield.tissueFractions(image).get("soft tissue"));
        assertEquals(0.00125, Hounsfield.volume(image, -100, 100), 1e-12);
        assertEquals(0, Hounsfield.volume(image, 500, 600));
        assertEquals(2, Hounsfield.statisticsOfSlices(image).size());
        image.getCalibration().setUnit("pixel");
        String message = assertThrows(IllegalArgumentException.class, () -> Hounsfield.volume(image, 0, 1))
                .getMessage();
        assertTrue(message.contains("not in mm"), message);
        assertTrue(Double.isNaN(Hounsfield.statistics(image).get("volume")));
        image.getCalibration().setValueUnit("BQML");
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.tissueFractions(image));
    }

    @Test
    void sliceOfUnknownThicknessHasNoVolume() {
        DicomBytes bytes = ct("1", 1);
        gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false);
        pixels(rescaled(bytes, "-1024", "1"), 0, 0, 1024, 1025);
        ImagePlus image = run("Open DICOM...", "path=" + write(folder, "flat.dcm", bytes));
        String message = assertThrows(IllegalArgumentException.class, () -> Hounsfield.volume(image, 0, 1))
                .getMessage();
        assertTrue(message.contains("slice distance"), message);
        image.getCalibration().pixelDepth = 2;
        assertEquals(0.0005, Hounsfield.volume(image, 0, 1), 1e-12);
    }

    @Test
    void badOptionsAndColorAreRefused() {
        ImagePlus image = series("");
        assertTrue(MacroRun.failure(image, new HistogramCommand(), "bins=0").contains("bins"));
        assertTrue(
                MacroRun.failure(image, new HistogramCommand(), "min=5 max=5").contains("empty"));
        assertTrue(MacroRun.failure(image, new HistogramCommand(), "values=raw").contains("stored"));
        assertTrue(
                MacroRun.failure(image, new StatisticsCommand(), "min=5 max=4").contains("above"));
        assertTrue(MacroRun.failure(image, new StatisticsCommand(), "window=x").contains("brain"));
        ImagePlus color = IJ.createImage("c", "RGB", 2, 2, 1);
        assertTrue(MacroRun.failure(color, new HistogramCommand(), "").contains("color image"));
        assertTrue(MacroRun.failure(color, new StatisticsCommand(), "").contains("color image"));
    }
}
