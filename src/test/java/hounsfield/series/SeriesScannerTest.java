package hounsfield.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.calibrate.CalibratedImage;
import hounsfield.geometry.SliceSpacing;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.BuiltFiles;
import hounsfield.testing.BuiltFiles.CtSlice;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import hounsfield.testing.Impatient;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesScannerTest {
    @TempDir
    Path folder;

    @Test
    void eachSliceKeepsItsOwnIntercept() throws IOException {
        write("a", CtSlice.axial(1, 0).withIntercept("-1024"));
        write("b", CtSlice.axial(2, 5).withIntercept("-924"));
        write("c", CtSlice.axial(3, 10).withIntercept("-824"));
        CalibratedImage image = SeriesReader.read(only(), Progress.NONE);
        assertEquals("HU", image.unit());
        assertEquals(-24, image.plane(0)[0]);
        assertEquals(76, image.plane(1)[0]);
        assertEquals(176, image.plane(2)[5]);
        assertEquals(3, image.img().dimension(0));
        assertEquals(2, image.img().dimension(1));
        assertEquals(3, image.img().dimension(2));
        assertEquals(76, image.img().randomAccess().setPositionAndGet(2, 1, 1).get());
    }

    /** ImageJ's reader takes the thickness, 5. */
    @Test
    void sagittalDistanceComesFromPositions() throws IOException {
        String sagittal = "0\\1\\0\\0\\0\\-1";
        for (int i = 0; i < 4; i++) {
            write("s" + i, CtSlice.axial(i, 0).withPlane(2 * i + "\\-100\\100", sagittal));
        }
        CalibratedImage image = SeriesReader.read(only(), Progress.NONE);
        assertEquals(2, image.sliceSpacing().mm(), 1e-9);
        assertEquals(SliceSpacing.Source.POSITIONS, image.sliceSpacing().source());
        // The normal of rows to the back and columns to the feet points to the right: high x first.
        assertEquals(
                6, image.geometry().orElseThrow().planes().get(0).position().x());
        assertTrue(image.findings().isEmpty(), image.findings().toString());
    }

    @Test
    void emptySliceThicknessIsNoDistance() throws IOException {
        write("a", CtSlice.axial(1, 0).withThickness(""));
        write("b", CtSlice.axial(2, 1.5).withThickness(""));
        assertEquals(
                1.5, SeriesReader.read(only(), Progress.NONE).sliceSpacing().mm(), 1e-9);
        Files.delete(folder.resolve("b"));
        SliceSpacing alone = SeriesReader.read(only(), Progress.NONE).sliceSpacing();
        assertEquals(SliceSpacing.UNKNOWN, alone);
    }

    @Test
    void positionsOrderAgainstNumbersAndNames() throws IOException {
        write("3", CtSlice.axial(1, 10));
        write("1", CtSlice.axial(2, 0));
        write("2", CtSlice.axial(3, -10));
        assertEquals(List.of("2", "1", "3"), names(only()));
    }

    @Test
    void withoutPositionsInstanceNumberOrders() throws IOException {
        write("a", CtSlice.axial(10, 0).withPlane("", ""));
        write("b", CtSlice.axial(9, 0).withPlane("", ""));
        write("c", CtSlice.axial(100, 0).withPlane("", ""));
        Series series = only();
        assertEquals(List.of("b", "a", "c"), names(series));
        assertTrue(series.findings().get(0).contains("Instance Number"));
        CalibratedImage image = SeriesReader.read(series, Progress.NONE);
        assertEquals(SliceSpacing.Source.SLICE_THICKNESS, image.sliceSpacing().source());
        assertTrue(image.findings().stream().anyMatch(finding -> finding.contains("Slice Thickness")));
    }

    @Test
    void severalImagesAtEachPositionAreTimePoints() throws IOException {
        for (int time = 0; time < 3; time++) {
            for (int z = 0; z < 2; z++) {
                int instance = 1 + time * 2 + z;
                write("f" + instance, CtSlice.axial(instance, 5 * z).withIntercept("-" + instance));
            }
        }
        Series series = only();
        assertEquals(3, series.timePoints());
        assertEquals(List.of("f1", "f2", "f3", "f4", "f5", "f6"), names(series));
        assertEquals(2, series.geometry().orElseThrow().planes().size());
        assertTrue(series.findings().get(0).startsWith("3 images at each of 2 positions"));
        CalibratedImage image = SeriesReader.read(series, Progress.NONE);
        assertEquals(3, image.timePoints());
        assertEquals(2, image.slices());
        assertEquals(1000 - 4, image.plane(3)[0]);
    }

    @Test
    void aSingleDuplicateIsReportedAndKept() throws IOException {
        write("a", CtSlice.axial(1, 0));
        write("b", CtSlice.axial(2, 5));
        write("c", CtSlice.axial(3, 5));
        Series series = only();
        assertEquals(1, series.timePoints());
        assertEquals(List.of("a", "b", "c"), names(series));
        assertTrue(series.findings().get(0).startsWith("Duplicate positions: 3 slices are at 2"));
    }

    /** Four images at two positions, and yet not two at each. */
    @Test
    void unequalNumbersAtPositionsAreNoTimePoints() throws IOException {
        write("a", CtSlice.axial(1, 0));
        write("b", CtSlice.axial(2, 0));
        write("c", CtSlice.axial(3, 0));
        write("d", CtSlice.axial(4, 5));
        Series series = only();
        assertEquals(1, series.timePoints());
        assertEquals(List.of("a", "b", "c", "d"), names(series));
    }

    @Test
    void echoesAreChannels() throws IOException {
        write("a", 1, 0, bytes -> bytes.text(Tag.ECHO_NUMBERS, "IS", "2"));
        write("b", 2, 0, bytes -> bytes.text(Tag.ECHO_NUMBERS, "IS", "1"));
        write("c", 3, 5, bytes -> bytes.text(Tag.ECHO_NUMBERS, "IS", "2"));
        write("d", 4, 5, bytes -> bytes.text(Tag.ECHO_NUMBERS, "IS", "1"));
        Series series = only();
        assertEquals(List.of("b", "a", "d", "c"), names(series));
        assertEquals(List.of("echo 1", "echo 2"), series.channels().steps());
        assertEquals(1, series.timePoints());
    }

    @Test
    void localizersAreSeriesOfTheirOwn() throws IOException {
        write("a", 1, 0, bytes -> bytes.text(Tag.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\AXIAL"));
        write("b", 2, 5, bytes -> bytes.text(Tag.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\LOCALIZER"));
        assertEquals(2, SeriesScanner.scan(folder, Progress.NONE).series().size());
    }

    @Test
    void pixelsOfAnotherSizeAreAnotherSeries() throws IOException {
        write("a", 1, 0, bytes -> bytes);
        write("b", 2, 5, bytes -> bytes.text(Tag.PIXEL_SPACING, "DS", "0.5\\0.2504"));
        write("c", 3, 10, bytes -> bytes.text(Tag.PIXEL_SPACING, "DS", "0.5\\0.25001"));
        assertEquals(
                List.of(List.of("a", "c"), List.of("b")),
                SeriesScanner.scan(folder, Progress.NONE).series().stream()
                        .map(SeriesScannerTest::names)
                        .toList());
    }

    /** Whichever of the files it is that is read first. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void sliceWhoseSpacingCannotBeReadStaysIn(int bad) throws IOException {
        for (int i = 0; i < 3; i++) {
            String spacing = i == bad ? "abc" : "0.5\\0.25";
            write("s" + i, i, 5 * i, bytes -> bytes.text(Tag.PIXEL_SPACING, "DS", spacing));
        }
        Series series = only();
        assertEquals(List.of("s0", "s1", "s2"), names(series));
        CalibratedImage image = SeriesReader.read(series, Progress.NONE);
        assertEquals(0.5, image.pixelSpacing().row());
        assertEquals(0.25, series.geometry().orElseThrow().planes().get(0).columnSpacing());
        assertEquals(5, image.sliceSpacing().mm());
        assertEquals(
                List.of("Pixel Spacing (0028,0030) cannot be read as numbers and is ignored"),
                image.findings().stream()
                        .filter(each -> each.endsWith("ignored"))
                        .toList());
    }

    @Test
    void sliceWhosePositionCannotBeReadStaysIn() throws IOException {
        write("s0", 1, 0, bytes -> bytes.text(Tag.IMAGE_POSITION_PATIENT, "DS", "abc"));
        for (int i = 1; i < 3; i++) write("s" + i, 1 + i, 5 * i, bytes -> bytes);
        Series series = only();
        assertEquals(List.of("s0", "s1", "s2"), names(series));
        assertEquals(
                "Image Position (Patient) (0020,0032) cannot be read as numbers and is ignored",
                series.findings().get(0));
        assertTrue(series.findings().get(1).contains("ordered by Instance Number"));
    }

    @Test
    void seriesOfDecimalCommasIsAVolume() throws IOException {
        for (int i = 0; i < 4; i++) {
            String z = 2 * i + ",5";
            write("s" + i, i, 0, bytes -> bytes.text(Tag.IMAGE_POSITION_PATIENT, "DS", "0\\0\\" + z)
                    .text(Tag.PIXEL_SPACING, "DS", "0,5\\0,5")
                    .text(Tag.INSTANCE_NUMBER, "IS", "1a"));
        }
        Series series = only();
        assertEquals(0.5, series.placement().pixelSpacing().column());
        assertEquals(2, series.placement().sliceSpacing().mm(), 1e-9);
        assertEquals(
                List.of(
                        "Image Position (Patient) (0020,0032) has decimal commas, read as points",
                        "Pixel Spacing (0028,0030) has decimal commas, read as points",
                        "Instance Number (0020,0013) cannot be read as an integer and is ignored"),
                series.findings());
    }

    @Test
    void keyThatCannotBeReadIsAsAbsent() throws IOException {
        write("a", 1, 0, bytes -> bytes.bytes(Tag.SERIES_INSTANCE_UID, "US", new byte[1])
                .bytes(Tag.FRAME_OF_REFERENCE_UID, "US", new byte[1]));
        assertEquals("", only().uid());
    }

    @Test
    void seriesAreSplitByUidAndOrientation() throws IOException {
        Files.createDirectories(folder.resolve("deep/deeper"));
        write("a", CtSlice.axial(1, 0));
        write("deep/deeper/b.txt", CtSlice.axial(2, 5));
        write("c", CtSlice.axial(3, 0).withPlane("0\\0\\0", "1\\0\\0\\0\\0\\-1"));
        write("d", CtSlice.axial(1, 0).withSeries("1.2.4"));
        List<Series> series = SeriesScanner.scan(folder, Progress.NONE).series();
        assertEquals(
                List.of(2, 1, 1),
                series.stream().map(each -> each.slices().size()).toList());
        assertEquals(
                List.of("1.2.3", "1.2.3", "1.2.4"),
                series.stream().map(Series::uid).toList());
        assertEquals(
                "7: CT, axial, 3 x 2 x 2, 0.25 x 0.5 x 5 mm, 2 files",
                series.get(0).label());
        assertEquals(
                2,
                SeriesScanner.scan(folder, Progress.NONE)
                        .find("1.2.3#1")
                        .orElseThrow()
                        .slices()
                        .size());
    }

    @Test
    void damagedFilesAreListedAndOthersPassedOver() throws IOException {
        byte[] whole = CtSlice.axial(1, 0).toBytes();
        Files.write(folder.resolve("good"), whole);
        Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(whole, 300));
        Files.writeString(folder.resolve("notes.txt"), "no image at all, but rather long: ".repeat(20));
        Files.write(folder.resolve("empty"), new byte[0]);
        Files.write(
                folder.resolve("report"),
                DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                        .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.88.22")
                        .text(Tag.MODALITY, "CS", "SR")
                        .toBytes());
        SeriesScan scan = SeriesScanner.scan(folder, Progress.NONE);
        assertEquals(List.of("good"), names(scan.series().get(0)));
        assertEquals(
                List.of("cut.dcm", "report"),
                scan.rejected().stream()
                        .map(each -> each.path().orElseThrow().getFileName().toString())
                        .toList());
        assertEquals(
                "has no Pixel Data (7FE0,0010), so it holds no image: it is a structured report (Enhanced SR Storage)",
                scan.rejected().get(1).sentence());
    }

    @Test
    void framesOfAFileAreASeriesByPosition() throws IOException {
        for (boolean undefined : new boolean[] {false, true}) {
            Files.write(folder.resolve("enhanced"), enhanced(undefined));
            Series series = only();
            assertTrue(series.isMultiFrame());
            CalibratedImage image = SeriesReader.read(series, Progress.NONE);
            // Frame 0, above, has intercept -1024; frame 1, below, -24.
            assertArrayEquals(new float[] {976, 976, 976, 976, 976, 976}, image.plane(0));
            assertArrayEquals(new float[] {-24, -24, -24, -24, -24, -24}, image.plane(1));
            assertEquals(4, image.sliceSpacing().mm(), 1e-9);
            assertEquals(0.5, image.pixelSpacing().row());
            assertEquals("HU", image.unit());
        }
    }

    /** Spacing Between Slices is negative, as some converters of ultrasound write it. */
    @Test
    void framesOfAFileWithOnePositionStayTogether() throws IOException {
        DicomBytes bytes = DicomImages.at(DicomImages.ct("1", 1), "0\\0\\7", "1\\0\\0\\0\\1\\0")
                .text(Tag.SPACING_BETWEEN_SLICES, "DS", "-0.2")
                .text(Tag.NUMBER_OF_FRAMES, "IS", "4");
        DicomImages.write(
                folder,
                "a",
                DicomImages.pixels(DicomImages.gray(bytes, "MONOCHROME2", 1, 1, 16, 16, false), 5, 6, 7, 8));
        Series series = only();
        CalibratedImage image = SeriesReader.read(series, Progress.NONE);
        assertEquals(4, image.slices());
        assertEquals(5, image.plane(0)[0]);
        assertEquals(8, image.plane(3)[0]);
        assertEquals(0.2, image.sliceSpacing().mm(), 1e-9);
        assertEquals("4 images without positions", series.quality().geometryText());
    }

    @Test
    void absurdNumberOfFramesIsRejected() throws IOException {
        DicomBytes file = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN).text(Tag.SERIES_INSTANCE_UID, "UI", "1.2");
        file.us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .text(Tag.NUMBER_OF_FRAMES, "IS", "2000000000");
        Files.write(folder.resolve("many"), image(file).toBytes());
        SeriesScan scan = SeriesScanner.scan(folder, Progress.NONE);
        assertTrue(scan.series().isEmpty());
        assertEquals(1, scan.rejected().size());
    }

    @Test
    void colorCannotBeCalibrated() throws IOException {
        DicomBytes file = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .us(Tag.SAMPLES_PER_PIXEL, 3)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "RGB")
                .us(Tag.PLANAR_CONFIGURATION, 0)
                .us(Tag.ROWS, 1)
                .us(Tag.COLUMNS, 1)
                .us(Tag.BITS_ALLOCATED, 8)
                .us(Tag.BITS_STORED, 8)
                .us(Tag.HIGH_BIT, 7)
                .us(Tag.PIXEL_REPRESENTATION, 0)
                .bytes(Tag.PIXEL_DATA, "OB", new byte[4]);
        Files.write(folder.resolve("color"), file.toBytes());
        Series series = only();
        assertEquals(3, series.samplesPerPixel());
        DicomException thrown = assertThrows(DicomException.class, () -> SeriesReader.read(series, Progress.NONE));
        assertTrue(thrown.getMessage().startsWith("color, (0028,0002)"), thrown.getMessage());
    }

    @Test
    void cancellingEndsTheScan() throws IOException {
        write("a", CtSlice.axial(1, 0));
        assertThrows(CancellationException.class, () -> SeriesScanner.scan(folder, new Impatient(0)));
    }

    /** Two frames at z 4 and 0 with their own rescale, all pixels stored as 1000, groups of one length form or the other. */
    private static byte[] enhanced(boolean undefined) {
        DicomBytes file = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.MODALITY, "CS", "CT")
                .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2.3");
        file.us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .text(Tag.NUMBER_OF_FRAMES, "IS", "2");
        file.us(Tag.ROWS, BuiltFiles.ROWS)
                .us(Tag.COLUMNS, BuiltFiles.COLUMNS)
                .us(Tag.BITS_ALLOCATED, 16)
                .us(Tag.BITS_STORED, 16)
                .us(Tag.HIGH_BIT, 15)
                .us(Tag.PIXEL_REPRESENTATION, 0);
        DicomBytes shared = BuiltFiles.item();
        sequence(
                shared,
                undefined,
                Tag.PLANE_ORIENTATION_SEQUENCE,
                BuiltFiles.item().text(Tag.IMAGE_ORIENTATION_PATIENT, "DS", "1\\0\\0\\0\\1\\0"));
        sequence(
                shared,
                undefined,
                Tag.PIXEL_MEASURES_SEQUENCE,
                BuiltFiles.item().text(Tag.PIXEL_SPACING, "DS", "0.5\\0.25"));
        sequence(file, undefined, Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared);
        sequence(
                file,
                undefined,
                Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                frame(undefined, "4", "-1024"),
                frame(undefined, "0", "-24"));
        int[] pixels = new int[12];
        Arrays.fill(pixels, 1000);
        return file.shorts(Tag.PIXEL_DATA, "OW", pixels).toBytes();
    }

    private static DicomBytes frame(boolean undefined, String z, String intercept) {
        DicomBytes frame = BuiltFiles.item();
        sequence(
                frame,
                undefined,
                Tag.PLANE_POSITION_SEQUENCE,
                BuiltFiles.item().text(Tag.IMAGE_POSITION_PATIENT, "DS", "0\\0\\" + z));
        DicomBytes rescale = BuiltFiles.item()
                .text(Tag.RESCALE_INTERCEPT, "DS", intercept)
                .text(Tag.RESCALE_SLOPE, "DS", "1")
                .text(Tag.RESCALE_TYPE, "LO", "HU");
        return sequence(frame, undefined, Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, rescale);
    }

    private static DicomBytes sequence(DicomBytes bytes, boolean undefined, int tag, DicomBytes... items) {
        return undefined ? bytes.undefinedSequence(tag, items) : bytes.sequence(tag, items);
    }

    private static DicomBytes image(DicomBytes bytes) {
        return bytes.us(Tag.ROWS, 1)
                .us(Tag.COLUMNS, 2)
                .us(Tag.BITS_ALLOCATED, 8)
                .us(Tag.BITS_STORED, 8)
                .us(Tag.HIGH_BIT, 7)
                .us(Tag.PIXEL_REPRESENTATION, 0)
                .bytes(Tag.PIXEL_DATA, "OB", "ab".getBytes(StandardCharsets.US_ASCII));
    }

    private void write(String name, CtSlice slice) throws IOException {
        Files.write(folder.resolve(name), slice.toBytes());
    }

    /** A slice with further elements. */
    private void write(String name, int instance, double z, UnaryOperator<DicomBytes> more) {
        DicomBytes bytes = DicomImages.at(DicomImages.ct("1", instance), "0\\0\\" + z, "1\\0\\0\\0\\1\\0");
        DicomBytes image = DicomImages.gray(bytes, "MONOCHROME2", 1, 1, 16, 16, false);
        DicomImages.write(folder, name, DicomImages.pixels(more.apply(image), 1));
    }

    private Series only() throws IOException {
        SeriesScan scan = SeriesScanner.scan(folder, Progress.NONE);
        assertEquals(List.of(), scan.rejected());
        assertEquals(1, scan.series().size());
        return scan.series().get(0);
    }

    private static List<String> names(Series series) {
        return series.files().stream()
                .map(path -> path.getFileName().toString())
                .toList();
    }
}
