package hounsfield.imagej;

import static hounsfield.testing.DicomImages.at;
import static hounsfield.testing.DicomImages.ct;
import static hounsfield.testing.DicomImages.gray;
import static hounsfield.testing.DicomImages.pixels;
import static hounsfield.testing.DicomImages.rescaled;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.geometry.Vector3;
import hounsfield.testing.DicomBytes;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An oblique, tilted and uneven series in the axes of the patient. */
class OrthogonalViewTest {
    private static final int ROWS = 40;
    private static final int COLUMNS = 40;
    private static final Vector3 ACROSS = new Vector3(0.8, 0.6, 0);
    private static final Vector3 DOWN = new Vector3(-0.36, 0.48, -0.8);
    private static final Vector3 NORMAL = ACROSS.cross(DOWN);
    private static final Vector3 FIRST = new Vector3(-12, -30, 55);
    private static final Vector3 CENTER =
            FIRST.plus(ACROSS.times(5)).plus(DOWN.times(11)).plus(NORMAL.times(7));
    private static final double RADIUS = 3;

    @TempDir
    Path folder;

    @BeforeEach
    void install() {
        Hounsfield.install();
    }

    private static double ramp(Vector3 point) {
        return 500 + 3 * point.x() + 5 * point.y() - 2 * point.z();
    }

    private static double sphere(Vector3 point) {
        return point.minus(CENTER).length() < RADIUS ? 1000 : 0;
    }

    /** Writes slices at 0, 0.5 .. 14 mm without 4.5 and 10 mm, each shifted along its columns by a fifth of its distance. */
    private ImagePlus series(boolean sphere, boolean virtual) throws IOException {
        int number = 1;
        for (int slice = 0; slice <= 28; slice++) {
            if (slice == 9 || slice == 20) continue;
            double depth = 0.5 * slice;
            Vector3 first = FIRST.plus(NORMAL.times(depth)).plus(DOWN.times(0.2 * depth));
            DicomBytes bytes = at(ct("1", number), text(first), text(ACROSS) + "\\" + text(DOWN));
            gray(bytes, "MONOCHROME2", ROWS, COLUMNS, 16, 16, false);
            int[] values = new int[ROWS * COLUMNS];
            for (int i = 0; i < values.length; i++) {
                Vector3 point = first.plus(ACROSS.times(0.25 * (i % COLUMNS))).plus(DOWN.times(0.5 * (i / COLUMNS)));
                values[i] = (int) Math.round(50 * (sphere ? sphere(point) : ramp(point)));
            }
            write(folder, "s" + number++, pixels(rescaled(bytes, "0", "0.02"), values));
        }
        String path = folder.toString();
        return virtual ? Hounsfield.openSeriesVirtual(path) : Hounsfield.openSeries(path);
    }

    private static String text(Vector3 vector) {
        return String.format(Locale.ROOT, "%.9f\\%.9f\\%.9f", vector.x(), vector.y(), vector.z());
    }

