package hounsfield.imagej;

import static hounsfield.testing.DicomImages.at;
import static hounsfield.testing.DicomImages.ct;
import static hounsfield.testing.DicomImages.gray;
import static hounsfield.testing.DicomImages.pixels;
import static hounsfield.testing.DicomImages.rescaled;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hounsfield.testing.DicomBytes;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uneven and tilted series to even grids. The HU of the test series are a linear function of the place in the patient. */
class RegularizeTest {
    private static final int ROWS = 20;
    private static final int COLUMNS = 8;
    /** Table positions [mm], 3 is missing. */
    private static final double[] TABLE = {0, 1, 2, 4, 5};

    @TempDir
    Path folder;

    @BeforeEach
    void install() {
        Hounsfield.install();
    }

    private static double ramp(double x, double y, double z) {
        return 200 + 10 * x + 20 * y + 30 * z;
    }

    /** Slices that are tilted by 16.26 degrees, with sine 0.28 and cosine 0.96. */
    private ImagePlus series(boolean virtual) throws IOException {
        for (int slice = 0; slice < TABLE.length; slice++) {
            DicomBytes bytes = at(ct("1", slice + 1), "-1\\2\\" + TABLE[slice], "1\\0\\0\\0\\0.96\\-0.28");
            gray(bytes, "MONOCHROME2", ROWS, COLUMNS, 16, 16, false);
            int[] values = new int[ROWS * COLUMNS];
            for (int i = 0; i < values.length; i++) {
                double down = 0.5 * (i / COLUMNS);
                // In tenths of a HU.
                double hu = ramp(-1 + 0.25 * (i % COLUMNS), 2 + 0.96 * down, TABLE[slice] - 0.28 * down);
                values[i] = (int) Math.round(10 * hu);
            }
            write(folder, "s" + slice, pixels(rescaled(bytes, "0", "0.1"), values));
        }
        String path = folder.toString();
        return virtual ? Hounsfield.openSeriesVirtual(path) : Hounsfield.openSeries(path);
    }

    private static void checkRamp(ImagePlus image) {
        int inside = 0;
        for (int n = 1; n <= image.getStackSize(); n++) {
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 2; x < 6; x++) {
                    float value = image.getStack().getProcessor(n).getf(x, y);
                    double[] point = Hounsfield.positionOf(image, x, y, n);
                    // Edge pixels extend half a pixel beyond their center, with the same value.
                    double down = (point[1] - 2) / 0.96;
                    if (value == -1024 || down < 2 || down > 7.5) continue;
                    double table = point[2] + 0.28 * down;
                    if (table > 5) continue;
                    assertEquals(ramp(point[0], point[1], point[2]), value, 0.15, x + ", " + y + ", " + n);
                    inside++;
                }
            }
        }
        assertTrue(inside > 100, inside + " pixels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"linear", "CUBIC"})
    void valuesAndPlacesAgree(String interpolation) throws IOException {
        ImagePlus image = series(interpolation.equals("linear"));
        PrintStream before = System.out;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        ImagePlus regular;
        try (PrintStream captured = new PrintStream(log, true, StandardCharsets.UTF_8)) {
            System.setOut(captured); // ImageJ's log without a window
            regular = Hounsfield.regularize(image, 0, interpolation);
        } finally {
            System.setOut(before);
        }
        String text = log.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("Resampled to an even grid of 8 x 23 x 6 voxels of 0.25"), text);
        assertTrue(text.contains("Tilt of 16.26 degrees removed"), text);
        assertEquals(6, regular.getNSlices());
        assertEquals(0.96, regular.getCalibration().pixelDepth, 1e-6);
        assertEquals(0.5, regular.getCalibration().pixelHeight, 1e-9);
        assertEquals(0.25, regular.getCalibration().pixelWidth, 1e-9);
        assertEquals("HU", regular.getCalibration().getValueUnit());
        assertEquals(32, regular.getBitDepth());
        // Five tables' 0.28 mm of shift are three more rows.
        assertEquals(ROWS + 3, regular.getHeight());
        checkRamp(regular);
    }

    @Test
    void isotropicAndCroppedImagesAgree() throws IOException {
        ImagePlus image = series(false);
        ImagePlus cubes = Hounsfield.regularizeIsotropic(image, 0.4, "linear");
        assertEquals(0.4, cubes.getCalibration().pixelDepth);
        assertEquals(0.4, cubes.getCalibration().pixelWidth);
        image.setRoi(1, 4, 6, 14);
        ImagePlus cropped = Hounsfield.regularize(image.crop("stack"), 0.5, "linear");
        double[] first = Hounsfield.positionOf(cropped, 0, 0, 1);
        assertEquals(-0.75, first[0], 1e-9);
        for (int n = 2; n < 8; n++) {
            float value = cropped.getStack().getProcessor(n).getf(3, 8);
            double[] point = Hounsfield.positionOf(cropped, 3, 8, n);
            assertEquals(ramp(point[0], point[1], point[2]), value, 0.15, "slice " + n);
        }
    }

    @Test
    void imagesWithoutPlacesAndWrongArgumentsAreRefused() throws IOException {
        ImageStack stack = new ImageStack(2, 2);
        for (int i = 0; i < 3; i++) stack.addSlice(new FloatProcessor(2, 2));
        ImagePlus other = new ImagePlus("other", stack);
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.regularize(other, 0, "linear"));
        ImagePlus image = series(false);
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.regularize(image, -1, "linear"));
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.regularize(image, Double.NaN, "linear"));
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.regularize(image, 1e-5, "spline"));
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.regularize(image, 1e-9, "linear"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ct-gantry-tilt", "ct-missing-slices"})
    void realSeriesAreResampled(String name) throws IOException {
        Path real = Path.of("..", "shared", "series", name);
        if (!Files.isDirectory(real)) real = Path.of("..").resolve(real);
        assumeTrue(Files.isDirectory(real), "the series are absent");
        ImagePlus image = Hounsfield.openSeries(real.toString());
        ImagePlus regular = Hounsfield.regularize(image, 0, "linear");
        int column = regular.getWidth() / 2;
        int row = regular.getHeight() / 2;
        double[] point = Hounsfield.positionOf(regular, column, row, 1);
        double[] origin = Hounsfield.positionOf(image, 0, 0, 1);
        double x = along(origin, Hounsfield.positionOf(image, 1, 0, 1), point);
        double y = along(origin, Hounsfield.positionOf(image, 0, 1, 1), point);
        assertEquals(
                image.getStack().getProcessor(1).getInterpolatedValue(x, y),
                regular.getStack().getProcessor(1).getf(column, row),
                0.05);
        assertTrue(regular.getNSlices() >= image.getNSlices(), regular + " of " + image);
    }

    private static double along(double[] origin, double[] next, double[] point) {
        double dot = 0;
        double square = 0;
        for (int i = 0; i < 3; i++) {
            dot += (next[i] - origin[i]) * (point[i] - origin[i]);
            square += (next[i] - origin[i]) * (next[i] - origin[i]);
        }
        return dot / square;
    }
}
