package hounsfield.calibrate.suv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.PetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Factors from built headers, beside numbers computed by hand. */
class PetSuvTest {
    /** 80000 g / 200 MBq. */
    private static final double HALF_LEFT = 4e-4;

    private static final double RELATIVE = 1e-12;

    @TempDir
    Path folder;

    private PetSuv suv(SuvType type, PetFile... files) throws IOException {
        return suvIn(DicomBytes.EXPLICIT_LITTLE_ENDIAN, type, files);
    }

    private PetSuv suvIn(String syntax, SuvType type, PetFile... files) throws IOException {
        List<PetHeader> headers = new ArrayList<>();
        for (PetFile file : files) {
            Path path = folder.resolve("pet");
            Files.write(path, file.bytes(syntax, 1, 2, 3, 4).toBytes());
            headers.add(PetHeader.of(DicomFile.read(path).dataSet(), 0, "pet", "BQML"));
        }
        return PetSuv.of(headers, type);
    }

    private void assertFactor(double expected, PetFile file) throws IOException {
        assertFactor(expected, SuvType.BODY_WEIGHT, file);
    }

    private void assertFactor(double expected, SuvType type, PetFile file) throws IOException {
        assertEquals(expected, suv(type, file).factors()[0], expected * RELATIVE);
    }

    private void assertRefused(String name, int tag, PetFile file) {
        assertRefused(name, tag, SuvType.BODY_WEIGHT, file);
    }

    private void assertRefused(String name, int tag, SuvType type, PetFile file) {
        String message =
                assertThrows(DicomException.class, () -> suv(type, file)).getMessage();
        assertTrue(message.startsWith("pet, " + Tag.toString(tag) + ": no SUV: " + name + " "), message);
    }

    @Test
    void startDecaysFromTheAdministrationToTheScan() throws IOException {
        assertFactor(HALF_LEFT, new PetFile());
        assertEquals(List.of(), suv(SuvType.BODY_WEIGHT, new PetFile()).findings());
        // 2^-1.5 of 400 MBq are left after 90 minutes.
        PetFile later = new PetFile().with(Tag.SERIES_TIME, "TM", "123000").with(Tag.ACQUISITION_TIME, "TM", "124500");
        assertFactor(80_000 / (400e6 / (2 * Math.sqrt(2))), later);
    }

    @Test
    void adminDoesNotDecay() throws IOException {
        PetFile file = new PetFile().with(Tag.DECAY_CORRECTION, "CS", "ADMIN");
        assertFactor(2e-4, file);
        // No time is needed then.
        file.without(Tag.SERIES_TIME).without(Tag.ACQUISITION_TIME);
        assertFactor(2e-4, file.without(Tag.RADIOPHARMACEUTICAL_START_TIME).without(Tag.RADIONUCLIDE_HALF_LIFE));
    }

    @ParameterizedTest
    @CsvSource({
        // 80 kg, 1.8 m: 88 - 128 (80 / 180)^2 = 62.7160493827 kg.
        "M, LEAN_BODY_MASS_JAMES, 62716.0493827160",
        // 85.6 - 148 (80 / 180)^2 = 56.3654320988 kg.
        "F, LEAN_BODY_MASS_JAMES, 56365.4320987654",
        // 741600 / (6680 + 216 * 24.6913580247) = 741600 / 12013.3333333 kg.
        "M, LEAN_BODY_MASS_JANMAHASATIAN, 61731.4095449501",
        // 741600 / (8780 + 244 * 24.6913580247) = 741600 / 14804.6913580 kg.
        "F, LEAN_BODY_MASS_JANMAHASATIAN, 50092.2296902884",
    })
    void leanBodyMassOfBothSexes(String sex, SuvType type, double grams) throws IOException {
        double factor =
                suv(type, new PetFile().with(Tag.PATIENT_SEX, "CS", sex)).factors()[0];
        assertEquals(grams / 200e6, factor, 1e-12);
    }

    @Test
    void bodySurfaceArea() throws IOException {
        // 0.007184 * 80^0.425 * 180^0.725 = exp(-4.9358873 + 0.425 * 4.3820266 + 0.725 * 5.1929569) = 1.9964 m2.
        double factor = suv(SuvType.BODY_SURFACE_AREA, new PetFile()).factors()[0];
        assertEquals(19964 / 200e6, factor, 1 / 200e6);
        // Neither sex nor height matters for the weight.
        assertFactor(HALF_LEFT, new PetFile().without(Tag.PATIENT_SIZE).without(Tag.PATIENT_SEX));
    }