    private static Vector3 place(ImagePlus view, double x, double y, int slice) {
        return Vector3.of(Hounsfield.positionOf(view, x, y, slice), 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"axial", "Coronal", "SAGITTAL"})
    void valuesAreThoseOfTheirPlaces(String name) throws IOException {
        ImagePlus image = series(false, name.equals("axial"));
        ImagePlus view = Hounsfield.orthogonalView(image, name, 0.5);
        assertEquals(32, view.getBitDepth());
        assertEquals("HU", view.getCalibration().getValueUnit());
        int inside = 0;
        for (int n = 1; n <= view.getStackSize(); n++) {
            ImageProcessor slice = view.getStack().getProcessor(n);
            for (int y = 0; y < view.getHeight(); y++) {
                for (int x = 0; x < view.getWidth(); x++) {
                    Vector3 from = place(view, x, y, n).minus(FIRST);
                    double depth = from.dot(NORMAL);
                    double column = from.dot(ACROSS) / 0.25;
                    double row = (from.dot(DOWN) - 0.2 * depth) / 0.5;
                    // Outer pixels extend half a pixel beyond their centers, with the same value.
                    boolean core = depth > 0 && depth < 14 && column > 0 && column < 39 && row > 0.5 && row < 38.5;
                    if (core) {
                        assertEquals(ramp(place(view, x, y, n)), slice.getf(x, y), 0.02, x + ", " + y + ", " + n);
                        inside++;
                    }
                    boolean beyond = depth < -0.3 || depth > 14.3 || column < -0.6 || column > 39.6 || row < -0.8;
                    if (beyond || row > 39.8) assertEquals(-1024, slice.getf(x, y), x + ", " + y + ", " + n);
                }
            }
        }
        // 10 x 20 x 14 mm in cubes of 0.5 mm.
        assertTrue(inside > 17_000, inside + " voxels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"axial", "coronal", "sagittal"})
    void sphereIsWhereThePatientHasIt(String name) throws IOException {
        ImagePlus view = Hounsfield.orthogonalView(series(true, false), name, 0.5);
        Vector3 sum = new Vector3(0, 0, 0);
        double mass = 0;
        for (int n = 1; n <= view.getStackSize(); n++) {
            ImageProcessor slice = view.getStack().getProcessor(n);
            for (int y = 0; y < view.getHeight(); y++) {
                for (int x = 0; x < view.getWidth(); x++) {
                    double value = Math.max(0, slice.getf(x, y));
                    sum = sum.plus(place(view, x, y, n).times(value));
                    mass += value;
                }
            }
        }
        assertArrayEquals(CENTER.toArray(), sum.times(1 / mass).toArray(), 0.1, "a fifth of a voxel");
        double volume = mass / 1000 * 0.125;
        assertEquals(4.0 / 3 * Math.PI * Math.pow(RADIUS, 3), volume, 0.03 * volume);
    }

    /** Columns, rows and slices of the views: towards left L, back P, head H, and their opposites. */
    @ParameterizedTest
    @CsvSource({"axial, 1 0 0, 0 1 0, 0 0 1", "coronal, 1 0 0, 0 0 -1, 0 1 0", "sagittal, 0 1 0, 0 0 -1, -1 0 0"})
    void headOrFrontIsUp(String name, String right, String down, String through) throws IOException {
        ImagePlus view = Hounsfield.orthogonalView(series(true, false), name, 0.5);
        Vector3 first = place(view, 0, 0, 1);
        assertArrayEquals(numbers(right), place(view, 2, 0, 1).minus(first).toArray(), 1e-9);
        assertArrayEquals(numbers(down), place(view, 0, 2, 1).minus(first).toArray(), 1e-9);
        assertArrayEquals(numbers(through), place(view, 0, 0, 3).minus(first).toArray(), 1e-9);
        assertEquals(0.5, view.getCalibration().pixelDepth);
    }

    private static double[] numbers(String text) {
        String[] words = text.split(" ");
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) numbers[i] = Double.parseDouble(words[i]);
        return numbers;
    }

    @Test
    void allViewsHaveTheSameVoxels() throws IOException {
        ImagePlus image = series(false, false);
        ImagePlus axial = Hounsfield.orthogonalView(image, "axial", 0);
        assertEquals(0.25, axial.getCalibration().pixelWidth, 1e-9, "the finest of pixels and slices");
        ImagePlus coronal = Hounsfield.orthogonalView(image, "coronal", 0);
        ImagePlus sagittal = Hounsfield.orthogonalView(image, "sagittal", 0);
        int x = axial.getWidth() / 2;
        int y = axial.getHeight() / 2;
        int z = axial.getStackSize() / 2;
        float value = axial.getStack().getProcessor(z + 1).getf(x, y);
        assertTrue(value != -1024, "inside");
        int up = axial.getStackSize() - 1 - z;
        assertEquals(value, coronal.getStack().getProcessor(y + 1).getf(x, up), 1e-3);
        assertEquals(
                value, sagittal.getStack().getProcessor(axial.getWidth() - x).getf(y, up), 1e-3);
    }

    @Test
    void wrongArgumentsAreRefused() throws IOException {
        ImagePlus image = series(true, false);
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.orthogonalView(image, "axial", -1));
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.orthogonalView(image, "axial", Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.orthogonalView(image, "axial", 1e-9));
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.orthogonalView(image, "all", 1));
        String problem = assertThrows(
                        IllegalArgumentException.class, () -> Hounsfield.orthogonalView(image, "oblique", 1))
                .getMessage();
        assertEquals("no view \"oblique\"; there are axial, coronal, sagittal", problem);
        ImagePlus unknown = new ImagePlus("other", image.getStack().duplicate());
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.orthogonalView(unknown, "axial", 1));
    }
}
