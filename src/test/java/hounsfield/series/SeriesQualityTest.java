package hounsfield.series;

import static hounsfield.testing.SeriesFiles.AXIAL;
import static hounsfield.testing.SeriesFiles.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.Dicom;
import hounsfield.geometry.StackGeometry.Gap;
import hounsfield.series.SeriesQuality.InstanceOrder;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import hounsfield.testing.SeriesFiles;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Regular and irregular features of series. */
class SeriesQualityTest {
    private final SeriesFiles files = new SeriesFiles();

    private SeriesQuality quality() throws DicomException {
        return Dicom.series(files.shuffled()).only().quality();
    }

    private static UnaryOperator<DicomBytes> ct(String intercept, String slope, String window, String kernel) {
        return bytes -> DicomImages.rescaled(
                bytes.text(Tag.CONVOLUTION_KERNEL, "SH", kernel)
                        .text(Tag.WINDOW_CENTER, "DS", window)
                        .text(Tag.WINDOW_WIDTH, "DS", "400")
                        .text(Tag.RESCALE_TYPE, "LO", "HU"),
                intercept,
                slope);
    }

    @Test
    void aRegularSeries() throws DicomException {
        for (int i = 0; i < 4; i++) files.add(i, i + 1, 2.5 * i, ct("-1024", i == 1 ? "1.0" : "1", "40", "B30f"));
        SeriesQuality quality = quality();
        assertEquals("4 slices, spacing 2.5 mm, even", quality.geometryText());
        assertEquals("unit HU, kernel B30f, window 40/400", quality.valuesText());
        assertEquals(List.of("slope 1, intercept -1024"), quality.rescales());
        assertEquals(2.5, quality.leastSpacing());
        assertEquals(2.5, quality.meanSpacing());
        assertEquals(InstanceOrder.SAME, quality.instanceOrder());
        assertEquals(4, quality.images());
        assertEquals(0, quality.missing());
        assertEquals(0, quality.tilt());
    }

    @Test
    void gapsAndOppositeInstanceNumbers() throws DicomException {
        double[] heights = {0, 1, 2, 4, 5, 9};
        for (int i = 0; i < heights.length; i++) files.add(i, 10 - i, heights[i], bytes -> bytes);
        SeriesQuality quality = quality();
        assertEquals(List.of(new Gap(3, 4, 2), new Gap(5, 6, 4)), quality.gaps());
        assertEquals(InstanceOrder.OPPOSITE, quality.instanceOrder());
        assertFalse(quality.isEven());
        assertEquals(4, quality.greatestSpacing());
        assertEquals(
                "6 slices, spacing 1 to 4 mm, mean 1.8 mm, uneven, gaps 3-4 (2 mm), 5-6 (4 mm), "
                        + "images are numbered against the positions",
                quality.geometryText());
        assertEquals("", quality.valuesText());
        assertEquals(1, quality.lines().size());
    }

    @Test
    void tiltIsInDegrees() throws DicomException {
        double step = Math.tan(Math.toRadians(18.5));
        for (int i = 0; i < 3; i++) {
            files.add(i, i, String.format(Locale.ROOT, "0\\%.6f\\%d", i * step, i), AXIAL, bytes -> bytes);
        }
        SeriesQuality quality = quality();
        assertEquals(18.5, quality.tilt(), 1e-4);
        assertTrue(quality.geometryText().contains("tilt 18.5 degrees"), quality.geometryText());
    }

    @Test
    void duplicatesAndNumbersWithoutOrder() throws DicomException {
        int[] numbers = {3, 1, 2};
        for (int i = 0; i < 3; i++) files.add(i, numbers[i], i, bytes -> bytes);
        files.add(9, 4, 1, bytes -> bytes);
        SeriesQuality quality = quality();
        assertEquals(1, quality.duplicates());
        assertEquals(4, quality.slices());
        assertEquals(InstanceOrder.NEITHER, quality.instanceOrder());
        assertEquals(
                "4 slices, spacing 1 mm, even, 1 slice at positions of others, images are not numbered in the order of the positions",
                quality.geometryText());
    }

