package hounsfield.series;

import static hounsfield.testing.SeriesFiles.AXIAL;
import static hounsfield.testing.SeriesFiles.SAGITTAL;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.Dicom;
import hounsfield.DicomImage;
import hounsfield.DicomSeries;
import hounsfield.imagej.Hounsfield;
import hounsfield.testing.SeriesFiles;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Series in all directions of the patient. The value of a slice is its place along the normal, independent of its number. */
class SeriesPlacesTest {
    @TempDir
    Path folder;

    private final SeriesFiles files = new SeriesFiles();

    /**
     * Adds slices along the normal of an orientation.
     *
     * @param numbers Instance Numbers, by place along the normal
     */
    private void add(double[] origin, String orientation, double[] normal, double distance, int... numbers) {
        for (int i = 0; i < numbers.length; i++) {
            double d = i * distance;
            String position = String.format(
                    Locale.ROOT,
                    "%.5f\\%.5f\\%.5f",
                    origin[0] + d * normal[0],
                    origin[1] + d * normal[1],
                    origin[2] + d * normal[2]);
            files.add(i, numbers[i], position, orientation, bytes -> bytes);
        }
    }

    /** Checks order and distance, and the point of the last voxel in the patient, in Java and in ImageJ. */
    private DicomSeries check(double distance, double[] last) throws IOException {
        DicomSeries series = Dicom.series(files.shuffled()).only();
        DicomImage image = series.read();
        int slices = series.slices();
        files.write(folder);
        ImagePlus imp = Hounsfield.openSeries(folder.toString());
        for (int z = 0; z < slices; z++) {
            assertEquals(z, image.img().getAt(0, 0, z).get());
            assertEquals(z, imp.getStack().getProcessor(z + 1).getf(0));
        }
        assertEquals(distance, image.spacing()[2], 1e-4);
        assertEquals(distance, imp.getCalibration().pixelDepth, 1e-4);
        double[][] matrix = image.toPatient();
        double[] point = IntStream.range(0, 3)
                .mapToDouble(row -> matrix[row][2] * (slices - 1) + matrix[row][3])
                .toArray();
        assertArrayEquals(last, point, 1e-3);
        assertArrayEquals(last, Hounsfield.positionOf(imp, 0, 0, slices), 1e-3);
        return series;
    }

    @Test
    void oppositeInstanceOrder() throws IOException {
        add(new double[] {-10, -20, 100}, AXIAL, new double[] {0, 0, 1}, 3, 4, 3, 2, 1);
        DicomSeries series = check(3, new double[] {-10, -20, 109});
        assertEquals(SeriesQuality.InstanceOrder.OPPOSITE, series.quality().instanceOrder());
    }

    @Test
    void sagittal() throws IOException {
        add(new double[] {50, -20, 100}, SAGITTAL, new double[] {-1, 0, 0}, 1.5, 1, 2, 3);
        DicomSeries series = check(1.5, new double[] {47, -20, 100});
        assertTrue(series.label().contains("sagittal"), series.label());
    }

    @Test
    void oblique() throws IOException {
        // Rows along x and z at 30 degrees, columns along y and down at 45 degrees to that plane.
        double c = Math.cos(Math.toRadians(30));
        double s = Math.sin(Math.toRadians(30));
        double q = Math.sqrt(0.5);
        double[] row = {c, 0, s};
        double[] column = {q * s, q, -q * c};
        double[] normal = {
            row[1] * column[2] - row[2] * column[1],
            row[2] * column[0] - row[0] * column[2],
            row[0] * column[1] - row[1] * column[0]
        };
        String orientation = String.format(
                Locale.ROOT,
                "%.6f\\%.6f\\%.6f\\%.6f\\%.6f\\%.6f",
                row[0],
                row[1],
                row[2],
                column[0],
                column[1],
                column[2]);
        add(new double[] {5, 6, 7}, orientation, normal, 2, 7, 9, 8, 5);
        DicomSeries series = check(2, new double[] {5 + 6 * normal[0], 6 + 6 * normal[1], 7 + 6 * normal[2]});
        assertTrue(series.label().contains("oblique"), series.label());
        assertFalse(series.quality().tilt() > 0.1, "an oblique series is not tilted");
    }

    /** The patient lies on the left side: rows of the image run from front to back, columns to the left. */
    @Test
    void headFirstDecubitusLeft() throws IOException {
        add(new double[] {0, 0, -40}, "0\\1\\0\\-1\\0\\0", new double[] {0, 0, 1}, 5, 3, 1, 2);
        check(5, new double[] {0, 0, -30});
    }

    /** Feet first: the rows run to the right, so that slices are counted from head to feet. */
    @Test
    void feetFirstSupine() throws IOException {
        add(new double[] {0, 0, 40}, "-1\\0\\0\\0\\1\\0", new double[] {0, 0, -1}, 5, 1, 2, 3);
        check(5, new double[] {0, 0, 30});
    }

    @Test
    void feetFirstDecubitusRight() throws IOException {
        add(new double[] {3, 4, 40}, "0\\1\\0\\1\\0\\0", new double[] {0, 0, -1}, 1.25, 4, 1, 2, 3);
        check(1.25, new double[] {3, 4, 36.25});
    }

    @Test
    void aMissingSliceIsAGapAndMovesNoOther() throws IOException {
        add(new double[] {0, 0, 0}, AXIAL, new double[] {0, 0, 1}, 2, 1, 2, 3, 4, 5);
        SeriesFiles without = new SeriesFiles();
        for (int i = 0; i < 5; i++) if (i != 2) without.add(i, i + 1, 2 * i, bytes -> bytes);
        DicomSeries series = Dicom.series(without.shuffled()).only();
        DicomImage image = series.read();
        assertEquals(2, image.spacing()[2], 1e-9);
        assertEquals(List.of("2-3 (4 mm)"), series.quality().gapTexts());
        assertFalse(image.hasPatientTransform());
        assertEquals(8, image.toPatient(3)[2][3], 1e-9);
        assertTrue(
                series.findings().stream()
                        .anyMatch(finding -> finding.startsWith("Gap: 4.000 mm between slices 2 and 3")),
                series.findings().toString());
        check(2, new double[] {0, 0, 8});
    }

    @Test
    void twoOrientationsAreTwoVolumes() throws IOException {
        add(new double[] {0, 0, 0}, AXIAL, new double[] {0, 0, 1}, 2, 1, 2, 3);
        for (int i = 0; i < 2; i++) {
            files.add(10 + i, 4 + i, 3 * i + "\\0\\0", "0\\1\\0\\0\\0\\1", bytes -> bytes);
        }
        List<DicomSeries> all = Dicom.series(files.shuffled()).list();
        assertEquals(
                List.of("1.2#1", "1.2#2"), all.stream().map(DicomSeries::name).toList());
        assertTrue(
                all.get(0).label().contains("axial, 1 x 1 x 3, 0.25 x 0.5 x 2 mm"),
                all.get(0).label());
        assertTrue(
                all.get(1).label().contains("sagittal, 1 x 1 x 2, 0.25 x 0.5 x 3 mm"),
                all.get(1).label());
        assertEquals(11, all.get(1).read().img().getAt(0, 0, 1).get());
    }
}
