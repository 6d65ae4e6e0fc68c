package hounsfield.command;

import static hounsfield.testing.DicomImages.at;
import static hounsfield.testing.DicomImages.ct;
import static hounsfield.testing.DicomImages.gray;
import static hounsfield.testing.DicomImages.pixels;
import static hounsfield.testing.DicomImages.rescaled;
import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hounsfield.corpus.Corpus;
import hounsfield.imagej.Hounsfield;
import hounsfield.imagej.operation.MeasureStatistics;
import hounsfield.standard.Tag;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.plugin.Duplicator;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Volumes of unevenly spaced slices use the slab of each slice, and the table's rows state this. */
class VolumesTest extends MacroCommands {
    private static final String SLABS = "slabs half way to the neighbors";
    /** Pixel area in mm2 divided by 1000: ml per mm of slab thickness. */
    private static final double PIXEL = 0.5 * 0.25 / 1000;

    /** Slices at 0, 1, 4 and 9 mm, whose slabs are 1, 2, 4 and 5 mm thick; the n-th has n pixels of 0 HU, others -1000. */
    private String uneven() {
        double[] places = {0, 1, 4, 9};
        for (int i = 0; i < 4; i++) {
            int[] values = new int[4];
            for (int pixel = 0; pixel < 4; pixel++) values[pixel] = pixel <= i ? 1024 : 24;
            write(folder, "s" + i, slice(i + 1, places[i], -1024, values));
        }
        return folder.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "virtual", "pixels=16-bit", "pixels=16-bit virtual"})
    void slabsMakeTheVolume(String form) {
        ImagePlus image = run("Import DICOM Series...", "folder=" + uneven() + " " + form);
        assertEquals(3, image.getCalibration().pixelDepth, "the median stays ImageJ's slice distance");
        assertEquals(4 * (1 + 2 + 4 + 5) * PIXEL, Hounsfield.statistics(image).get("volume"), 1e-12);
        assertEquals((1 + 2 * 2 + 3 * 4 + 4 * 5) * PIXEL, Hounsfield.volume(image, 0, 0), 1e-12);
        assertEquals((3 + 2 * 2 + 4) * PIXEL, Hounsfield.volume(image, -1000, -1000), 1e-12);
        ResultsTable each = Hounsfield.statisticsOfSlices(image);
        double[] thickness = {1, 2, 4, 5};
        for (int i = 0; i < 4; i++) {
            assertEquals(4 * thickness[i] * PIXEL, each.getValue("Volume (ml)", i), 1e-12);
            assertEquals(SLABS, each.getStringValue("Volume by", i));
        }
    }

    @Test
    void rowsOfRegionsAndRangesCountBySlabs() throws IOException {
        ImagePlus image = Hounsfield.openSeries(uneven());
        Hounsfield.closeTable("HU Statistics");
        image.setRoi(0, 0, 1, 1);
        MacroRun.of(image, "HU Statistics...", "scope=stack min=-100");
        ResultsTable table = Hounsfield.table("HU Statistics");
        assertEquals(12 * PIXEL, table.getValue("Volume (ml)", 0), 1e-12);
        assertEquals(SLABS, table.getStringValue("Volume by", 0));
        image.setSlice(3);
        MacroRun.of(image, "HU Statistics...", "");
        assertEquals(4 * PIXEL, table.getValue("Volume (ml)", 1), 1e-12);
    }

    @Test
    void slabsAreReported() throws IOException {
        MeasureStatistics.Options options = MeasureStatistics.Options.DEFAULT;
        ImagePlus image = Hounsfield.openSeries(uneven());
        assertEquals(
                List.of("volumes of \"" + image.getTitle()
                        + "\" use slice positions: each slice extends half way to its neighbors"),
                MeasureStatistics.run(image, options, Progress.NONE).notes());
        image.getCalibration().setUnit("pixel");
        assertEquals(
                List.of("no volume: the pixels of \"" + image.getTitle() + "\" are sized in pixels, not in mm"),
                MeasureStatistics.run(image, options, Progress.NONE).notes());
        assertEquals(Double.NaN, Hounsfield.statistics(image).get("volume"));
    }

    /** Two echoes at each of the uneven positions: the slices of both channels have the slabs of their positions. */
    @Test
    void slabsOfChannelsAreThoseOfTheirPositions() throws IOException {
        double[] places = {0, 1, 4};
        for (int echo = 1; echo <= 2; echo++) {
            for (int i = 0; i < 3; i++) {
                var bytes = ct("1", 3 * echo + i).text(Tag.ECHO_TIME, "DS", "" + 10 * echo);
                at(bytes, "0\\0\\" + places[i], "1\\0\\0\\0\\1\\0");
                gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false);
                write(folder, "e" + echo + i, pixels(rescaled(bytes, "-1024", "1"), 1024, 1024, 1024, 1024));
            }
        }
        ImagePlus image = Hounsfield.openSeries(folder.toString());
        assertEquals(2, image.getNChannels());
        ResultsTable each = Hounsfield.statisticsOfSlices(image);
        double[] thickness = {1, 2, 3};
        for (int row = 0; row < 6; row++) {
            int slice = (int) each.getValue("Slice", row);
            assertEquals(4 * thickness[slice - 1] * PIXEL, each.getValue("Volume (ml)", row), 1e-12);
        }
    }

    @Test
    void slabsFollowTheSlicesThatAreLeft() throws IOException {
        ImagePlus image = Hounsfield.openSeries(uneven());
        ImagePlus part = new Duplicator().run(image, 2, 4);
        assertEquals(4 * (3 + 4 + 5) * PIXEL, Hounsfield.statistics(part).get("volume"), 1e-12);
        image.setRoi(0, 0, 1, 2);
        ImagePlus cropped = new Duplicator().run(image);
        assertEquals(2 * 12 * PIXEL, Hounsfield.statistics(cropped).get("volume"), 1e-12);
        image.deleteRoi();
        image.getStack().deleteSlice(2);
        image.setStack(image.getStack());
        assertEquals(4 * (4 + 4.5 + 5) * PIXEL, Hounsfield.statistics(image).get("volume"), 1e-12);
    }

    /** Reverses a stack as Image &gt; Stacks &gt; Tools &gt; Reverse does. */
    @Test
    void slabsFollowSlicesInAnotherOrder() throws IOException {
        ImagePlus image = Hounsfield.openSeries(uneven());
        ij.ImageStack reversed = new ij.ImageStack(2, 2);
        for (int n = 4; n >= 1; n--) {
            reversed.addSlice(
                    image.getStack().getSliceLabel(n), image.getStack().getProcessor(n));
        }
        image.setStack(reversed);
        double[] volumes = Hounsfield.statisticsOfSlices(image).getColumn("Volume (ml)");
        assertArrayEquals(new double[] {20 * PIXEL, 16 * PIXEL, 8 * PIXEL, 4 * PIXEL}, volumes, 1e-12);
    }

    @Test
    void placesAreKeptWhereLabelsHaveNoHeader() throws IOException {
        ImagePlus image = Hounsfield.openSeries(uneven());
        for (int n = 1; n <= 4; n++) image.getStack().setSliceLabel("slice " + n, n);
        assertEquals((1 + 2 * 2 + 3 * 4 + 4 * 5) * PIXEL, Hounsfield.volume(image, 0, 0), 1e-12);
        // The remaining slices are unknown, so the voxel depth applies.
        ImagePlus part = new Duplicator().run(image, 2, 4);
        assertEquals(4 * 3 * 3 * PIXEL, Hounsfield.statistics(part).get("volume"), 1e-12);
        assertEquals("voxel size", Hounsfield.statisticsOfSlices(part).getStringValue("Volume by", 0));
    }

    @Test
    void imagesMadeOfItHaveItsSlabs() throws IOException {
        ImagePlus image = Hounsfield.openSeries(uneven());
        ImagePlus mask = Hounsfield.rangeMask(image, -1, 1);
        assertEquals((1 + 2 * 2 + 3 * 4 + 4 * 5) * PIXEL, Hounsfield.volume(mask, 255, 255), 1e-12);
        ImagePlus larger = Hounsfield.zoomTo(image, 4, 4);
        assertEquals(16 * 12 * PIXEL / 9, Hounsfield.statistics(larger).get("volume"), 1e-12);
    }

    /** Gantry tilt: the table moves along z, and slabs are measured along the normal of the slices. */
    @Test
    void slabsOfTiltedSlicesAreAlongTheirNormal() throws IOException {
        double[] places = {0, 5, 15};
        for (int i = 0; i < 3; i++) {
            var bytes = at(ct("1", i + 1), "0\\0\\" + places[i], "1\\0\\0\\0\\0.8\\0.6");
            gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false);
            write(folder, "t" + i, pixels(rescaled(bytes, "-1024", "1"), 1024, 1024, 1024, 1024));
        }
        ImagePlus image = Hounsfield.openSeries(folder.toString());
        assertEquals(
                4 * 0.8 * (5 + 7.5 + 10) * PIXEL, Hounsfield.statistics(image).get("volume"), 1e-12);
    }

    @Test
    void evenSlicesCountByTheirVoxelSize() {
        ImagePlus image = volume("", 2, new int[] {1024, 1024, 1024, 1024}, new int[] {1024, 1024, 1024, 1024});
        assertEquals(8 * 2 * PIXEL, Hounsfield.statistics(image).get("volume"), 1e-12);
        assertEquals("voxel size", Hounsfield.statisticsOfSlices(image).getStringValue("Volume by", 0));
        image.getCalibration().pixelDepth = 3;
        assertEquals(8 * 3 * PIXEL, Hounsfield.statistics(image).get("volume"), 1e-12);
    }

    @Test
    void corpusSeriesHoldsWhatItsSlabsHold() throws IOException {
        ImagePlus image =
                Hounsfield.openSeries(Corpus.folder().resolve("series-ge-ct").toString());
        assertEquals(7131.65, Hounsfield.statistics(image).get("volume"), 0.01);
    }
}
