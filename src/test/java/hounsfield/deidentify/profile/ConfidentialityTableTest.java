package hounsfield.deidentify.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hounsfield.corpus.Corpus;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfidentialityTableTest {
    private static final Profile BASIC = new Profile(Set.of());

    @Test
    void resourceIsThatOfTheGenerator() throws IOException {
        String generated = ProfileGenerator.generate(Corpus.shared("standard/confidentiality_profile_attributes.json"));
        assertEquals(generated, Files.readString(ProfileGenerator.TARGET));
    }

    @Test
    void basicProfileDecidesByTheStrictestType() {
        assertEquals(ProfileAction.EMPTY, action(BASIC, Tag.PATIENT_NAME, VR.PN));
        assertEquals(ProfileAction.EMPTY, action(BASIC, Tag.ACQUISITION_DATE, VR.DA));
        assertEquals(ProfileAction.DUMMY, action(BASIC, Tag.SERIES_DATE, VR.DA));
        assertEquals(ProfileAction.REMOVE, action(BASIC, Tag.SERIES_DESCRIPTION, VR.LO));
        assertEquals(ProfileAction.UID, action(BASIC, Tag.SOP_INSTANCE_UID, VR.UI));
        assertEquals(ProfileAction.UID, action(BASIC, Tag.REFERENCED_IMAGE_SEQUENCE, VR.SQ));
        // A sequence with X/Z/D has no dummy: Referenced Performed Procedure Step Sequence.
        assertEquals(ProfileAction.REMOVE, action(BASIC, Tag.REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE, VR.SQ));
        assertEquals(ProfileAction.REMOVE, action(BASIC, Tag.REFERENCED_STUDY_SEQUENCE, VR.SQ));
        assertEquals(ProfileAction.EMPTY, action(BASIC, Tag.ACQUISITION_CONTEXT_SEQUENCE, VR.SQ));
        assertEquals(ProfileAction.KEEP, action(BASIC, Tag.MODALITY, VR.CS));
        assertEquals(ProfileAction.KEEP, action(BASIC, Tag.SOP_CLASS_UID, VR.UI));
        assertEquals(ProfileAction.UID, action(BASIC, Tag.VOLUME_FRAME_OF_REFERENCE_UID, VR.UI));
        assertEquals(ProfileAction.REMOVE, action(BASIC, 0x00080003, VR.LO));
        assertEquals(ProfileAction.REMOVE, action(BASIC, 0x50120110, VR.CS));
        assertEquals(ProfileAction.REMOVE, action(BASIC, 0x60063000, VR.OW));
    }

    @Test
    void optionsPrecedeTheBasicProfile() {
        Profile profile = new Profile(ProfileOption.parse(
                "Retain modified dates, clean_descriptors,retain uids, retain device identity, clean graphics"));
        assertEquals(ProfileAction.CLEAN, action(profile, Tag.SERIES_DATE, VR.DA));
        assertEquals(ProfileAction.CLEAN, action(profile, Tag.SERIES_DESCRIPTION, VR.LO));
        assertEquals(ProfileAction.KEEP, action(profile, Tag.SOP_INSTANCE_UID, VR.UI));
        assertEquals(ProfileAction.KEEP, action(profile, Tag.STATION_NAME, VR.SH));
        assertEquals(ProfileAction.CLEAN, action(profile, 0x60063000, VR.OW));
        // Bytes cannot be cleaned: Device Setting Description.
        assertEquals(ProfileAction.REMOVE, action(profile, Tag.DEVICE_SETTING_DESCRIPTION, VR.OB));
        assertEquals(ProfileAction.EMPTY, action(profile, Tag.PATIENT_SEX, VR.CS));
    }

    @Test
    void wrongOptionsAreRefused() {
        assertEquals(EnumSet.of(ProfileOption.CLEAN_DESCRIPTORS), ProfileOption.parse(" ,clean descriptors, "));
        assertThrows(IllegalArgumentException.class, () -> ProfileOption.parse("keep names"));
        assertThrows(
                IllegalArgumentException.class, () -> ProfileOption.parse("retain full dates,retain modified dates"));
    }

    private static ProfileAction action(Profile profile, int tag, VR vr) {
        return profile.decide(tag, vr).action();
    }
}
