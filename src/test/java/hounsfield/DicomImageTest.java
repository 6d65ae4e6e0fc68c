package hounsfield;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.measure.HistogramBins;
import hounsfield.measure.Statistics;
import hounsfield.measure.ValueRange;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import hounsfield.window.Window;
import hounsfield.window.WindowPreset;
import hounsfield.window.voi.FileWindow;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Axes, place, padding and derived images of calibrated values. */
class DicomImageTest {
    @TempDir
    Path folder;

    private DicomImage series(double... places) throws Exception {
        for (int i = 0; i < places.length; i++) {
            DicomImages.write(folder, "slice" + i, DicomImages.slice(i + 1, places[i], 0, 10 * i, 1, 2, 3));
        }
        return Dicom.series(folder).only().read();
    }

    private static double[] values(Img<? extends RealType<?>> img) {
        double[] values = new double[(int) img.size()];
        int i = 0;
        for (RealType<?> value : img) values[i++] = value.getRealDouble();
        return values;
    }

    /** The center of a voxel in the patient. */
    private static double[] place(double[][] matrix, double x, double y, double z) {
        return IntStream.range(0, 3)
                .mapToDouble(row -> matrix[row][0] * x + matrix[row][1] * y + matrix[row][2] * z + matrix[row][3])
                .toArray();
    }

    @Test
    void volumeHasPlaceAndSpacing() throws Exception {
        DicomImage image = series(5, 2, 8);
        assertEquals(List.of("x", "y", "z"), image.axes());
        assertArrayEquals(new double[] {0.25, 0.5, 3}, image.spacing());
        assertArrayEquals(new long[] {2, 2, 3}, image.img().dimensionsAsLongArray());
        assertEquals(10, image.img().getAt(0, 0, 0).get());
        assertTrue(image.hasPatientTransform());
        assertArrayEquals(new double[] {0.25, 0.5, 8}, place(image.toPatient(), 1, 1, 2));
        assertArrayEquals(new double[] {0.25, 0, 5}, place(image.toPatient(1), 1, 0, 0));
        assertEquals("HU", image.unit());
        assertThrows(IndexOutOfBoundsException.class, () -> image.toPatient(3));
    }

    @Test
    void unevenSlicesHaveATransformEach() throws Exception {
        DicomImage image = series(0, 1, 3);
        assertFalse(image.hasPatientTransform());
        String problem =
                assertThrows(IllegalStateException.class, image::toPatient).getMessage();
        assertTrue(problem.endsWith("the slices are not evenly spaced"), problem);
        assertArrayEquals(new double[] {0, 0.5, 3}, place(image.toPatient(2), 0, 1, 0));
        assertTrue(image.findings().toString().contains("Uneven spacing"), image.findings()::toString);
    }

    @Test
    void timePointsAreAnAxis() throws Exception {
        for (int time = 0; time < 2; time++) {
            for (int z = 0; z < 3; z++) {
                DicomBytes bytes = DicomImages.slice(1 + z + 3 * time, 4 * z, 0, 10 * time + z, 0, 0, 0);
                DicomImages.write(folder, time + "-" + z, bytes);
            }
        }
        DicomImage image = Dicom.series(folder).only().read();
        assertEquals(List.of("x", "y", "z", "t"), image.axes());
        assertArrayEquals(new double[] {0.25, 0.5, 4, Double.NaN}, image.spacing());
        assertArrayEquals(new long[] {2, 2, 3, 2}, image.img().dimensionsAsLongArray());
        assertEquals(12, image.img().getAt(0, 0, 2, 1).get());
        assertEquals(2, image.img().getAt(0, 0, 2, 0).get());
        assertArrayEquals(new double[] {0, 0, 8}, place(image.toPatient(), 0, 0, 2));
        assertArrayEquals(new long[] {2, 2, 3, 2}, image.equalize(2).dimensionsAsLongArray());
        assertArrayEquals(new long[] {2, 2, 3, 2}, image.paddingMask().dimensionsAsLongArray());
    }

    /** Frames of one file, with Grid Frame Offset Vector, from the head down. */
    @Test
    void framesKeepTheOrderOfTheFile() throws Exception {
        DicomBytes bytes = DicomImages.ct("1", 1);
        DicomImages.at(bytes, "1\\2\\30", "1\\0\\0\\0\\1\\0");
        bytes.us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .text(Tag.NUMBER_OF_FRAMES, "IS", "3")
                .us(Tag.ROWS, 1)
                .us(Tag.COLUMNS, 1)
                .text(Tag.PIXEL_SPACING, "DS", "2\\2")
                .us(Tag.BITS_ALLOCATED, 16)
                .us(Tag.BITS_STORED, 16)
                .us(Tag.HIGH_BIT, 15)
                .us(Tag.PIXEL_REPRESENTATION, 0)
                .text(Tag.GRID_FRAME_OFFSET_VECTOR, "DS", "0\\-5\\-10");
        DicomImage image = Dicom.open(DicomImages.pixels(bytes, 7, 8, 9).toBytes(), "frames")
                .read();
        assertArrayEquals(new double[] {7, 8, 9}, values(image.img()));
        assertArrayEquals(new double[] {1, 2, 20}, place(image.toPatient(), 0, 0, 2));
        assertArrayEquals(new double[] {1, 2, 25}, place(image.toPatient(1), 0, 0, 0));
    }

