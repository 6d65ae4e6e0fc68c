package hounsfield.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SopClassTest {
    @Test
    void namesAndContentsAreThoseOfTheStandard() {
        assertEquals(
                "CT Image Storage",
                SopClass.find("1.2.840.10008.5.1.4.1.1.2").orElseThrow().name());
        assertEquals(
                "", SopClass.find("1.2.840.10008.5.1.4.1.1.2").orElseThrow().content());
        assertEquals(
                "",
                SopClass.find("1.2.840.10008.5.1.4.1.1.66.4").orElseThrow().content(),
                "a segmentation is an image");
        assertEquals(
                "a presentation state, which says how images are shown",
                SopClass.find("1.2.840.10008.5.1.4.1.1.11.1").orElseThrow().content());
        assertEquals(
                "an RT plan",
                SopClass.find("1.2.840.10008.5.1.4.1.1.481.5").orElseThrow().content());
        assertEquals(
                "a structured report",
                SopClass.find("1.2.840.10008.5.1.4.1.1.88.76").orElseThrow().content());
        assertTrue(SopClass.find(SopClass.MEDIA_STORAGE_DIRECTORY).isPresent());
        assertFalse(SopClass.find("1.2.840.10008.1.1").isPresent(), "Verification stores nothing");
        assertFalse(SopClass.find("").isPresent());
    }
}
