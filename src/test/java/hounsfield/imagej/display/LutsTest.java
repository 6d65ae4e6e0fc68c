package hounsfield.imagej.display;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hounsfield.imagej.Hounsfield;
import ij.ImagePlus;
import ij.plugin.LutLoader;
import ij.process.FloatProcessor;
import ij.process.LUT;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LutsTest {
    @TempDir
    Path folder;

    /** bone equals (7 gray + hot with red and blue exchanged) / 8. */
    @Test
    void boneIsGrayWithAHintOfBlue() {
        LUT bone = Luts.byName("bone");
        for (int i = 0; i < 256; i++) {
            double x = i / 255.0;
            double third = Math.max(0, (x - 47 / 63.0) / (16 / 63.0));
            double second = Math.max(0, Math.min(1, (x - 23 / 63.0) / (24 / 63.0)));
            double first = Math.min(1, x / (23 / 63.0));
            assertEquals(255 * (7 * x + third) / 8, bone.getRed(i), 0.51);
            assertEquals(255 * (7 * x + second) / 8, bone.getGreen(i), 0.51);
            assertEquals(255 * (7 * x + first) / 8, bone.getBlue(i), 0.51);
        }
    }

    @Test
    void oceanRunsFromWhiteOverBlueToGreen() {
        LUT ocean = Luts.byName("ocean_r");
        assertArrayEquals(new int[] {255, 255, 255}, color(ocean, 0));
        assertArrayEquals(new int[] {0, 128, 0}, color(ocean, 255));
        // One third before the end x is 1/3: no red and no green.
        assertArrayEquals(new int[] {0, 0, 85}, color(ocean, 170));
        assertArrayEquals(new int[] {0, 128, 170}, color(ocean, 85));
    }

    private static int[] color(LUT lut, int index) {
        return new int[] {lut.getRed(index), lut.getGreen(index), lut.getBlue(index)};
    }

    @Test
    void tablesOfImageJAreKnownAndUnknownOnesAreNot() {
        assertEquals(255, Luts.byName("grays").getRed(255));
        assertThrows(IllegalArgumentException.class, () -> Luts.byName("no such table"));
        ImagePlus image = new ImagePlus("f", new FloatProcessor(2, 1, new float[] {-3, 9}));
        image.setDisplayRange(-1, 5);
        Hounsfield.lut(image, "bone");
        assertEquals(-1, image.getDisplayRangeMin());
        assertEquals(5, image.getDisplayRangeMax());
        assertArrayEquals(Luts.byName("bone").getBytes(), image.getLuts()[0].getBytes());
    }

    @Test
    void namesAreFoundInAnyCase() {
        assertArrayEquals(Luts.byName("bone").getBytes(), Luts.byName(" Bone").getBytes());
        assertArrayEquals(
                Luts.byName("ocean_r").getBytes(), Luts.byName("Ocean R").getBytes());
        assertArrayEquals(Luts.byName("fire").getBytes(), Luts.byName("FIRE").getBytes());
    }

    @Test
    void savedTablesAreImageJs() throws IOException {
        Path file = folder.resolve("bone.lut");
        Hounsfield.saveLut("bone", file.toString());
        assertArrayEquals(
                Luts.byName("bone").getBytes(),
                LutLoader.openLut(file.toString()).getBytes());
    }
}