    @Test
    void cineHasATimeAxis() throws Exception {
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.3.1")
                .text(Tag.FRAME_TIME, "DS", "40");
        DicomImages.twoFrames(bytes);
        DicomImage image = Dicom.open(DicomImages.pixels(bytes, 1, 2, 3, 4).toBytes(), "cine")
                .read();
        assertEquals(List.of("x", "y", "t"), image.axes());
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, 0.04}, image.spacing());
        assertThrows(IllegalStateException.class, image::toPatient);
        assertThrows(IllegalStateException.class, () -> image.toPatient(0));
    }

    @Test
    void paddingCountsNowhere() throws Exception {
        DicomBytes bytes = DicomImages.ct("1", 1);
        DicomImages.at(bytes, "0\\0\\0", "1\\0\\0\\0\\1\\0");
        DicomImages.gray(bytes, "MONOCHROME2", 2, 2, 16, 16, true).ss(Tag.PIXEL_PADDING_VALUE, -2000);
        DicomImages.pixels(DicomImages.rescaled(bytes, "-24", "2"), -2000, 12, 62, 112);
        DicomImage image = Dicom.open(bytes.toBytes(), "padded").read();
        assertArrayEquals(new double[] {-4024, 0, 100, 200}, values(image.img()));
        assertArrayEquals(
                new double[] {1, 0, 0, 0},
                IntStream.range(0, 4)
                        .mapToDouble(
                                i -> image.paddingMask().getAt(i % 2, i / 2, 0).get() ? 1 : 0)
                        .toArray());
        Statistics statistics = image.statistics(ValueRange.closed(50, 300));
        assertEquals(3, statistics.count());
        assertEquals(100, statistics.mean());
        assertEquals(List.of(2L), statistics.inside());
        assertEquals(3, image.histogram(HistogramBins.AUTOMATIC).total());
        assertEquals(3, image.frequencyBins(3).population());
        assertArrayEquals(new double[] {0, 0, 0.5, 1}, values(image.equalize(3)), 1e-6);
        assertArrayEquals(new double[] {0, 0, 0.5, 1}, values(image.window(new Window(100, 200))));
    }

    @Test
    void windowsOfTheFileArePutOnScreen() throws Exception {
        DicomBytes bytes = DicomImages.ct("1", 1);
        DicomImages.gray(bytes, "MONOCHROME2", 1, 3, 16, 16, false)
                .text(Tag.WINDOW_CENTER, "DS", "100")
                .text(Tag.WINDOW_WIDTH, "DS", "201");
        DicomImages.pixels(DicomImages.rescaled(bytes, "0", "1"), 0, 100, 250);
        DicomImage image = Dicom.open(bytes.toBytes(), "windowed").read();
        FileWindow window = image.windows().get(0);
        assertEquals(new Window(100, 201), window.window());
        assertArrayEquals(
                new int[] {1, 128, 255},
                image.gray(window.gray()).stream()
                        .mapToInt(IntegerType::getInteger)
                        .toArray());
    }

    @Test
    void presetsNeedHu() throws Exception {
        DicomBytes bytes = DicomImages.gray(DicomImages.ct("1", 1), "MONOCHROME2", 1, 2, 16, 16, false)
                .text(Tag.RESCALE_INTERCEPT, "DS", "0")
                .text(Tag.RESCALE_SLOPE, "DS", "1")
                .text(Tag.RESCALE_TYPE, "LO", "OD");
        DicomImage image =
                Dicom.open(DicomImages.pixels(bytes, 1, 2).toBytes(), "film").read();
        String problem = assertThrows(IllegalStateException.class, () -> image.window(WindowPreset.LUNGS))
                .getMessage();
        assertTrue(problem.contains("\"lungs\" is in HU, and the image has values in OD"), problem);
        // 28 to 36 HU
        double[] windowed = values(series(0, 1).window(WindowPreset.STROKE));
        assertArrayEquals(new double[] {0, 0, 0, 0, 0, 0, 0, 0}, windowed);
        assertArrayEquals(
                values(series(0, 1).window(new Window(50, 350))),
                values(series(0, 1).window(WindowPreset.MEDIASTINUM)));
    }

    @Test
    void damagedSliceIsNamed() throws Exception {
        DicomImages.write(folder, "1", DicomImages.slice(1, 0, 0, 1, 2, 3, 4));
        DicomImages.write(folder, "2", DicomImages.slice(2, 1, 0));
        DicomImages.write(folder, "3", DicomImages.slice(3, 2, 0, 1, 2, 3, 4));
        DicomImage image = Dicom.series(folder).only().read();
        assertArrayEquals(new int[] {1}, image.damagedPlanes());
        assertTrue(Float.isNaN(image.img().getAt(0, 0, 1).get()));
        assertEquals(8, image.statistics().count());
    }
}
