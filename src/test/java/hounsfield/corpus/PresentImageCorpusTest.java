package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hounsfield.imagej.Hounsfield;
import hounsfield.standard.error.DicomException;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.TextRoi;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Images as real presentation states show them. */
class PresentImageCorpusTest {
    private static ImagePlus image(String state) throws IOException {
        return Hounsfield.openSeriesOfRegions(path(state));
    }

    private static String path(String state) {
        return Corpus.shared("regions").resolve(state).toString();
    }

    private static List<Roi> drawn(ImagePlus image) {
        return Arrays.asList(image.getOverlay().toArray());
    }

    @Test
    void aPolygonInPixelsIsWhereItWasDrawn() throws IOException {
        String state = "pr_graphics/pr_9_0_1.dcm";
        ImagePlus image = Hounsfield.open(path("pr_graphics/img/9_1_1.dcm"));
        assertSame(image, Hounsfield.present(image, path(state)));
        Roi polygon = drawn(image).get(0);
        assertEquals(Roi.POLYGON, polygon.getType());
        assertArrayEquals(new float[] {128, 192, 320, 384, 320, 192}, polygon.getFloatPolygon().xpoints);
        assertArrayEquals(new float[] {256, 128, 128, 256, 384, 384}, polygon.getFloatPolygon().ypoints);
        assertEquals(java.awt.Color.WHITE, polygon.getStrokeColor());
    }

    @Test
    void aWindowIsThatOfTheState() throws IOException {
        ImagePlus image = Hounsfield.open(path("pr_overlay_window_lut/img/4_3_1.dcm"));
        Hounsfield.present(image, path("pr_overlay_window_lut/pr_4_0_3.dcm"));
        // C.11.2.1.2.1: from c - 0.5 - (w - 1)/2 to c - 0.5 + (w - 1)/2.
        assertEquals(25, image.getDisplayRangeMin(), 1e-6);
        assertEquals(75, image.getDisplayRangeMax(), 1e-6);
    }

    /** Rotated by 90 degrees clockwise, then flipped: the transposed image. */
    @Test
    void aTurnedImageKeepsPixelsAndPlaces() throws IOException {
        String state = "pr_text_rotate_shutter/pr_7_0_6.dcm";
        ImagePlus image = Hounsfield.open(path("pr_text_rotate_shutter/img/7_6_1.dcm"));
        ImagePlus turned = Hounsfield.present(image, path(state));
        assertNotSame(image, turned);
        for (int[] at : new int[][] {{0, 0}, {17, 300}, {500, 3}}) {
            assertEquals(
                    image.getProcessor().getf(at[0], at[1]),
                    turned.getProcessor().getf(at[1], at[0]));
        }
    }

    @Test
    void graphicsTurnWithTheImage() throws IOException {
        String state = "pr_ct_turned_measured/pr.dcm";
        ImagePlus image = image(state);
        ImagePlus turned = Hounsfield.present(image, path(state));
        // Rotated by 180 degrees and flipped: upside down.
        assertEquals(image.getProcessor().getf(40, 100), turned.getProcessor().getf(40, 511 - 100));
        assertArrayEquals(Hounsfield.positionOf(image, 40, 100, 1), Hounsfield.positionOf(turned, 40, 411, 1), 1e-9);
        Roi square = drawn(turned).get(0);
        assertEquals(211.358, square.getFloatPolygon().xpoints[0], 0.001);
        assertEquals(512 - 309.547, square.getFloatPolygon().ypoints[0], 0.001);
        assertEquals(2, drawn(turned).stream().filter(TextRoi.class::isInstance).count());
        assertEquals(-44.2041 - 150, turned.getDisplayRangeMin(), 0.6);
    }

    @Test
    void textsAreInTheirBoxes() throws IOException {
        ImagePlus image = Hounsfield.open(path("pr_text_rotate_shutter/img/10_13_1.dcm"));
        Hounsfield.present(image, path("pr_text_rotate_shutter/pr_10_0_13.dcm"));
        TextRoi right = (TextRoi) drawn(image).stream()
                .filter(roi -> roi instanceof TextRoi text && text.getText().startsWith("Right"))
                .findFirst()
                .orElseThrow();
        assertEquals(512, right.getBounds().getMaxX(), 3);
        assertEquals(TextRoi.RIGHT, right.getJustification());
    }

    @Test
    void aShutterCoversWhatIsOutside() throws IOException {
        ImagePlus image = Hounsfield.open(path("pr_text_rotate_shutter/img/11_5_1.dcm"));
        Hounsfield.present(image, path("pr_text_rotate_shutter/pr_11_0_5.dcm"));
        Roi cover = drawn(image).get(0);
        assertEquals(java.awt.Color.BLACK, cover.getFillColor());
        assertEquals(true, cover.contains(5, 5));
        assertEquals(false, cover.contains(256, 256));
    }

    @Test
    void refusesOtherImages() throws IOException {
        ImagePlus image = Hounsfield.open(path("overlay_mr/mr.dcm"));
        assertThrows(DicomException.class, () -> Hounsfield.present(image, path("pr_graphics/pr_9_0_1.dcm")));
    }
}