    @Test
    void imagesAtOnePositionHaveNoSpacing() throws DicomException {
        for (int i = 0; i < 3; i++) files.add(i, 1, 5, bytes -> bytes);
        SeriesQuality quality = quality();
        assertEquals(3, quality.slices() * quality.times());
        assertFalse(quality.geometryText().contains("spacing"), quality.geometryText());
        assertFalse(quality.geometryText().contains("without"), quality.geometryText());
    }

    @Test
    void differingValuesAreListed() throws DicomException {
        files.add(0, 0, 0, ct("-1024", "1", "40", "B30f"));
        files.add(1, 1, 1, ct("-1000", "1", "40", "B70f"));
        files.add(2, 2, 2, ct("-1000", "1", "50", "B70f"));
        assertEquals(
                "unit HU, 2 rescales (slope 1, intercept -1024; slope 1, intercept -1000), 2 kernels (B30f; B70f), "
                        + "2 windows (40/400; 50/400)",
                quality().valuesText());
    }

    @Test
    void aUnitOfSomeSlicesAloneIsADifference() throws DicomException {
        files.add(0, 0, 0, bytes -> bytes);
        files.add(1, 1, 1, text(Tag.RESCALE_TYPE, "LO", "mrad"));
        assertEquals("2 units (none; mrad)", quality().valuesText());
    }

    @Test
    void manyRescalesAreCounted() throws DicomException {
        for (int i = 0; i < 9; i++) {
            int slope = i + 1;
            files.add(i, i, i, bytes -> DicomImages.rescaled(bytes.text(Tag.UNITS, "CS", "BQML"), "0", "0." + slope));
        }
        assertEquals("unit BQML, 9 rescales", quality().valuesText());
    }

    @Test
    void incompleteVolumesHaveTheNamesOfTheirSteps() throws DicomException {
        for (int t = 0; t < 3; t++) {
            for (int z = 0; z < 4; z++) {
                if (t == 2 && z > 1) continue;
                files.add(10 * t + z, 10 * t + z, z, text(Tag.TEMPORAL_POSITION_IDENTIFIER, "IS", "" + (t + 1)));
            }
        }
        SeriesQuality quality = quality();
        assertEquals(List.of("temporal position 3"), quality.incomplete());
        assertEquals(2, quality.missing());
        assertEquals(10, quality.images());
        assertEquals(InstanceOrder.SAME, quality.instanceOrder());
        assertEquals(
                "4 slices x 3 time points, spacing 1 mm, even, 2 images missing in 1 volume (temporal position 3)",
                quality.geometryText());
    }

    @Test
    void withoutPositionsTheSpacingIsUnknown() throws DicomException {
        for (int i = 0; i < 2; i++) {
            files.add(
                    i,
                    DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                            .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2")
                            .text(Tag.INSTANCE_NUMBER, "IS", "" + i));
        }
        SeriesQuality quality = quality();
        assertEquals("2 images without positions", quality.geometryText());
        assertTrue(Double.isNaN(quality.meanSpacing()));
        assertEquals(InstanceOrder.UNKNOWN, quality.instanceOrder());
    }

    /** The window and the kernel of an enhanced image are in its functional groups. */
    @Test
    void enhancedImagesHaveTheValuesOfTheirGroups() throws DicomException {
        DicomBytes bytes =
                DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN).text(Tag.SERIES_INSTANCE_UID, "UI", "1.2");
        files.add(
                1,
                bytes.sequence(
                        Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
                        bytes.same()
                                .sequence(
                                        Tag.CT_RECONSTRUCTION_SEQUENCE,
                                        bytes.same().text(Tag.CONVOLUTION_KERNEL, "SH", "FC13"))
                                .sequence(
                                        Tag.FRAME_VOILUT_SEQUENCE,
                                        bytes.same()
                                                .text(Tag.WINDOW_CENTER, "DS", "30.5")
                                                .text(Tag.WINDOW_WIDTH, "DS", "80"))));
        assertEquals("kernel FC13, window 30.5/80", quality().valuesText());
    }
}
