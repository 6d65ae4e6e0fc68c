package hounsfield.imagej.viewer;

import static hounsfield.testing.DicomImages.at;
import static hounsfield.testing.DicomImages.ct;
import static hounsfield.testing.DicomImages.gray;
import static hounsfield.testing.DicomImages.pixels;
import static hounsfield.testing.DicomImages.rescaled;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.geometry.Vector3;
import hounsfield.imagej.Hounsfield;
import hounsfield.testing.DicomBytes;
import ij.IJ;
import ij.ImagePlus;
import ij.process.FloatProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What status bar, sub-title and edges say of a slice's place in the patient. */
class PlaneTextTest {
    @TempDir
    Path folder;

    /** Slices of 4 x 4 pixels, 0.5 mm high and 0.25 mm wide, one behind the other along an axis, 5 mm apart; the value of a pixel is its index. */
    private ImagePlus series(String orientation, String axis, boolean virtual) throws IOException {
        for (int slice = 0; slice < 3; slice++) {
            int along = 5 * slice;
            String position = axis.equals("z")
                    ? "-10\\-20\\" + along
                    : axis.equals("y") ? "-10\\" + along + "\\0" : along + "\\0\\0";
            DicomBytes bytes = at(ct("1", slice + 1), position, orientation);
            int[] values = new int[16];
            for (int i = 0; i < values.length; i++) values[i] = 1024 + i;
            gray(bytes, "MONOCHROME2", 4, 4, 16, 16, false);
            write(folder, "s" + slice, pixels(rescaled(bytes, "-1024", "1"), values));
        }
        String path = folder.toString();
        return virtual ? Hounsfield.openSeriesVirtual(path) : Hounsfield.openSeries(path);
    }

    @Test
    void orthogonalViewsOfUnevenSlicesAreWarnedOf() throws IOException {
        ImagePlus even = series("1\\0\\0\\0\\1\\0", "z", false);
        assertEquals(Optional.empty(), PlaneText.ofOrthogonalViews(even));
        DicomBytes bytes = at(ct("1", 4), "-10\\-20\\17", "1\\0\\0\\0\\1\\0");
        gray(bytes, "MONOCHROME2", 4, 4, 16, 16, false);
        write(folder, "s3", pixels(rescaled(bytes, "-1024", "1"), new int[16]));
        assertEquals(
                Optional.of("slices are uneven: use Orthogonal DICOM Views"),
                PlaneText.ofOrthogonalViews(Hounsfield.openSeries(folder.toString())));
        assertEquals(Optional.empty(), PlaneText.ofOrthogonalViews(new ImagePlus("", new FloatProcessor(2, 2))));
    }

    @Test
    void orthogonalViewsOfTiltedSlicesAreWarnedOf() throws IOException {
        ImagePlus tilted = series("1\\0\\0\\0\\0.8\\0.6", "z", false);
        assertEquals(Optional.of("slices are tilted: use Orthogonal DICOM Views"), PlaneText.ofOrthogonalViews(tilted));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void statusBarHasPointAndValue(boolean virtual) throws IOException {
        ImagePlus image = series("1\\0\\0\\0\\1\\0", "z", virtual);
        image.setSlice(3);
        int z = (int) Hounsfield.positionOf(image, 0, 0, 3)[2];
        assertEquals(
                Optional.of("x=-9.8 (1), y=-19.0 (2), z=" + z + ".0 (2) mm (LPS), value=9 HU"),
                PlaneText.ofPixel(image, 1, 2));
        image.setRoi(1, 2, 2, 2);
        ImagePlus cut = image.crop();
        assertTrue(
                PlaneText.ofPixel(cut, 0, 0).orElseThrow().startsWith("x=-9.8 (0), y=-19.0 (0), z="),
                "the place of a cut-out");
    }

    @Test
    void valuesWithoutAUnitAreShownToo() throws IOException {
        ImagePlus image = series("1\\0\\0\\0\\1\\0", "z", false);
        ImagePlus computed = Hounsfield.equalize(image, 4);
        String text = PlaneText.ofPixel(computed, 0, 0).orElseThrow();
        assertTrue(
                text.matches("x=-10\\.0 \\(0\\), y=-20\\.0 \\(0\\), z=\\S+ \\(0\\) mm \\(LPS\\), value=[\\d.]+"), text);
    }

    @Test
    void imagesWithoutAPlaceKeepTheTextOfImageJ() {
        ImagePlus image = IJ.createImage("no DICOM", "8-bit", 4, 4, 2);
        assertEquals(Optional.empty(), PlaneText.ofPixel(image, 0, 0));
        assertEquals(Optional.empty(), PlaneText.location(image));
        assertEquals(Optional.empty(), PlaneText.edges(image));
    }

    @ParameterizedTest
    @CsvSource({
        "1\\0\\0\\0\\1\\0,  z, R L A P",
        "1\\0\\0\\0\\0\\-1, y, R L H F",
        "0\\1\\0\\0\\0\\-1, x, A P H F",
        "-1\\0\\0\\0\\-1\\0, z, L R P A"
    })
    void letters(String orientation, String axis, String letters) throws IOException {
        ImagePlus image = series(orientation, axis, false);
        assertEquals(Optional.of(List.of(letters.split(" "))), PlaneText.edges(image));
        String location = PlaneText.location(image).orElseThrow();
        assertTrue(location.startsWith(axis + "="), location);
        image.setSlice(2);
        assertFalse(location.equals(PlaneText.location(image).orElseThrow()));
    }

    @Test
    void obliqueDirectionsHaveSeveralLetters() {
        assertEquals("LP", PlaneText.letters(new Vector3(0.8, 0.6, 0)));
        assertEquals("FA", PlaneText.letters(new Vector3(0.1, -0.5, -0.86)));
        assertEquals("H", PlaneText.letters(new Vector3(0.1, 0.1, 0.99)));
    }
}
