package hounsfield.calibrate.suv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.standard.Tag;
import hounsfield.standard.TagName;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import hounsfield.testing.PetFile;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * SUV of Enhanced PET Image Storage (PS3.3 A.56, C.8.22). The file: 370 MBq of 18F, administered before midnight to 72.5 kg; decay
 * corrected to a time after midnight; two frames with different slopes.
 */
class EnhancedPetTest {
    private static final double HALF_LIFE = 6586.2;

    /** From 23:25:00 to 00:21:30.5 [s]. */
    private static final double DECAY = 3390.5;

    private static final double FACTOR = 72_500 / (3.7e8 * Math.exp(-Math.log(2) * DECAY / HALF_LIFE));

    @TempDir
    Path folder;

    private final Map<Integer, String> changed = new TreeMap<>();

    private void text(DicomBytes bytes, int tag, String vr, String value) {
        String text = changed.getOrDefault(tag, value);
        if (!text.isEmpty()) bytes.text(tag, vr, text);
    }

    /**
     * Writes the file.
     *
     * @param rescaleType of the Pixel Value Transformation
     * @param code the unit of the Real World Value Mapping, with the slope 5; empty for none
     */
    private String write(String rescaleType, String code) {
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.130")
                .text(Tag.SOP_INSTANCE_UID, "UI", "1.2.3.4.5.6")
                .text(Tag.SERIES_DATE, "DA", "20260302")
                .text(Tag.SERIES_TIME, "TM", "100000")
                .text(Tag.MODALITY, "CS", "PT")
                .text(Tag.PATIENT_SEX, "CS", "F")
                .text(Tag.PATIENT_SIZE, "DS", "1.68");
        text(bytes, Tag.PATIENT_WEIGHT, "DS", "72.5");
        text(bytes, Tag.DECAY_CORRECTION_DATE_TIME, "DT", "20260302002130.5");
        text(bytes, Tag.DECAY_CORRECTED, "CS", "YES");
        text(bytes, Tag.ATTENUATION_CORRECTED, "CS", "YES");
        bytes.text(Tag.SERIES_INSTANCE_UID, "UI", "1.2.3.4.5");
        DicomImages.twoFrames(bytes);
        DicomBytes injection = bytes.same();
        text(injection, Tag.RADIONUCLIDE_TOTAL_DOSE, "DS", "370000000");
        text(injection, Tag.RADIONUCLIDE_HALF_LIFE, "DS", Double.toString(HALF_LIFE));
        text(injection, Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, "DT", "20260301232500");
        bytes.sequence(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, injection);
        DicomBytes[] frames = new DicomBytes[2];
        for (int i = 0; i < 2; i++) {
            frames[i] = PetFile.rescaled(bytes.same(), i, rescaleType);
            if (code.isEmpty()) continue;
            DicomBytes unit = bytes.same().text(Tag.CODE_VALUE, "SH", code);
            frames[i].sequence(
                    Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE,
                    bytes.same()
                            .sequence(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, unit)
                            .us(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, 65535)
                            .us(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, 0)
                            .doubles(Tag.REAL_WORLD_VALUE_INTERCEPT, "FD", 0)
                            .doubles(Tag.REAL_WORLD_VALUE_SLOPE, "FD", 5));
        }
        bytes.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames);
        return DicomImages.write(folder, "pet.dcm", DicomImages.pixels(bytes, 1000, 2000, 3000, 4000))
                .toString();
    }

    private static double value(ImagePlus image, int slice, int x) {
        return image.getStack().getProcessor(slice).getf(x);
    }

    @ParameterizedTest
    @CsvSource({"BQML", "Bq/ml", "Bq/mL"})
    void activityDecaysToTheTimeOfTheCorrection(String unit) throws IOException {
        ImagePlus suv = Hounsfield.suv(Hounsfield.open(write(unit, "")));
        assertEquals("SUVbw", ImageUnit.of(suv));
        assertEquals(2 * 1000 * FACTOR, value(suv, 1, 0), 1e-6);
        assertEquals(3 * 4000 * FACTOR, value(suv, 2, 1), 1e-6);
    }

    @Test
    void realWorldValues() throws IOException {
        String path = write("US", "Bq/ml");
        ImagePlus suv = Hounsfield.suv(Hounsfield.openValues(path, "real-world"));
        assertEquals(5 * 2000 * FACTOR, value(suv, 1, 1), 1e-6);
        assertRefused("Measurement Units Code Sequence or Rescale Type is not Bq/ml", path);
    }

    @Test
    void suvOfTheFileStay() throws IOException {
        String path = write("US", "{SUVbw}g/ml");
        ImagePlus image = Hounsfield.openValues(path, "real-world");
        assertEquals(5000, value(Hounsfield.suv(image), 1, 0), 1e-6);
        assertEquals(
                5000 * 71.84 * Math.pow(72.5, 0.425) * Math.pow(168, 0.725) / 72_500,
                value(Hounsfield.suvAs(image, "body surface area"), 1, 0),
                1e-3);
    }

    private static void assertRefused(String problem, String path) throws IOException {
        ImagePlus image = Hounsfield.open(path);
        String message =
                assertThrows(DicomException.class, () -> Hounsfield.suv(image)).getMessage();
        assertTrue(message.contains("no SUV: " + problem), message);
    }

    @ParameterizedTest
    @CsvSource({
        "DecayCorrected, NO, Decay Corrected is not YES",
        "AttenuationCorrected, NO, Attenuation Corrected is not YES",
        "DecayCorrectionDateTime, '', Decay Correction DateTime is missing",
        "DecayCorrectionDateTime, 20260304000000, Radiopharmaceutical Start DateTime does not fit the time",
        "RadiopharmaceuticalStartDateTime, '', Radiopharmaceutical Start Time is missing",
        "RadionuclideTotalDose, 370, Radionuclide Total Dose is implausible",
        "RadionuclideHalfLife, '', Radionuclide Half Life is missing",
        "PatientWeight, '', Patient's Weight is missing"
    })
    void whatIsMissingOrImplausibleIsNamed(String keyword, String value, String problem) throws IOException {
        changed.put(TagName.path(keyword).get(0).tag(), value);
        assertRefused(problem, write("BQML", ""));
    }
}