    @Test
    void injectionBeforeMidnight() throws IOException {
        PetFile file = new PetFile().with(Tag.SERIES_TIME, "TM", "003000").with(Tag.ACQUISITION_TIME, "TM", "003000");
        assertFactor(HALF_LEFT, file.injected(Tag.RADIOPHARMACEUTICAL_START_TIME, "TM", "233000.00"));
        // A date-time takes precedence over the time.
        file.injected(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, "DT", "20260228223000.00");
        assertFactor(2 * HALF_LEFT, file);
    }

    @Test
    void offsetsFromUtcAreThoseOfTheDataSet() throws IOException {
        PetFile file = new PetFile().injected(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, "DT", "20260301110000+0100");
        assertFactor(HALF_LEFT, file);
        file.with(Tag.TIMEZONE_OFFSET_FROM_UTC, "SH", "+0200");
        // 11:00 at +0100 is 12:00 at +0200.
        assertFactor(HALF_LEFT / 2, file);
    }

    @Test
    void unreadableDateTimeIsReplacedByTheTime() throws IOException {
        PetFile file = new PetFile().injected(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, "DT", "yesterday");
        assertFactor(HALF_LEFT, file);
        assertEquals(
                List.of("Radiopharmaceutical Start DateTime (0018,1078) cannot be read as a date-time and is ignored"),
                suv(SuvType.BODY_WEIGHT, file).findings());
    }

    @Test
    void dynamicScanMayBeginBeforeTheInjection() throws IOException {
        PetFile file = new PetFile().injected(Tag.RADIOPHARMACEUTICAL_START_TIME, "TM", "120036");
        // A hundredth of a half-life; a day before would be 24 half-lives.
        assertFactor(2e-4 * Math.pow(2, -0.01), file);
        // With a half-life of three days it may be the day before.
        file.injected(Tag.RADIONUCLIDE_HALF_LIFE, "DS", "282240");
        assertRefused("Radiopharmaceutical Start Time", Tag.RADIOPHARMACEUTICAL_START_TIME, file);
        // Two hours later is the day before: 22 hours.
        file.injected(Tag.RADIOPHARMACEUTICAL_START_TIME, "TM", "140000");
        assertFactor(2e-4 * Math.pow(2, 22 * 3600 / 282240.0), file);
    }

    /** A series that was processed after its acquisition, for which Series Time gives more decay than there was. */
    private static PetFile processed() {
        return new PetFile().with(Tag.SERIES_TIME, "TM", "150000");
    }

    @Test
    void seriesTimeAfterTheAcquisitionIsReplaced() throws IOException {
        // The earliest Acquisition Time.
        PetFile second = processed().with(Tag.ACQUISITION_TIME, "TM", "120400");
        PetSuv earliest = suv(SuvType.BODY_WEIGHT, second, processed());
        assertArrayEquals(new double[] {HALF_LEFT, HALF_LEFT}, earliest.factors(), HALF_LEFT * RELATIVE);
        assertTrue(
                earliest.findings().get(0).contains("earliest Acquisition Time"),
                earliest.findings().toString());
        // One slice with a Series Time that is later decides for all.
        PetFile late = new PetFile().with(Tag.SERIES_TIME, "TM", "120200").with(Tag.ACQUISITION_TIME, "TM", "120400");
        assertArrayEquals(
                new double[] {HALF_LEFT, HALF_LEFT},
                suv(SuvType.BODY_WEIGHT, new PetFile(), late.with(Tag.SERIES_TIME, "TM", "120500"))
                        .factors(),
                HALF_LEFT * RELATIVE);
        // Times of whole seconds and of fractions.
        assertEquals(
                List.of(),
                suv(SuvType.BODY_WEIGHT, new PetFile().with(Tag.ACQUISITION_TIME, "TM", "115959.9"))
                        .findings());
    }

    @Test
    void frameReferenceTimeGivesTheStartOfTheScan() throws IOException {
        // A frame of one half-life: its average rate is that after -log2(ln 2) * 3600 s... of the integral 1/(2 ln 2).
        double average = Math.log(2 * Math.log(2)) / Math.log(2) * 3600;
        PetFile file = processed()
                .with(Tag.ACQUISITION_TIME, "TM", "130000")
                .with(Tag.ACTUAL_FRAME_DURATION, "IS", "3600000")
                .with(Tag.FRAME_REFERENCE_TIME, "DS", Double.toString((float) (3600 + average) * 1000));
        PetSuv suv = suv(SuvType.BODY_WEIGHT, file);
        assertEquals(HALF_LEFT, suv.factors()[0], HALF_LEFT * 1e-6);
        assertTrue(
                suv.findings().get(0).contains("Frame Reference Time"),
                suv.findings().toString());
    }

