package hounsfield.calibrate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.codec.Samples;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.Tag;
import hounsfield.testing.BuiltFiles;
import hounsfield.testing.DicomBytes;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RealWorldValueTest {
    private static final String INSTEAD = "No rescale: the values are those of the Real World Value Mapping to ";

    @Test
    void mappingReplacesAMissingRescale() throws IOException {
        ModalityTransform transform =
                transform(file -> file.sequence(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, line("{counts}", 0.038, 0)));
        assertEquals(new Rescale(0.038, 0), transform.lut());
        assertEquals("{counts}", transform.unit());
        assertEquals(List.of(INSTEAD + "{counts}"), transform.findings());
    }

    @Test
    void mappingOfFloatingPointPixelsIsNotReported() throws IOException {
        DicomBytes shared = BuiltFiles.item().sequence(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, line("mm2/s", 0.5, 10));
        ModalityTransform transform = transform(file ->
                file.sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared).floats(Tag.FLOAT_PIXEL_DATA, "OF", 1));
        assertEquals(new Rescale(0.5, 10), transform.lut());
        assertEquals("mm2/s", transform.unit());
        assertEquals(List.of(), transform.findings());
    }

    @Test
    void rescaleComesFirstAndNamesTheMapping() throws IOException {
        FunctionalGroups groups = groups(
                file -> rescale(file, "2", "0").sequence(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, line("g/ml", 0.5, 0)));
        ModalityTransform transform = ModalityTransform.of(groups, 0);
        assertEquals(new Rescale(2, 0), transform.lut());
        assertEquals(
                List.of("The values are rescaled; the file has a Real World Value Mapping to g/ml, too"),
                transform.findings());
        assertEquals(
                new Rescale(0.5, 0),
                ModalityTransform.of(groups, 0, ValueSource.REAL_WORLD).lut());
        assertEquals(
                "g/ml", ModalityTransform.of(groups, 0, ValueSource.REAL_WORLD).unit());
        ModalityTransform stored = ModalityTransform.of(groups, 0, ValueSource.STORED);
        assertEquals(ModalityLut.IDENTITY, stored.lut());
        assertEquals("", stored.unit());
    }

    /** The values of a Parametric Map are those of its mapping, even if its pixels are integers with a rescale. */
    @Test
    void parametricMapIsMapped() throws IOException {
        ModalityTransform transform =
                transform(file -> rescale(file.text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.30"), "2", "0")
                        .sequence(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, line("mm2/s", 0.5, 0)));
        assertEquals(new Rescale(0.5, 0), transform.lut());
        assertEquals("mm2/s", transform.unit());
        assertEquals(List.of(), transform.findings());
    }

    @Test
    void equalMappingIsNotReported() throws IOException {
        ModalityTransform transform = transform(file -> rescale(file, "2", "-1024")
                .text(Tag.RESCALE_TYPE, "LO", "HU")
                .sequence(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, line("[hnsf'U]", 2, -1024)));
        assertEquals("HU", transform.unit());
        assertEquals(List.of(), transform.findings());
    }

    @Test
    void mappingReplacesAnUnusableRescale() throws IOException {
        ModalityTransform transform = transform(
                file -> rescale(file, "0", "0").sequence(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, line("g/ml", 0.5, 0)));
        assertEquals(new Rescale(0.5, 0), transform.lut());
        assertEquals(List.of("Rescale Slope (0028,1053) is 0 and is ignored", INSTEAD + "g/ml"), transform.findings());
    }

    @Test
    void absentMappingIsLost() throws IOException {
        ModalityTransform transform =
                ModalityTransform.of(groups(file -> rescale(file, "2", "0")), 0, ValueSource.REAL_WORLD);
        assertTrue(transform.lost().orElseThrow().reason().contains("no Real World Value Mapping"));
    }

    @Test
    void tableHasValuesForItsInputsOnly() throws IOException {
        DicomBytes table = unit("ml")
                .us(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, 10)
                .doubles(Tag.REAL_WORLD_VALUE_LUT_DATA, "FD", 0.5, 1.5, 7);
        ModalityTransform transform = transform(file -> file.sequence(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, table));
        assertArrayEquals(
                new float[] {Float.NaN, 0.5f, 1.5f, 7, Float.NaN}, apply(transform, false, 9, 10, 11, 12, 13));
    }

    /** By Pixel Representation, whatever the VR: 65526 is -10. */
    @Test
    void lineHasValuesFromFirstToLastValueMapped() throws IOException {
        DicomBytes mapping = line("ml", 2, 1)
                .us(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, 65526)
                .us(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, 20);
        ModalityTransform transform = transform(file -> file.us(Tag.BITS_STORED, 16)
                .us(Tag.PIXEL_REPRESENTATION, 1)
                .sequence(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, mapping));
        assertArrayEquals(new float[] {Float.NaN, -19, 1, 41, Float.NaN}, apply(transform, true, -11, -10, 0, 20, 21));
        assertTrue(transform.findings().get(0).contains("from -10 to 20; others have no value"));
    }

    @Test
    void rangeOfAllStoredValuesIsALine() throws IOException {
        DicomBytes mapping = line("ml", 2, 1)
                .us(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, 0)
                .us(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, 4095);
        assertEquals(
                new Rescale(2, 1),
                transform(file -> file.us(Tag.BITS_STORED, 12).sequence(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, mapping))
                        .lut());
        DicomBytes senseless = line("ml", 2, 1)
                .us(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, 7)
                .us(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, 0);
        ModalityTransform transform = transform(
                file -> file.us(Tag.BITS_STORED, 12).sequence(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, senseless));
        assertEquals(new Rescale(2, 1), transform.lut());
        assertTrue(transform.findings().get(0).endsWith("are ignored"));
    }

    @Test
    void firstMappingThatCanBeUsedCounts() throws IOException {
        ModalityTransform transform = transform(file -> file.sequence(
                Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, line("g", 0, 0), line("kg", 3, 0), line("t", 4, 0)));
        assertEquals(new Rescale(3, 0), transform.lut());
        assertEquals("kg", transform.unit());
        assertTrue(
                transform.findings().get(1).startsWith("The file has several Real World Value Mappings, to g, kg, t"));
    }

    @Test
    void mappingsOfSomeFramesAloneAreIgnored() throws IOException {
        DicomBytes mapped = BuiltFiles.item().sequence(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, line("g/ml", 0.5, 0));
        FunctionalGroups some =
                groups(file -> file.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, mapped, BuiltFiles.item()));
        assertEquals(ModalityLut.IDENTITY, ModalityTransform.of(some, 0).lut());
        FunctionalGroups all = groups(file -> file.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, mapped, mapped));
        assertEquals(new Rescale(0.5, 0), ModalityTransform.of(all, 1).lut());
    }

    private static float[] apply(ModalityTransform transform, boolean signed, int... stored) {
        short[] samples = new short[stored.length];
        for (int i = 0; i < samples.length; i++) samples[i] = (short) stored[i];
        float[] values = new float[samples.length];
        transform.lut().apply(new Samples.Shorts(samples, signed), values);
        return values;
    }

    private static DicomBytes unit(String code) {
        return BuiltFiles.item()
                .sequence(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, BuiltFiles.item().text(Tag.CODE_VALUE, "SH", code));
    }

    private static DicomBytes line(String code, double slope, double intercept) {
        return unit(code)
                .doubles(Tag.REAL_WORLD_VALUE_INTERCEPT, "FD", intercept)
                .doubles(Tag.REAL_WORLD_VALUE_SLOPE, "FD", slope);
    }

    private static DicomBytes rescale(DicomBytes bytes, String slope, String intercept) {
        return bytes.text(Tag.RESCALE_INTERCEPT, "DS", intercept).text(Tag.RESCALE_SLOPE, "DS", slope);
    }

    private static ModalityTransform transform(Consumer<DicomBytes> elements) throws IOException {
        return ModalityTransform.of(groups(elements), 0);
    }

    private static FunctionalGroups groups(Consumer<DicomBytes> elements) throws IOException {
        return BuiltFiles.groups(elements);
    }
}
