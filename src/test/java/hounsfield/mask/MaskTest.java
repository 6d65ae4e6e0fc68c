package hounsfield.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.calibrate.PixelPadding;
import hounsfield.planes.Selection;
import hounsfield.window.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaskTest {
    private static final Window BRAIN = new Window(40, 80);

    private static Raster2D flat(int rows, int columns, float value) {
        float[] values = new float[rows * columns];
        Arrays.fill(values, value);
        return new Raster2D(rows, columns, values);
    }

    @Test
    void constantPlanesStayConstantUnderGauss() {
        for (float value : Blur.gauss(flat(7, 300, -1000), 130).values()) assertEquals(-1000, value, 1e-9);
    }

    @Test
    void notANumberSpreadsNoFurtherThanTheBlurReaches() {
        Raster2D plane = flat(9, 30, 5);
        plane.values()[4 * 30 + 10] = Float.NaN;
        Raster2D blurred = Blur.gauss(plane, 8);
        for (int y = 0; y < 9; y++) {
            for (int x = 0; x < 30; x++) {
                boolean near = Math.abs(y - 4) <= 2 && Math.abs(x - 10) <= 2;
                assertEquals(near, Float.isNaN(blurred.values()[y * 30 + x]), x + "," + y);
            }
        }
        assertEquals(5, Blur.uniform(plane, 3).values()[30 + 20], 1e-6);
    }

    @Test
    void blursRefuseInvalidValues() {
        Raster2D plane = flat(4, 6, 1);
        for (double sigma : new double[] {0, -1, Double.NaN, 24.5, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> Blur.gauss(plane, sigma), "sigma " + sigma);
        }
        for (int size : new int[] {0, -3, 13}) {
            assertThrows(IllegalArgumentException.class, () -> Blur.uniform(plane, size), "size " + size);
        }
        assertThrows(IllegalArgumentException.class, () -> new Raster2D(2, 2, new float[3]));
    }

    @Test
    void settingsRefuseInvalidValues() {
        for (double sigma : new double[] {0, -1, Double.NaN, 4.1}) {
            assertThrows(IllegalArgumentException.class, () -> new MaskSettings(BRAIN, sigma, 0.05, true));
        }
        for (double threshold : new double[] {-0.1, 1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> new MaskSettings(BRAIN, 0.3, threshold, true));
        }
    }

    @Test
    void paddingAndNotANumberAreBlack() {
        Raster2D plane = flat(8, 8, -2000);
        for (int i = 0; i < 8; i++) plane.values()[i] = 40;
        plane.values()[30] = Float.NaN;
        // A window in which padding would be bright: everything is white, and white counts as bright.
        MaskSettings wide = new MaskSettings(new Window(-3000, 200), 0.3, 0.05, false);
        assertTrue(Mask.fromBlur(plane, wide).box().orElseThrow().rows() == 8);
        Selection withoutPadding = Selection.ALL.excluding(List.of(Optional.of(new PixelPadding(-2000, -2000))));
        Box box = Mask.fromBlur(plane, withoutPadding, wide).box().orElseThrow();
        assertEquals(new Box(0, 0, 1, 8), box);
        MaskSettings brain = new MaskSettings(BRAIN, 0.3, 0.05, true);
        assertEquals(new Box(0, 0, 1, 8), Mask.fromBlur(plane, brain).box().orElseThrow());
    }

    @Test
    void selectionsMaskLimitsTheResult() {
        byte[] limit = new byte[64];
        limit[9] = 1;
        limit[18] = 1;
        Mask mask = Mask.fromBlur(flat(8, 8, 40), Selection.ALL.within(limit), MaskSettings.of(BRAIN));
        assertEquals(new Box(1, 1, 3, 3), mask.box().orElseThrow());
        assertEquals((byte) 255, mask.pixels()[9]);
        assertEquals(0, mask.pixels()[10]);
    }

    @Test
    void emptyMaskHasNoBox() {
        assertEquals(
                Optional.empty(),
                Mask.fromBlur(flat(8, 8, -1000), MaskSettings.of(BRAIN)).box());
    }

    @Test
    void boxesGrowToAShapeAndStayInside() {
        Box box = new Box(10, 20, 30, 60);
        assertEquals(new Box(0, 20, 40, 60), box.shaped(new Size(128, 128), 100, 100));
        assertEquals(box, box.shaped(new Size(10, 20), 100, 100));
        // The 40 columns stay; 80 rows are centered, then moved down from above the edge.
        assertEquals(new Box(0, 20, 80, 60), box.shaped(new Size(200, 100), 100, 100));
        // The shape requires 60 columns, which fit only when moved left.
        assertEquals(new Box(10, 10, 30, 70), box.shaped(new Size(1, 3), 100, 70));
        // The plane has fewer rows than required.
        assertEquals(new Box(0, 20, 35, 60), box.shaped(new Size(64, 64), 35, 100));
        assertEquals(new Box(5, 3, 40, 60), new Box(5, 20, 30, 60).union(new Box(10, 3, 40, 9)));
        assertThrows(IllegalArgumentException.class, () -> new Box(3, 0, 3, 4));
    }

    @Test
    void sizesAreReadAsUsersWriteThem() {
        assertEquals(new Size(256, 256), Size.parse("256"));
        assertEquals(new Size(128, 256), Size.parse(" 256x128 "));
        assertEquals(new Size(128, 256), Size.parse("256 x 128"));
        for (String wrong : new String[] {"", "0", "256x", "x", "1.5", "-3", "40000", "256x128x3", "big", "1234567"}) {
            assertThrows(IllegalArgumentException.class, () -> Size.parse(wrong), wrong);
        }
    }

    @Test
    void cropKeepsPixelsAndResizingInterpolatesOnlyWhatItNeeds() {
        Raster2D plane = new Raster2D(3, 4, new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, Float.NaN, 11});
        Raster2D cropped = Crop.crop(plane, new Box(1, 1, 3, 3));
        assertArrayEquals(new float[] {5, 6, 9, Float.NaN}, cropped.values());
        // Each result is the mean of two columns.
        assertArrayEquals(
                new float[] {0.5f, 2.5f, 4.5f, 6.5f},
                Crop.resize(plane, new Box(0, 0, 2, 4), new Size(2, 2)).values());
        // Rows are halved and columns stay: NaN stays in its own column.
        float[] halved = Crop.resize(plane, new Box(0, 0, 2, 4), new Size(1, 4)).values();
        assertArrayEquals(new float[] {2, 3, 4, 5}, halved);
        float[] stretched =
                Crop.resize(plane, new Box(1, 1, 3, 4), new Size(4, 3)).values();
        for (int i = 0; i < 12; i++) assertEquals(i % 3 == 1 && i > 3, Float.isNaN(stretched[i]), "pixel " + i);
        assertThrows(IllegalArgumentException.class, () -> Crop.crop(plane, new Box(0, 0, 4, 4)));
        assertThrows(
                IllegalArgumentException.class, () -> Crop.resizeSquared(plane, new Box(0, 0, 2, 2), new Size(2, 2)));
    }

    @Test
    void zoomedPlanesRunThroughTheirPixels() {
        Raster2D plane = MaskGoldenTest.head(5, 9);
        Raster2D zoomed = SplineZoom.zoom(plane, new Size(17, 25));
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 9; x++) {
                assertEquals(plane.values()[y * 9 + x], zoomed.values()[y * 4 * 25 + x * 3], 1e-3);
            }
        }
        assertEquals(new Size(2, 4), SplineZoom.size(5, 9, 0.5), "halves to even: 2.5 to 2, 4.5 to 4");
        for (double ratio : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e-9, 1e9}) {
            assertThrows(IllegalArgumentException.class, () -> SplineZoom.size(5, 9, ratio), "ratio " + ratio);
        }
    }

    @Test
    void zoomSpreadsNanToTheNeighborsOnly() {
        for (float gap : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            Raster2D plane = MaskGoldenTest.head(5, 9);
            plane.values()[2 * 9 + 4] = gap;
            Raster2D zoomed = SplineZoom.zoom(plane, new Size(17, 25));
            for (int y = 0; y < 17; y++) {
                for (int x = 0; x < 25; x++) {
                    float value = zoomed.values()[y * 25 + x];
                    boolean near = Math.abs(y - 8) < 4 && Math.abs(x - 12) < 3;
                    assertEquals(near, Float.isNaN(value), x + "," + y);
                    boolean onPixel = y % 4 == 0 && x % 3 == 0;
                    if (onPixel && !near) assertEquals(plane.values()[y / 4 * 9 + x / 3], value, 1e-3);
                }
            }
        }
    }

    @Test
    void zoomOfADamagedPlaneKeepsItsWholeRows() {
        Raster2D whole = MaskGoldenTest.head(6, 9);
        Raster2D damaged = MaskGoldenTest.head(8, 9);
        System.arraycopy(whole.values(), 0, damaged.values(), 0, 6 * 9);
        Arrays.fill(damaged.values(), 6 * 9, 8 * 9, Float.NaN);
        float[] zoomed = SplineZoom.zoom(damaged, new Size(15, 9)).values();
        float[] expected = SplineZoom.zoom(whole, new Size(11, 9)).values();
        assertArrayEquals(expected, Arrays.copyOf(zoomed, 11 * 9), 1e-3f);
        for (int i = 11 * 9; i < zoomed.length; i++) assertTrue(Float.isNaN(zoomed[i]));
        for (float value :
                SplineZoom.zoom(flat(3, 3, Float.NaN), new Size(1, 5)).values()) {
            assertTrue(Float.isNaN(value));
        }
    }

    @Test
    void maskAndCropInOneStep() {
        Raster2D plane = MaskGoldenTest.head(64, 64);
        MaskSettings settings = MaskSettings.of(BRAIN);
        Box box = Mask.fromBlur(plane, settings).box().orElseThrow();
        MaskCrop.Result own = new MaskCrop(settings, Optional.empty()).apply(plane, Selection.ALL);
        assertEquals(box, own.box());
        assertArrayEquals(Crop.crop(plane, box).values(), own.plane().values());
        MaskCrop.Result sized = new MaskCrop(settings, Optional.of(new Size(32, 32))).apply(plane, Selection.ALL);
        assertEquals(new Box(9, 19, 49, 59), sized.box());
        assertEquals(32 * 32, sized.plane().values().length);
        MaskCrop.Result air = new MaskCrop(settings, Optional.empty()).apply(flat(6, 4, -1000), Selection.ALL);
        assertEquals(new Box(0, 0, 6, 4), air.box());
    }
}
