package hounsfield.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.data.DataSet;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionalGroupsTest {

    @Test
    void perFrameComesBeforeSharedInBothFormsOfSequences() throws DicomException {
        for (DicomBytes file : List.of(enhanced(false), enhanced(true))) {
            FunctionalGroups groups =
                    FunctionalGroups.of(ImageBytes.file(file.toBytes()).dataSet());
            assertEquals(2, groups.frames());
            assertEquals(-1024, intercept(groups, 0));
            assertEquals(-24, intercept(groups, 1));
            assertEquals(-7, intercept(groups, 2), "what only the shared groups have");
            DataSet measures = groups.macro(1, Tag.PIXEL_MEASURES_SEQUENCE).orElseThrow();
            assertEquals(3, measures.requireDouble(Tag.SLICE_THICKNESS));
        }
    }

    @Test
    void topLevelIsTheLastResort() throws DicomException {
        FunctionalGroups groups =
                FunctionalGroups.of(ImageBytes.file(enhanced(false).toBytes()).dataSet());
        assertTrue(groups.macro(0, Tag.FRAME_VOILUT_SEQUENCE).isEmpty());
        assertSame(groups.dataSet(), groups.attributes(0, Tag.FRAME_VOILUT_SEQUENCE));
    }

    @Test
    void framesBeyondTheItemsHaveTheSharedGroups() throws DicomException {
        FunctionalGroups groups =
                FunctionalGroups.of(ImageBytes.file(enhanced(false).toBytes()).dataSet());
        assertEquals(-7, intercept(groups, 2));
        assertTrue(groups.macro(2, Tag.PIXEL_MEASURES_SEQUENCE).isPresent());
    }

    @Test
    void plainImagesHaveNone() {
        FunctionalGroups groups = FunctionalGroups.of(DataSet.EMPTY);
        assertEquals(0, groups.frames());
        assertSame(DataSet.EMPTY, groups.attributes(5, Tag.PIXEL_MEASURES_SEQUENCE));
    }

    private static double intercept(FunctionalGroups groups, int frame) throws DicomException {
        return groups.attributes(frame, Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE).requireDouble(Tag.RESCALE_INTERCEPT);
    }

    private static DicomBytes enhanced(boolean undefinedLengths) {
        DicomBytes file = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN);
        DicomBytes shared = sequence(
                file.same(),
                undefinedLengths,
                Tag.PIXEL_MEASURES_SEQUENCE,
                file.same().text(Tag.SLICE_THICKNESS, "DS", "3"));
        sequence(
                shared,
                undefinedLengths,
                Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE,
                file.same().text(Tag.RESCALE_INTERCEPT, "DS", "-7"));
        sequence(file, undefinedLengths, Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared);
        return sequence(
                file,
                undefinedLengths,
                Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                rescale(file, undefinedLengths, "-1024"),
                rescale(file, undefinedLengths, "-24"));
    }

    private static DicomBytes rescale(DicomBytes file, boolean undefinedLengths, String intercept) {
        DicomBytes transformation = file.same().text(Tag.RESCALE_INTERCEPT, "DS", intercept);
        return sequence(file.same(), undefinedLengths, Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, transformation);
    }

    private static DicomBytes sequence(DicomBytes into, boolean undefinedLength, int tag, DicomBytes... items) {
        return undefinedLength ? into.undefinedSequence(tag, items) : into.sequence(tag, items);
    }
}
