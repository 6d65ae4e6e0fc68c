package hounsfield.imagej;

import static hounsfield.testing.DicomImages.at;
import static hounsfield.testing.DicomImages.ct;
import static hounsfield.testing.DicomImages.gray;
import static hounsfield.testing.DicomImages.pixels;
import static hounsfield.testing.DicomImages.rescaled;
import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.calibrate.ValueSource;
import hounsfield.codec.rle.RleBytes;
import hounsfield.equalize.BinSettings;
import hounsfield.imagej.display.DisplayWindow;
import hounsfield.imagej.open.DicomOpener;
import hounsfield.imagej.open.FrameRange;
import hounsfield.imagej.open.OpenSettings;
import hounsfield.imagej.open.PixelForm;
import hounsfield.imagej.open.SeriesChoice;
import hounsfield.imagej.open.SeriesOrder;
import hounsfield.imagej.operation.ImportSeries;
import hounsfield.imagej.process.EqualizeSettings;
import hounsfield.imagej.process.ImageEqualizer;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.BuiltFiles;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.plugin.Duplicator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PixelFormsTest {
    @TempDir
    Path folder;

    private String file(DicomBytes bytes) {
        return write(folder, "test.dcm", bytes).toString();
    }

    private static DicomBytes ctImage(int stored, boolean signed, String intercept, String slope, int... values) {
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 1, values.length, 16, stored, signed);
        return pixels(rescaled(bytes, intercept, slope), values);
    }

    /** Returns the value in ImageJ's status bar. */
    private static double valueAt(ImagePlus image, int x) {
        return image.getCalibration().getCValue(image.getProcessor().getf(x, 0));
    }

    @Test
    void calibratedPixelsAreHounsfieldUnitsThatDuplicateKeeps() throws IOException {
        ImagePlus image = Hounsfield.open(file(ctImage(12, false, "-1024", "1", 0, 1024, 4095)));
        assertArrayEquals(
                new float[] {-1024, 0, 3071}, (float[]) image.getProcessor().getPixels());
        ImagePlus copy = new Duplicator().run(image);
        assertEquals("HU", copy.getCalibration().getValueUnit());
        assertEquals("mm", copy.getCalibration().getUnit());
    }

    @Test
    void aRescaleBehindThePixelsCounts() throws IOException {
        for (boolean damaged : new boolean[] {false, true}) {
            DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 1, 2, 16, 12, false);
            rescaled(pixels(bytes, 0, 1785), "-1024", "1");
            if (damaged) bytes.raw("damaged".getBytes(StandardCharsets.US_ASCII));
            ImagePlus image = Hounsfield.open(file(bytes));
            assertArrayEquals(
                    new float[] {-1024, 761}, (float[]) image.getProcessor().getPixels());
            assertEquals("HU", image.getCalibration().getValueUnit());
            String header = Hounsfield.header(folder.resolve("test.dcm").toString());
            assertTrue(header.contains("0028,1052  Rescale Intercept: -1024\n"), header);
        }
    }

    /** A rescale to HU, a mapping to twice the stored value, and a window of -24 to 976 HU. */
    private static DicomBytes mapped(boolean rescaled) {
        DicomBytes unit = BuiltFiles.item().text(Tag.CODE_VALUE, "SH", "g/ml");
        DicomBytes mapping = BuiltFiles.item()
                .sequence(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, unit)
                .doubles(Tag.REAL_WORLD_VALUE_INTERCEPT, "FD", 0)
                .doubles(Tag.REAL_WORLD_VALUE_SLOPE, "FD", 2);
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 1, 3, 16, 12, false)
                .text(Tag.WINDOW_CENTER, "DS", "476.5")
                .text(Tag.WINDOW_WIDTH, "DS", "1001")
                .sequence(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, mapping);
        return pixels(rescaled ? rescaled(bytes, "-1024", "1") : bytes, 1000, 1500, 2000);
    }

    @Test
    void valuesComeFromTheChosenSource() throws IOException {
        String path = file(mapped(true));
        Map<String, float[]> wanted = Map.of(
                "rescale", new float[] {-24, 476, 976},
                "real world", new float[] {2000, 3000, 4000},
                "stored", new float[] {1000, 1500, 2000});
        Map<String, String> units = Map.of("rescale", "HU", "real world", "g/ml", "stored", "Gray Value");
        for (String source : wanted.keySet()) {
            ImagePlus image = Hounsfield.openValues(path, source);
            assertArrayEquals(wanted.get(source), (float[]) image.getProcessor().getPixels());
            assertEquals(units.get(source), image.getCalibration().getValueUnit());
            // The file's window, from the first value to the last, applies to them.
            assertEquals(wanted.get(source)[0], image.getDisplayRangeMin(), 1e-3);
            assertEquals(wanted.get(source)[2], image.getDisplayRangeMax(), 1e-3);
            ImagePlus compact = DicomOpener.open(
                    Path.of(path),
                    FrameRange.ALL,
                    OpenSettings.DEFAULT.with(PixelForm.COMPACT).withValues(source),
                    Progress.NONE);
            assertEquals(16, compact.getBitDepth());
            for (int x = 0; x < 3; x++) assertEquals(wanted.get(source)[x], valueAt(compact, x));
            ImagePlus virtual = DicomOpener.open(
                    Path.of(path),
                    FrameRange.ALL,
                    OpenSettings.DEFAULT.withValues(source).virtual(true),
                    Progress.NONE);
            assertArrayEquals(
                    wanted.get(source), (float[]) virtual.getProcessor().getPixels());
        }
        ImagePlus real = Hounsfield.openValues(path, "real world");
        Hounsfield.windowFile(real, 1);
        assertEquals(2000, real.getDisplayRangeMin(), 1e-3);
        assertArrayEquals(new int[] {1000, 1500, 2000}, Hounsfield.storedValues(path, 0));
        ImagePlus series = Hounsfield.openSeriesValues(folder.toString(), "", "real world");
        assertEquals("g/ml", series.getCalibration().getValueUnit());
        assertEquals(3000, series.getProcessor().getf(1, 0));
    }

    @Test
    void mappingReplacesAMissingRescale() throws IOException {
        String path = file(mapped(false));
        ImagePlus image = Hounsfield.open(path);
        assertEquals("g/ml", image.getCalibration().getValueUnit());
        assertEquals(4000, image.getProcessor().getf(2, 0));
        // The window applies to stored values, from -24 to 976.
        assertEquals(-48, image.getDisplayRangeMin(), 1e-3);
        assertEquals(1952, image.getDisplayRangeMax(), 1e-3);
        assertEquals(1500, Hounsfield.openStored(path).getProcessor().get(1, 0));
        assertEquals(1500, Hounsfield.openValues(path, "stored").getProcessor().getf(1, 0));
    }

    @Test
    void sourceThatIsNotThereIsRefused() {
        String path = file(ctImage(12, false, "-1024", "1", 0, 1024, 4095));
        DicomException thrown = assertThrows(DicomException.class, () -> Hounsfield.openValues(path, "real world"));
        assertTrue(thrown.getMessage().contains("no Real World Value Mapping"), thrown.getMessage());
        IllegalArgumentException unknown =
                assertThrows(IllegalArgumentException.class, () -> Hounsfield.openValues(path, "real"));
        assertEquals("no values \"real\"; there are rescale, real world, stored", unknown.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> OpenSettings.DEFAULT.with(PixelForm.STORED).with(ValueSource.REAL_WORLD));
    }

    /** MR values have no unit that shows the difference, so the log reports it. */
    @Test
    void planesWithoutRescaleAmongOthersAreReported() throws IOException {
        for (int i = 0; i < 3; i++) {
            DicomBytes bytes = at(ct("1", i), "0\\0\\" + i, "1\\0\\0\\0\\1\\0").text(Tag.MODALITY, "CS", "MR");
            gray(bytes, "MONOCHROME2", 1, 1, 16, 12, false);
            write(folder, "mr" + i, pixels(i == 1 ? bytes : rescaled(bytes, "5", "2"), 100));
        }
        String log = logOf(() -> Hounsfield.openSeries(folder.toString()));
        assertTrue(log.contains("1 of 3 planes have no rescale and keep their stored values"), log);
    }

    /** An absent Pixel Representation is taken as 0 (PS3.3 C.7.6.3), so the slices are alike. */
    @Test
    void absentPixelRepresentationIsUnsignedInAllForms() throws IOException {
        for (int i = 0; i < 3; i++) {
            DicomBytes bytes = at(ct("1", i), "0\\0\\" + i, "1\\0\\0\\0\\1\\0");
            bytes.us(Tag.SAMPLES_PER_PIXEL, 1)
                    .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                    .us(Tag.ROWS, 1)
                    .us(Tag.COLUMNS, 1)
                    .us(Tag.BITS_ALLOCATED, 16)
                    .us(Tag.BITS_STORED, 12)
                    .us(Tag.HIGH_BIT, 11);
            if (i != 1) bytes.us(Tag.PIXEL_REPRESENTATION, 0);
            write(folder, "ct" + i, pixels(rescaled(bytes, "-1024", "1"), 100 + i));
        }
        OpenSettings stored = OpenSettings.DEFAULT.with(PixelForm.STORED);
        OpenSettings compact = OpenSettings.DEFAULT.with(PixelForm.COMPACT);
        for (boolean virtual : new boolean[] {false, true}) {
            for (OpenSettings settings : List.of(stored.virtual(virtual), compact.virtual(virtual))) {
                ImportSeries.Options options = ImportSeries.Options.DEFAULT.with(settings);
                ImagePlus image = ImportSeries.run(folder, options, Progress.NONE);
                assertEquals(16, image.getBitDepth(), settings.toString());
                assertEquals(102, image.getStack().getProcessor(3).get(0));
            }
        }
    }

    /** Returns the lines that a call writes to ImageJ's log, which is the console without a display. */
    private static String logOf(Callable<?> call) {
        PrintStream console = System.out;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            call.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            System.setOut(console);
        }
        return log.toString(StandardCharsets.UTF_8);
    }

    /** Only the pixel description defines stored values. */
    @Test
    void storedValuesNeedNoOptionalAttribute() throws IOException {
        DicomBytes bytes = at(ct("1", 1), "a\\b\\c", "1\\0\\0\\0\\1\\x")
                .text(Tag.SLICE_THICKNESS, "DS", "thick")
                .text(Tag.FRAME_TIME, "DS", "slow")
                .text(Tag.INSTANCE_NUMBER, "IS", "1a");
        gray(bytes, "MONOCHROME2", 1, 2, 16, 12, false)
                .text(Tag.PIXEL_SPACING, "DS", "wide")
                .text(Tag.PIXEL_PADDING_VALUE, "US", "x")
                .text(Tag.WINDOW_CENTER, "DS", "abc")
                .text(Tag.WINDOW_WIDTH, "DS", "NaN")
                .text(Tag.DOSE_GRID_SCALING, "DS", "dose")
                .sequence(Tag.MODALITY_LUT_SEQUENCE, BuiltFiles.item())
                .sequence(
                        Tag.VOILUT_SEQUENCE,
                        BuiltFiles.item().us(Tag.LUT_DESCRIPTOR, 1).us(Tag.LUT_DATA, 1));
        String path = file(pixels(rescaled(bytes, "zero", "one"), 7, 4000));
        assertEquals(4000, Hounsfield.openStored(path).getProcessor().get(1, 0));
        ImagePlus image = Hounsfield.open(path);
        assertEquals(4000, image.getProcessor().getf(1, 0));
        assertEquals("Gray Value", image.getCalibration().getValueUnit());
        assertEquals(1, image.getCalibration().pixelWidth);
        assertEquals("pixel", image.getCalibration().getUnit());
        assertEquals(
                4000, Hounsfield.openSeries(folder.toString()).getProcessor().getf(1, 0));
    }

    /** Derived images follow their original: the file's windows do not apply to stored values. */
    @Test
    void partsOfStoredValuesOfferNoWindowsOfTheFile() throws IOException {
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 2, 2, 16, 12, false)
                .text(Tag.WINDOW_CENTER, "DS", "40")
                .text(Tag.WINDOW_WIDTH, "DS", "80");
        ImagePlus image = Hounsfield.openStored(file(pixels(rescaled(bytes, "-1024", "1"), 0, 1000, 1064, 1100)));
        String note = DisplayWindow.of(image).note();
        assertTrue(note.contains("stored values"), note);
        ImagePlus mask = Hounsfield.rangeMask(image, 1000, 1100);
        for (ImagePlus part : List.of(
                Hounsfield.crop(image, mask),
                Hounsfield.cropResize(image, mask, 4, 4),
                Hounsfield.zoom(image, 2),
                Hounsfield.rangeOutside(image, 1000, 1100, "clip"))) {
            assertEquals(
                    note.replace("\"test.dcm\"", "\"" + part.getTitle() + "\""),
                    DisplayWindow.of(part).note());
            assertEquals(
                    DisplayWindow.of(image).choices(), DisplayWindow.of(part).choices(), part.getTitle());
        }
    }

    /** Without a slice distance there is no volume, also for crops and masks. */
    @Test
    void derivedImagesDoNotGainASliceDistance() throws IOException {
        ImagePlus image = Hounsfield.open(file(slice(1, 0, -1024, 0, 1000, 1064, 1100)));
        assertEquals(Double.NaN, Hounsfield.statistics(image).get("volume"));
        ImagePlus mask = Hounsfield.rangeMask(image, 0, 100);
        for (ImagePlus made : List.of(mask, Hounsfield.crop(image, mask), Hounsfield.zoom(image, 2))) {
            assertEquals(Double.NaN, Hounsfield.statistics(made).get("volume"), made.getTitle());
        }
    }

    @ParameterizedTest
    @EnumSource(PixelForm.class)
    void storedValuesKeepTheirSign(PixelForm form) throws IOException {
        for (String intercept : List.of("0", "-1024")) {
            Path path = Path.of(file(ctImage(12, true, intercept, "1", -5, 7, 2047)));
            ImagePlus image = DicomOpener.open(path, FrameRange.ALL, OpenSettings.DEFAULT.with(form), Progress.NONE);
            double[] edges = Hounsfield.histogramOfStored(image)[0];
            assertEquals(-5, edges[0], intercept);
            assertEquals(2048, edges[edges.length - 1], intercept);
            if (form == PixelForm.CALIBRATED) continue;
            ImagePlus clipped = Hounsfield.rangeOutside(image, -5000, 5000, "clip");
            assertEquals(-5, Hounsfield.histogramOfStored(clipped)[0][0], intercept);
        }
    }

    /** 0 HU is padding in one slice and a value in the other. */
    @Test
    void paddingOfEachSliceIsItsOwn() throws IOException {
        for (int i = 0; i < 2; i++) {
            DicomBytes bytes = at(ct("1", i + 1), "0\\0\\" + i, "1\\0\\0\\0\\1\\0");
            gray(bytes, "MONOCHROME2", 1, 3, 16, 12, false).us(Tag.PIXEL_PADDING_VALUE, 0);
            write(folder, "slice" + i, pixels(rescaled(bytes, i == 0 ? "0" : "-100", "1"), 0, 100, 110));
        }
        ImagePlus image = Hounsfield.openSeries(folder.toString());
        Map<String, Double> numbers = Hounsfield.statistics(image);
        assertEquals(4, numbers.get("count"));
        assertEquals(0, numbers.get("min"));
        assertEquals(4, Hounsfield.statistics(new Duplicator().run(image)).get("count"));
    }

    /** Four frames of two pixels each, of which slices are deleted from a virtual stack. */
    private ImagePlus fourFrames() throws IOException {
        DicomBytes bytes =
                ct("1", 1).us(Tag.SAMPLES_PER_PIXEL, 1).text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2");
        bytes.text(Tag.NUMBER_OF_FRAMES, "IS", "4").us(Tag.ROWS, 1).us(Tag.COLUMNS, 2);
        bytes.us(Tag.BITS_ALLOCATED, 16)
                .us(Tag.BITS_STORED, 16)
                .us(Tag.HIGH_BIT, 15)
                .us(Tag.PIXEL_REPRESENTATION, 0);
        return Hounsfield.openVirtual(file(pixels(rescaled(bytes, "0", "1"), 1, 2, 3, 4, 5, 6, 7, 8)));
    }

    private static List<Float> firstPixels(ImagePlus image) {
        return IntStream.rangeClosed(1, image.getStackSize())
                .mapToObj(n -> image.getStack().getProcessor(n).getf(0))
                .toList();
    }

    @Test
    void virtualStacksCanBeReduced() throws IOException {
        ImagePlus image = fourFrames();
        ((VirtualStack) image.getStack()).reduce(2);
        assertEquals(List.of(1f, 5f), firstPixels(image));
        assertTrue(image.getStack().getSliceLabel(2).startsWith("frame 3\n"));
    }

    @Test
    void imagesFromVirtualStacksRecordDamagedSlices() throws IOException {
        ImagePlus image = fourFrames();
        image.getStack().deleteSlice(1);
        image.getStack().deleteSlice(2);
        EqualizeSettings each = new EqualizeSettings(BinSettings.of(2), Optional.empty(), Optional.empty(), true);
        ImagePlus equalized = ImageEqualizer.equalize(image, each, ImageEqualizer.Output.FLOATS, Progress.NONE);
        assertTrue(equalized.getStack().isVirtual());
        assertEquals(List.of(0f, 0f), firstPixels(equalized));
        assertEquals(1, equalized.getStack().getProcessor(2).getf(1));
    }

    /** The file's window applies to outputs of the Modality LUT, which has no linear inverse. */
    @Test
    void storedValuesWithATableAreShownFromTheSmallestToTheLargest() throws IOException {
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 1, 2, 16, 12, false)
                .text(Tag.WINDOW_CENTER, "DS", "40")
                .text(Tag.WINDOW_WIDTH, "DS", "80")
                .sequence(
                        Tag.MODALITY_LUT_SEQUENCE,
                        DicomBytes.explicitLittleEndian()
                                .us(Tag.LUT_DESCRIPTOR, 2, 3, 16)
                                .shorts(Tag.LUT_DATA, "US", 100, 200));
        ImagePlus image = Hounsfield.openStored(file(pixels(bytes, 3, 4)));
        assertEquals(3, image.getDisplayRangeMin());
        assertEquals(4, image.getDisplayRangeMax());
    }

    @Test
    void compactPixelsAreTheStoredOnesWithALine() throws IOException {
        ImagePlus image = Hounsfield.open16Bit(file(ctImage(12, false, "-1024", "2", 0, 1024, 4095)));
        assertArrayEquals(
                new short[] {0, 1024, 4095}, (short[]) image.getProcessor().getPixels());
        assertEquals(-1024, valueAt(image, 0));
        assertEquals(1024, valueAt(image, 1));
        assertEquals("HU", image.getCalibration().getValueUnit());
    }

    @Test
    void compactSignedPixelsKeepUnitAndValueThroughDuplicate() throws IOException {
        ImagePlus image = Hounsfield.open16Bit(file(ctImage(16, true, "0", "1", -1000, 0, 32767)));
        ImagePlus copy = new Duplicator().run(image);
        for (ImagePlus each : new ImagePlus[] {image, copy}) {
            assertEquals("HU", each.getCalibration().getValueUnit());
            assertEquals(-1000, valueAt(each, 0));
            assertEquals(0, valueAt(each, 1));
            assertEquals(32767, valueAt(each, 2));
        }
    }

    @Test
    void compactSignedPixelsOverTheWholeRangeKeepTheirValues() throws IOException {
        ImagePlus image = Hounsfield.open16Bit(file(ctImage(16, true, "0", "1", -32768, 0, 32767)));
        assertEquals(-32768, valueAt(image, 0));
        assertEquals(32767, valueAt(image, 2));
        assertTrue(image.getCalibration().isSigned16Bit());
    }

    @Test
    void compactPixelsGoTo32BitsWhereSlicesDiffer() throws IOException {
        write(folder, "a", slice(1, 0, -1024, 1000, 1, 2, 3));
        write(folder, "b", slice(2, 2, -924, 1000, 1, 2, 3));
        SeriesChoice choice = SeriesChoice.scan(folder, Progress.NONE);
        ImagePlus image = DicomOpener.openSeries(
                folder,
                choice.find(""),
                SeriesOrder.POSITION,
                OpenSettings.DEFAULT.with(PixelForm.COMPACT),
                Progress.NONE);
        assertEquals(32, image.getBitDepth());
        assertEquals(-24, image.getStack().getProcessor(1).getf(0));
        assertEquals(76, image.getStack().getProcessor(2).getf(0));
    }

    @Test
    void storedPixelsAreNotRescaled() throws IOException {
        ImagePlus unsigned = Hounsfield.openStored(file(ctImage(12, false, "-1024", "2", 0, 1024, 4095)));
        assertEquals(1024, valueAt(unsigned, 1));
        ImagePlus signed = Hounsfield.openStored(file(ctImage(16, true, "-1024", "2", -5, 7)));
        assertEquals(16, signed.getBitDepth());
        assertEquals(-5, valueAt(signed, 0));
        assertEquals(7, valueAt(signed, 1));
    }

    @Test
    void storedBytesStayBytes() throws IOException {
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 1, 2, 8, 8, false);
        ImagePlus image = Hounsfield.openStored(file(bytes.bytes(Tag.PIXEL_DATA, "OB", new byte[] {1, (byte) 200})));
        assertEquals(8, image.getBitDepth());
        assertEquals(200, valueAt(image, 1));
    }

    @Test
    void storedWindowIsTheFilesBroughtBackToStoredValues() throws IOException {
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 1, 2, 16, 12, false)
                .text(Tag.WINDOW_CENTER, "DS", "40.5")
                .text(Tag.WINDOW_WIDTH, "DS", "401");
        ImagePlus image = Hounsfield.openStored(file(pixels(rescaled(bytes, "-1024", "1"), 0, 4095)));
        assertEquals(-160 + 1024, image.getDisplayRangeMin());
        assertEquals(240 + 1024, image.getDisplayRangeMax());
    }

    @Test
    void monochrome1IsInvertedInDisplayOnly() throws IOException {
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME1", 1, 2, 16, 12, false);
        ImagePlus image = Hounsfield.open(file(pixels(rescaled(bytes, "0", "1"), 0, 100)));
        assertTrue(image.isInvertedLut());
        assertEquals(100, valueAt(image, 1));
        Hounsfield.window(image, "brain");
        assertTrue(image.isInvertedLut());
    }

    @Test
    void segmentationIsBytesOfZeroAndOne() throws IOException {
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 2, 4, 1, 1, false);
        ImagePlus image = Hounsfield.open(file(bytes.bytes(Tag.PIXEL_DATA, "OB", new byte[] {(byte) 0b10000101, 0})));
        assertArrayEquals(new byte[] {1, 0, 1, 0, 0, 0, 0, 1}, (byte[])
                image.getProcessor().getPixels());
        assertEquals(1, image.getDisplayRangeMax());
    }

    @Test
    void paddingStaysOutOfRangeBinsAndPart() throws IOException {
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 1, 6, 16, 16, true).ss(Tag.PIXEL_PADDING_VALUE, -2000);
        String path = file(pixels(rescaled(bytes, "0", "1"), -2000, -2000, 10, 20, 30, 200));
        for (ImagePlus image : new ImagePlus[] {
            Hounsfield.open(path),
            Hounsfield.open16Bit(path),
            Hounsfield.openVirtual(path),
            Hounsfield.open(path).duplicate()
        }) {
            assertEquals(0.75, Hounsfield.fractionInWindow(image, "brain"));
            assertEquals(10, Hounsfield.frequencyBins(image, 4)[0]);
        }
        assertEquals(10, Hounsfield.open(path).getDisplayRangeMin());
    }

    /** The display range of a virtual stack comes from the middle frame. */
    @Test
    void virtualOpeningEndsAsOpeningDoes() throws IOException {
        DicomBytes bytes = DicomBytes.file("1.2.840.10008.1.2.5").text(Tag.NUMBER_OF_FRAMES, "IS", "3");
        byte[] frame = RleBytes.frame(RleBytes.packBits(new byte[] {5, 5, 5}));
        String path = file(gray(bytes, "MONOCHROME2", 1, 3, 8, 8, false)
                .encapsulated(Tag.PIXEL_DATA, frame, new byte[] {1, 2}, frame));
        assertEquals(end(() -> Hounsfield.open(path)), end(() -> Hounsfield.openVirtual(path)));
    }

    /** Returns the result of a call: success or a checked exception; other exceptions propagate. */
    private static String end(Callable<ImagePlus> call) {
        try {
            call.call();
            return "opened";
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            return e.toString();
        }
    }

    @Test
    void cineKeepsItsFrameInterval() throws IOException {
        DicomBytes bytes = ct("1", 1).text(Tag.FRAME_TIME, "DS", "40").text(Tag.NUMBER_OF_FRAMES, "IS", "3");
        gray(bytes, "MONOCHROME2", 1, 2, 8, 8, false);
        ImagePlus image = Hounsfield.open(file(bytes.bytes(Tag.PIXEL_DATA, "OB", new byte[] {1, 2, 3, 4, 5, 6})));
        assertEquals(3, image.getNFrames());
        assertEquals(1, image.getNSlices());
        assertEquals(0.04, image.getCalibration().frameInterval, 1e-12);
    }

    @ParameterizedTest
    @EnumSource(PixelForm.class)
    void virtualStackHasTheSamePixelsAndLabels(PixelForm form) throws IOException {
        for (int i = 0; i < 4; i++) write(folder, "s" + i, slice(i, 3 * i, -1024, 100 * i, 1, 2, 3));
        SeriesChoice choice = SeriesChoice.scan(folder, Progress.NONE);
        ImagePlus eager = DicomOpener.openSeries(
                folder, choice.find(""), SeriesOrder.POSITION, OpenSettings.DEFAULT.with(form), Progress.NONE);
        ImagePlus virtual = DicomOpener.openSeries(
                folder,
                choice.find(""),
                SeriesOrder.POSITION,
                OpenSettings.DEFAULT.with(form).virtual(true),
                Progress.NONE);
        assertTrue(virtual.getStack().isVirtual());
        assertEquals(eager.getStackSize(), virtual.getStackSize());
        assertEquals(eager.getBitDepth(), virtual.getBitDepth());
        assertEquals(eager.getCalibration().pixelDepth, virtual.getCalibration().pixelDepth);
        for (int n = 1; n <= 4; n++) {
            virtual.setSlice(n);
            eager.setSlice(n);
            assertEquals(eager.getStack().getSliceLabel(n), virtual.getStack().getSliceLabel(n));
            for (int i = 0; i < 4; i++) {
                assertEquals(
                        eager.getProcessor().getf(i), virtual.getProcessor().getf(i));
            }
        }
        assertEquals(
                virtual.getCalibration().getValueUnit(), eager.getCalibration().getValueUnit());
    }

    @Test
    void labelsHoldTheFileNameAndTheHeader() throws IOException {
        write(folder, "x/a", slice(1, 0, -1024, 1, 2, 3, 4));
        write(folder, "b", slice(2, 2, -1024, 1, 2, 3, 4));
        ImagePlus image = Hounsfield.openSeries(folder.toString());
        assertTrue(image.getStack().getSliceLabel(1).startsWith("x/a\n0002,"));
        assertTrue(image.getStack().getSliceLabel(2).startsWith("b\n0002,"));
        assertEquals(2, ij.util.DicomTools.getVoxelDepth(image.getStack()), 1e-9);
        assertEquals("Test series (7)", image.getTitle());
    }

    @Test
    void framesOfAFileThatAreNotThereAreRefused() {
        String path = file(ctImage(12, false, "-1024", "1", 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.openFrames(path, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.storedValues(path, 1));
    }

    @Test
    void fileWithoutPixelsIsReported() {
        String path = file(ct("1", 1));
        DicomException e = assertThrows(DicomException.class, () -> Hounsfield.open(path));
        assertTrue(e.getMessage().contains("Pixel Data"), e.getMessage());
        assertFalse(e.getMessage().contains("Secret"), e.getMessage());
    }

    @Test
    void revertReadsTheFileAnew() throws IOException {
        ImagePlus image = Hounsfield.open(file(ctImage(12, false, "-1024", "1", 0, 1024)));
        image.setProcessor(image.getProcessor().resize(5, 3).convertToByte(true));
        image.getCalibration().pixelWidth = 99;
        image.changes = true;
        image.revert();
        assertArrayEquals(new float[] {-1024, 0}, (float[]) image.getProcessor().getPixels());
        assertEquals("HU", image.getCalibration().getValueUnit());
        assertNotEquals(99, image.getCalibration().pixelWidth);
        assertFalse(image.changes);
        assertEquals("test.dcm", image.getOriginalFileInfo().fileName);
    }

    @Test
    void revertBringsAWholeStackBack() throws IOException {
        ImagePlus image = Hounsfield.sample("Enhanced CT");
        float[] second = (float[]) image.getStack().getPixels(2);
        float[] original = second.clone();
        Arrays.fill(second, 7);
        image.getStack().deleteLastSlice();
        int slices = image.getStackSize();
        image.revert();
        assertEquals(slices + 1, image.getStackSize());
        assertArrayEquals(original, (float[]) image.getStack().getPixels(2));
    }

    @Test
    void storedValuesComeBeforeRescaleAndColor() throws IOException {
        assertArrayEquals(
                new int[] {-5, 7}, Hounsfield.storedValues(file(ctImage(12, true, "-1024", "2", 0xFFB, 7)), 0));
    }
}
