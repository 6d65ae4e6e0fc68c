package hounsfield.dataset.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.standard.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagSelectionTest {
    private static final TagPath PIXEL_SPACING = TagPath.of(Tag.PIXEL_SPACING);
    private static final TagPath SHARED = TagPath.of(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
    private static final TagPath MEASURES = SHARED.in(0, Tag.PIXEL_MEASURES_SEQUENCE);
    private static final TagPath NESTED = MEASURES.in(0, Tag.PIXEL_SPACING);
    private static final String NESTED_NAME = "SharedFunctionalGroupsSequence[0].PixelMeasuresSequence[0].PixelSpacing";

    @Test
    void placesAreNamedByTheirPath() {
        assertEquals(NESTED_NAME, NESTED.name());
        assertEquals("(0009,1001)", TagPath.of(0x00091001).name());
        assertEquals("OverlayRows", TagPath.of(Tag.OVERLAY_ROWS).name());
        assertEquals("(6002,0010)", TagPath.of(0x60020010).name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PixelSpacing",
                "0028,0030",
                "(0028,0030)",
                "00280030",
                "PatientID, PixelSpacing",
                "PatientID PixelSpacing",
                "0010,0020,0028,0030",
                "0010,0020;PixelSpacing",
                "PatientID,AccessionNumber,PixelSpacing",
                "PatientID,0028,0030",
                "00100020,0028,0030,DecayFactor"
            })
    void elementsAreNamedInManyWays(String text) {
        TagSelection selection = TagSelection.parse(text);
        assertTrue(selection.takes(PIXEL_SPACING));
        assertFalse(selection.takes(NESTED));
        assertFalse(selection.enters(SHARED));
        assertTrue(selection.named().contains(PIXEL_SPACING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NESTED_NAME,
                "SharedFunctionalGroupsSequence.PixelMeasuresSequence.PixelSpacing",
                "SharedFunctionalGroupsSequence[].PixelMeasuresSequence",
                "52009229",
                "SharedFunctionalGroupsSequence[0]",
                "PatientID SharedFunctionalGroupsSequence[0].00289110"
            })
    void sequencesAreGoneInto(String text) {
        TagSelection selection = TagSelection.parse(text);
        assertTrue(selection.enters(SHARED));
        assertTrue(selection.enters(MEASURES));
        assertTrue(selection.takes(NESTED));
        assertFalse(selection.takes(PIXEL_SPACING));
        assertFalse(selection.takes(TagPath.of(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE)
                .in(0, Tag.PIXEL_MEASURES_SEQUENCE)
                .in(0, Tag.PIXEL_SPACING)));
    }

    @Test
    void otherItemsAreNotTaken() {
        TagSelection second = TagSelection.parse("SharedFunctionalGroupsSequence[1]");
        assertTrue(second.enters(SHARED));
        assertFalse(second.takes(NESTED));
        assertTrue(second.takes(SHARED.in(1, Tag.PIXEL_SPACING)));
    }

    @Test
    void onlyWholeWaysHaveAColumnOfTheirOwn() {
        assertEquals(
                List.of(PIXEL_SPACING, NESTED),
                TagSelection.parse("PixelSpacing SharedFunctionalGroupsSequence " + NESTED_NAME
                                + " SharedFunctionalGroupsSequence.PixelMeasuresSequence[0].PixelSpacing")
                        .named());
    }

    @Test
    void wordsForAllAndNothing() {
        assertTrue(TagSelection.parse(" All ").takes(NESTED));
        assertTrue(TagSelection.parse("pixelSPACING").takes(PIXEL_SPACING));
        assertFalse(TagSelection.parse("none").takes(PIXEL_SPACING));
        assertFalse(TagSelection.parse("none").enters(SHARED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " , ", "PixelSpacng", "PixelSpacing[", "0028,003", "a.b", "PixelSpacing..Rows", "[0]", "."})
    void whatIsNoTagIsRefused(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> TagSelection.parse(text))
                .getMessage();
        assertTrue(message.contains("tag"), message);
    }

    @Test
    void placesComeInTheOrderOfAHeader() {
        List<TagPath> ordered = List.of(
                TagPath.of(Tag.MODALITY),
                PIXEL_SPACING,
                SHARED.in(0, Tag.MODALITY),
                NESTED,
                SHARED.in(0, Tag.OVERLAY_ROWS),
                SHARED.in(1, Tag.MODALITY),
                SHARED.in(10, Tag.MODALITY),
                TagPath.of(0xFFFC0000));
        for (int i = 1; i < ordered.size(); i++) {
            assertTrue(
                    ordered.get(i - 1).compareTo(ordered.get(i)) < 0,
                    ordered.get(i).name());
            assertTrue(
                    ordered.get(i).compareTo(ordered.get(i - 1)) > 0,
                    ordered.get(i).name());
        }
    }
}