    @Test
    void privateScanTimeOfGeInAnyBlock() throws IOException {
        PetFile file = processed()
                .with(Tag.ACQUISITION_TIME, "TM", "130000")
                .with(0x00090011, "LO", "GEMS_PETD_01")
                .with(0x0009110D, "DT", "20260301120000.00")
                .with(0x0009100D, "DT", "20260301100000.00");
        assertFactor(HALF_LEFT, file);
        assertTrue(suv(SuvType.BODY_WEIGHT, file).findings().get(0).contains("GE"));
        double[] implicit = suvIn(DicomBytes.IMPLICIT_LITTLE_ENDIAN, SuvType.BODY_WEIGHT, file)
                .factors();
        assertEquals(HALF_LEFT, implicit[0], HALF_LEFT * RELATIVE);
        // Without that creator it is not GE's.
        assertFactor(HALF_LEFT / 1, new PetFile().with(0x0009100D, "DT", "20260301100000.00"));
        // Series Time is used if it is the scan's.
        assertFactor(
                HALF_LEFT,
                new PetFile().with(0x00090010, "LO", "GEMS_PETD_01").with(0x0009100D, "DT", "20260301100000.00"));
    }

    private static PetFile philips() {
        return new PetFile().with(Tag.UNITS, "CS", "CNTS").with(0x70530012, "LO", "Philips PET Private Group");
    }

    @Test
    void privateFactorsOfPhilipsInAnyBlock() throws IOException {
        PetFile both = philips().with(0x70531200, "DS", "0.00125").with(0x70531209, "DS", "3");
        assertFactor(0.00125, both);
        // By lean body mass: 62.7160493827 of 80 kg.
        assertFactor(0.00125 * 0.78395061728395066, SuvType.LEAN_BODY_MASS_JAMES, both);
        double[] implicit = suvIn(DicomBytes.IMPLICIT_LITTLE_ENDIAN, SuvType.BODY_WEIGHT, both)
                .factors();
        assertEquals(0.00125, implicit[0], RELATIVE);
        assertFactor(3 * HALF_LEFT, philips().with(0x70531209, "DS", "3"));
        // 0 is Philips' "unknown".
        assertFactor(3 * HALF_LEFT, philips().with(0x70531200, "DS", "0").with(0x70531209, "DS", "3"));
        assertRefused("Units", Tag.UNITS, philips());
        assertRefused(
                "Units", Tag.UNITS, philips().with(0x70530012, "LO", "Other").with(0x70531200, "DS", "0.00125"));
    }

    @Test
    void valuesThatAreSuv() throws IOException {
        PetFile file = new PetFile().with(Tag.UNITS, "CS", "GML").injections(0);
        assertFactor(1, file);
        assertFactor(1, file.without(Tag.PATIENT_WEIGHT));
        file.with(Tag.PATIENT_WEIGHT, "DS", "80").with(Tag.SUV_TYPE, "CS", "BW");
        assertFactor(0.78395061728395066, SuvType.LEAN_BODY_MASS_JAMES, file);
        file.with(Tag.SUV_TYPE, "CS", "LBMJAMES128");
        assertFactor(1, SuvType.LEAN_BODY_MASS_JAMES, file);
        assertFactor(1 / 0.78395061728395066, file);
        file.with(Tag.SUV_TYPE, "CS", "LBMJANMA");
        assertFactor(1, SuvType.LEAN_BODY_MASS_JANMAHASATIAN, file);
        assertRefused("SUV Type", Tag.SUV_TYPE, file.with(Tag.SUV_TYPE, "CS", "IBW"));
        PetFile area = new PetFile().with(Tag.UNITS, "CS", "CM2ML");
        assertFactor(1, SuvType.BODY_SURFACE_AREA, area);
        assertEquals(80_000 / 19_964.0, suv(SuvType.BODY_WEIGHT, area).factors()[0], 1e-3);
    }

