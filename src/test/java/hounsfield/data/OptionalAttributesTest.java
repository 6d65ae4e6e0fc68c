package hounsfield.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.work.Diagnostics;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionalAttributesTest {
    private static final int SPACING = Tag.PIXEL_SPACING;
    private static final String IGNORED = "Pixel Spacing (0028,0030) cannot be read as numbers and is ignored";
    private static final String COMMAS = "Pixel Spacing (0028,0030) has decimal commas, read as points";

    private Diagnostics findings = new Diagnostics();

    @Test
    void numbersAreReadWithoutAReport() {
        assertArrayEquals(new double[] {0.5, 0.25}, text("DS", "0.5\\0.25 ").numbers(SPACING));
        assertArrayEquals(new double[0], text("DS", "  ").numbers(SPACING));
        assertArrayEquals(new double[0], text("DS", "1").numbers(Tag.WINDOW_CENTER));
        assertEquals(List.of(), findings.sentences());
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0.5\\abc", "NaN", "0.2\\\\0.2", "1e999\\1", "0.5;0.5", "1.2.3\\1", "--1\\1"})
    void invalidNumbersCountAsAbsentAndAreReported(String value) {
        assertArrayEquals(new double[0], text("DS", value).numbers(SPACING));
        assertEquals(List.of(IGNORED), findings.sentences());
    }

    @Test
    void binaryValuesThatAreNotFiniteAreAsAbsent() {
        for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            byte[] bytes = ByteBuffer.allocate(16)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putDouble(0.5)
                    .putDouble(odd)
                    .array();
            assertArrayEquals(new double[0], of(VR.FD, bytes).numbers(SPACING));
            assertArrayEquals(new double[] {0.5, Double.NaN}, of(VR.FD, bytes).numbersOrNaN(SPACING));
        }
        assertArrayEquals(new double[0], of(VR.FD, new byte[3]).numbers(SPACING));
        assertArrayEquals(new double[0], of(VR.AT, new byte[4]).numbers(SPACING));
        assertTrue(findings.sentences().contains(IGNORED));
    }

    /** Long texts have one value, in which a backslash is a character; numbers have no such character. */
    @ParameterizedTest
    @ValueSource(strings = {"UT", "LT", "ST", "LO", "UN", "UC", "SH", "IS"})
    void textsOfAnyKindHoldNumbers(String vr) {
        assertArrayEquals(new double[] {0.5, 0.25}, text(vr, "0.5\\0.25").numbers(SPACING));
        assertEquals(List.of(), findings.sentences());
    }

    @ParameterizedTest
    @CsvSource({"0.143,'0,143\\0,143'", "-125.5,'-125,5\\-100'", "1.234,'1,234\\0,5'", "0.5,',5'", "1234.5,'1234,5'"})
    void unambiguousDecimalCommaIsReadAsPoint(double first, String value) {
        assertEquals(first, text("DS", value).numbers(SPACING)[0]);
        assertEquals(List.of(COMMAS), findings.sentences());
    }

    /** 1,024 may be a thousand and more; 1.234,5 has two marks. */
    @ParameterizedTest
    @ValueSource(strings = {"-1,024", "1,234\\1,234", "1.234,5", "0,5\\0.5", "1,5,5", ","})
    void commasThatMayBeSomethingElseAreNotRead(String value) {
        assertArrayEquals(new double[0], text("DS", value).numbers(SPACING));
        assertEquals(List.of(IGNORED), findings.sentences());
    }

    @Test
    void commasBetweenNumbersWithPointsSeparateThem() {
        List<String> expected = List.of("Pixel Spacing (0028,0030) has commas between its values, read as backslashes");
        assertArrayEquals(new double[] {0.5, 0.25}, text("DS", "0.5,0.25").numbers(SPACING));
        assertEquals(expected, findings.sentences());
        findings = new Diagnostics();
        assertArrayEquals(
                new double[] {-1.5, 2.5, 3.0}, text("DS", "-1.5, 2.5, 3.0").numbers(SPACING));
        assertEquals(expected, findings.sentences());
    }

    @Test
    void oneBadValueDoesNotAffectOthers() {
        assertArrayEquals(
                new double[] {40, Double.NaN, 60}, text("DS", "40\\abc\\60").numbersOrNaN(SPACING));
        assertEquals(
                List.of("Pixel Spacing (0028,0030) has values that cannot be read as numbers and are ignored"),
                findings.sentences());
        assertEquals(OptionalDouble.of(40), text("DS", "40\\abc").number(SPACING));
        assertEquals(OptionalDouble.empty(), text("DS", "abc\\40").number(SPACING));
    }

    @Test
    void integersAndTextsDoNotThrowEither() {
        assertEquals(OptionalInt.of(7), text("IS", "7").integer(SPACING));
        assertEquals("7", text("IS", "7").text(SPACING));
        assertEquals(List.of(), findings.sentences());
        String noInteger = "Pixel Spacing (0028,0030) cannot be read as an integer and is ignored";
        assertEquals(OptionalInt.empty(), text("IS", "1a").integer(SPACING));
        assertEquals(List.of(noInteger), findings.sentences());
        findings = new Diagnostics();
        assertEquals(OptionalInt.empty(), text("DS", "1.5").integer(SPACING));
        assertEquals("", of(VR.US, new byte[1]).text(SPACING));
        assertEquals(
                List.of(noInteger, "Pixel Spacing (0028,0030) cannot be read and is ignored"), findings.sentences());
    }

    @Test
    void unreadableIsNotAbsent() {
        assertTrue(text("DS", "abc").hasValue(SPACING));
        assertTrue(text("DS", "1").hasValue(SPACING));
        assertFalse(text("DS", " \\ ").hasValue(SPACING));
        assertFalse(text("DS", "").hasValue(SPACING));
        assertFalse(text("DS", "1").hasValue(Tag.WINDOW_CENTER));
        assertTrue(of(VR.US, new byte[1]).hasValue(SPACING));
    }

    /** A private element has no name, and a patient's values are in no finding. */
    @Test
    void findingsNameTheElementOnly() {
        DataSet dataSet = new DataSet.Builder(SpecificCharacterSet.DEFAULT)
                .add(Element.of(0x00091001, VR.DS, "Secret".getBytes(StandardCharsets.US_ASCII), true))
                .build();
        new OptionalAttributes(dataSet, findings).number(0x00091001);
        assertEquals(List.of("(0009,1001) cannot be read as a number and is ignored"), findings.sentences());
    }

    private OptionalAttributes text(String vr, String value) {
        return of(VR.valueOf(vr), value.getBytes(StandardCharsets.US_ASCII));
    }

    private OptionalAttributes of(VR vr, byte[] bytes) {
        DataSet dataSet = new DataSet.Builder(SpecificCharacterSet.DEFAULT)
                .add(Element.of(SPACING, vr, bytes, true))
                .build();
        return new OptionalAttributes(dataSet, findings);
    }
}