    @Test
    void eachSliceByItsOwnHeader() throws IOException {
        double[] factors = suv(
                        SuvType.BODY_WEIGHT,
                        new PetFile(),
                        new PetFile().with(Tag.DECAY_CORRECTION, "CS", "ADMIN"),
                        new PetFile().with(Tag.PATIENT_WEIGHT, "DS", "60"))
                .factors();
        assertArrayEquals(new double[] {HALF_LEFT, HALF_LEFT / 2, HALF_LEFT * 3 / 4}, factors, HALF_LEFT * RELATIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "00280051, CS, NORM\\ATTN, Corrected Image",
        "00280051, CS, DECY\\SCAT, Corrected Image",
        "00280051, CS, '', Corrected Image",
        "00541102, CS, NONE, Decay Correction",
        "00541102, CS, '', Decay Correction",
        "00541001, CS, PROPCPS, Units",
        "00541001, CS, '', Units",
        "00101030, DS, '', Patient's Weight",
        "00101030, DS, 0, Patient's Weight",
        "00101030, DS, 80000, Patient's Weight",
        "00101030, DS, heavy, Patient's Weight",
        "00181074, DS, '', Radionuclide Total Dose",
        "00181074, DS, 400, Radionuclide Total Dose",
        "00181074, DS, 400000, Radionuclide Total Dose",
        "00181074, DS, -400000000, Radionuclide Total Dose",
        "00181074, DS, 4E11, Radionuclide Total Dose",
        "00181075, DS, '', Radionuclide Half Life",
        "00181075, DS, 0, Radionuclide Half Life",
        "00181075, DS, 1E12, Radionuclide Half Life",
        "00181072, TM, '', Radiopharmaceutical Start Time",
        "00181072, TM, 11h, Radiopharmaceutical Start Time",
        "00181072, TM, 250000, Radiopharmaceutical Start Time",
        // 11 hours are 11 half-lives.
        "00181072, TM, 010000, Radiopharmaceutical Start Time",
        "00181072, TM, 130000, Radiopharmaceutical Start Time",
        "00181078, DT, 20260302110000, Radiopharmaceutical Start DateTime",
        "00181078, DT, 20250301110000, Radiopharmaceutical Start DateTime",
        "00080032, TM, '', Acquisition Time",
        "00080022, DA, 20260231, Acquisition Time",
    })
    void missingOrImplausibleValuesAreRefusedByName(String number, String vr, String value, String name) {
        int tag = Integer.parseUnsignedInt(number, 16);
        PetFile file = new PetFile();
        if (Tag.group(tag) == 0x0018) file.injected(tag, vr, value);
        else file.with(tag, vr, value);
        assertRefused(name, tag == Tag.ACQUISITION_DATE ? Tag.ACQUISITION_TIME : tag, file);
    }

    @Test
    void sexAndHeightForLeanBodyMassAlone() {
        SuvType james = SuvType.LEAN_BODY_MASS_JAMES;
        assertRefused("Patient's Size", Tag.PATIENT_SIZE, james, new PetFile().without(Tag.PATIENT_SIZE));
        assertRefused("Patient's Size", Tag.PATIENT_SIZE, james, new PetFile().with(Tag.PATIENT_SIZE, "DS", "180"));
        assertRefused("Patient's Sex", Tag.PATIENT_SEX, james, new PetFile().with(Tag.PATIENT_SEX, "CS", "O"));
        // 1.10 * 300 - 128 * (300 / 150)^2 is negative.
        assertRefused(
                "Patient's Size",
                Tag.PATIENT_SIZE,
                james,
                new PetFile().with(Tag.PATIENT_WEIGHT, "DS", "300").with(Tag.PATIENT_SIZE, "DS", "1.5"));
        assertRefused(
                "Patient's Size", Tag.PATIENT_SIZE, SuvType.BODY_SURFACE_AREA, new PetFile().without(Tag.PATIENT_SIZE));
    }

    @Test
    void noneAndSeveralInjections() {
        int sequence = Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE;
        assertRefused("Radiopharmaceutical Information Sequence", sequence, new PetFile().injections(0));
        assertRefused("Radiopharmaceutical Information Sequence", sequence, new PetFile().injections(2));
    }

    @Test
    void messagesHaveNoValueOfThePatient() {
        PetFile file = new PetFile().with(Tag.PATIENT_WEIGHT, "DS", "70123");
        String message = assertThrows(DicomException.class, () -> suv(SuvType.BODY_WEIGHT, file))
                .getMessage();
        assertFalse(message.contains("70123"), message);
        assertFalse(message.contains("Secret"), message);
        assertEquals("pet, (0010,1030): no SUV: Patient's Weight is implausible: not 0.01 to 650 kg", message);
    }

    @Test
    void typesByTheirLabelsInAnyCase() {
        for (SuvType type : SuvType.values()) assertEquals(type, SuvType.byLabel(type.label()));
        assertEquals(SuvType.LEAN_BODY_MASS_JAMES, SuvType.byLabel("LEAN_body mass james"));
        assertEquals(
                "no type \"height\"; there are body weight, lean body mass James, lean body mass Janmahasatian, body"
                        + " surface area",
                assertThrows(IllegalArgumentException.class, () -> SuvType.byLabel("height"))
                        .getMessage());
    }
}
