package hounsfield.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    private static final int ANY = 0x00281234;

    @Test
    void textsAreTrimmedAndSplit() throws DicomException {
        assertEquals(
                List.of("ORIGINAL", "", "AXIAL"),
                text(VR.CS, " ORIGINAL\\\\AXIAL ").strings(ANY));
        assertEquals(List.of("1.2.3"), text(VR.UI, "1.2.3\0").strings(ANY));
        assertEquals(List.of("a\\b"), text(VR.UT, "a\\b ").strings(ANY));
    }

    @Test
    void leadingSpacesCountInLongTextsOnly() throws DicomException {
        assertEquals("  a", text(VR.LT, "  a  ").requireString(ANY));
        assertEquals("  a", text(VR.UC, "  a  ").requireString(ANY));
        assertEquals("a", text(VR.LO, "  a  ").requireString(ANY));
    }

    @Test
    void emptyAndAbsentAreTheSame() throws DicomException {
        for (VR vr : VR.values()) {
            DataSet empty = bytes(vr, new byte[0]);
            assertEquals(List.of(), empty.strings(ANY), vr.name());
            assertFalse(empty.findString(ANY).isPresent());
            if (vr == VR.SQ) continue;
            assertEquals(0, empty.ints(ANY).length, vr.name());
            if (vr != VR.AT) assertEquals(0, empty.doubles(ANY).length, vr.name());
        }
        assertEquals(List.of(), text(VR.LO, "  ").strings(ANY));
        assertTrue(text(VR.DS, "  ").findDouble(ANY).isEmpty());
        assertTrue(DataSet.EMPTY.findInt(ANY).isEmpty());
        MalformedDicomException missing =
                assertThrows(MalformedDicomException.class, () -> DataSet.EMPTY.requireInt(Tag.ROWS));
        assertEquals("(0028,0010): is absent or empty", missing.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"12,12", "' -7 ',-7", "+3,3", "1.0,1", "2e2,200", "0005,5"})
    void integerStrings(String text, int number) throws DicomException {
        assertEquals(number, text(VR.IS, text).requireInt(ANY));
        assertEquals(number, text(VR.IS, text + "\0").requireInt(ANY));
        assertEquals(number, text(VR.IS, text).requireDouble(ANY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1A", "1.5", "99999999999", "--1", "NaN", "1\\\\2", "0x10", "1d"})
    void malformedIntegers(String text) {
        MalformedDicomException e = assertThrows(
                MalformedDicomException.class, () -> text(VR.IS, text).ints(ANY));
        assertEquals(ANY, e.location().tag());
    }

    @Test
    void badValuesAreQuotedOnlyFromImageAttributes() {
        assertEquals(
                "(0028,0008): is '1A', not an integer of 32 bits",
                assertThrows(DicomException.class, () -> element(Tag.NUMBER_OF_FRAMES, VR.IS, "1A")
                                .ints(Tag.NUMBER_OF_FRAMES))
                        .getMessage());
        assertFalse(assertThrows(DicomException.class, () -> element(Tag.PATIENT_NAME, VR.PN, "Secret")
                        .ints(Tag.PATIENT_NAME))
                .getMessage()
                .contains("Secret"));
    }

    @Test
    void decimalStrings() throws DicomException {
        assertArrayEquals(
                new double[] {1, -2.5, 1e-6, 0.5},
                text(VR.DS, "1\\ -2.5\\1E-6 \\.5 \0").doubles(ANY));
        assertArrayEquals(new double[] {40, 80}, text(VR.DS, "40\\80\\").doubles(ANY));
        for (String bad : new String[] {"NaN", "Infinity", "1,5", "1f", "0x1p3", "e5", "1\\\\2", ""}) {
            if (!bad.isEmpty())
                assertThrows(
                        MalformedDicomException.class, () -> text(VR.DS, bad).doubles(ANY), bad);
        }
    }

    @Test
    void binaryIntegersInBothByteOrders() throws DicomException {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            boolean little = order == ByteOrder.LITTLE_ENDIAN;
            byte[] shorts = buffer(4, order)
                    .putShort((short) 65535)
                    .putShort((short) 258)
                    .array();
            assertArrayEquals(new int[] {65535, 258}, of(VR.US, shorts, little).ints(ANY));
            assertArrayEquals(new int[] {-1, 258}, of(VR.SS, shorts, little).ints(ANY));
            assertArrayEquals(new int[] {65535, 258}, of(VR.OW, shorts, little).ints(ANY));
            byte[] ints = buffer(4, order).putInt(-2).array();
            assertArrayEquals(new int[] {-2}, of(VR.SL, ints, little).ints(ANY));
            assertArrayEquals(
                    new double[] {4294967294.0}, of(VR.UL, ints, little).doubles(ANY));
            assertThrows(
                    MalformedDicomException.class, () -> of(VR.UL, ints, little).ints(ANY));
            byte[] longs = buffer(8, order).putLong(-2).array();
            assertEquals(List.of("-2"), of(VR.SV, longs, little).strings(ANY));
            assertEquals(
                    List.of("18446744073709551614"), of(VR.UV, longs, little).strings(ANY));
            assertArrayEquals(new double[] {0x1p64}, of(VR.UV, longs, little).doubles(ANY));
            assertArrayEquals(new int[] {-2}, of(VR.SV, longs, little).ints(ANY));
            byte[] floats = buffer(4, order).putFloat(0.1f).array();
            assertEquals(List.of("0.1"), of(VR.FL, floats, little).strings(ANY));
            byte[] doubles = buffer(16, order).putDouble(7).putDouble(-0.25).array();
            assertArrayEquals(
                    new double[] {7, -0.25}, of(VR.FD, doubles, little).doubles(ANY));
            assertEquals(List.of("7", "-0.25"), of(VR.OD, doubles, little).strings(ANY));
            assertThrows(MalformedDicomException.class, () -> of(VR.FD, doubles, little)
                    .ints(ANY));
            byte[] tags = buffer(4, order)
                    .putShort((short) 0x0018)
                    .putShort((short) 0x1063)
                    .array();
            assertEquals(List.of("(0018,1063)"), of(VR.AT, tags, little).strings(ANY));
            assertArrayEquals(
                    new int[] {Tag.FRAME_TIME}, of(VR.AT, tags, little).ints(ANY));
        }
    }

    @Test
    void unsignedLongsKeepTheirLowBits() throws DicomException {
        byte[] bytes = buffer(8, ByteOrder.LITTLE_ENDIAN)
                .putLong(Long.MIN_VALUE + 4096)
                .array();
        assertEquals(0x1p63 + 4096, of(VR.UV, bytes, true).requireDouble(ANY));
    }

    @Test
    void offsetsBeyondFourGigabytesAreLongs() throws DicomException {
        byte[] bytes =
                buffer(16, ByteOrder.LITTLE_ENDIAN).putLong(0).putLong(5L << 32).array();
        assertArrayEquals(new long[] {0, 5L << 32}, of(VR.OV, bytes, true).longs(ANY));
        assertThrows(MalformedDicomException.class, () -> of(VR.OV, bytes, true).ints(ANY));
        assertArrayEquals(new long[] {12}, text(VR.IS, "12").longs(ANY));
        byte[] huge = buffer(8, ByteOrder.LITTLE_ENDIAN).putLong(-1).array();
        assertThrows(MalformedDicomException.class, () -> of(VR.OV, huge, true).longs(ANY));
        // Its low half alone would pass for an int.
        assertThrows(MalformedDicomException.class, () -> of(VR.OV, huge, true).ints(ANY));
    }

    @Test
    void lutDescriptorsCountUnsigned() throws DicomException {
        byte[] bytes = HexFormat.of().parseHex("00F000FC1000");
        DataSet dataSet = new DataSet.Builder(SpecificCharacterSet.DEFAULT)
                .add(Element.of(Tag.LUT_DESCRIPTOR, VR.SS, bytes, true))
                .build();
        assertArrayEquals(new int[] {61440, -1024, 16}, dataSet.ints(Tag.LUT_DESCRIPTOR));
    }

    @Test
    void tooFewBytesForOneValueSayWhere() {
        MalformedDicomException e = assertThrows(
                MalformedDicomException.class, () -> bytes(VR.US, new byte[1]).ints(ANY));
        assertEquals("(0028,1234): has 1 bytes, a value of US needs 2", e.getMessage());
    }

    @Test
    void strayBytesBehindTheLastValueAreLeftOut() throws DicomException {
        assertArrayEquals(new int[] {258}, bytes(VR.US, new byte[] {2, 1, 9}).ints(ANY));
    }

    @Test
    void unknownBytesReadAsTextIfTheyAreText() throws DicomException {
        assertEquals(List.of("0.0004", "x"), text(VR.UN, "0.0004\\x ").strings(ANY));
        assertEquals(0.0004, text(VR.UN, "0.0004").requireDouble(ANY));
        assertEquals(List.of("1", "2"), bytes(VR.UN, new byte[] {1, 2}).strings(ANY));
        assertEquals(List.of("0", "1"), bytes(VR.OB, new byte[] {0, 1}).strings(ANY));
    }

    @Test
    void laterElementsReplaceEarlierOnesAndOrderIsRestored() throws DicomException {
        DataSet.Builder builder = new DataSet.Builder(SpecificCharacterSet.DEFAULT);
        for (int i = 0; i < 40; i++) builder.add(Element.of(0xFFF0_0000 - i * 0x10000, VR.CS, ascii("A" + i), true));
        builder.add(Element.of(0xFFF0_0000, VR.CS, ascii("LAST"), true));
        DataSet dataSet = builder.build();
        assertEquals(40, dataSet.size());
        assertEquals("LAST", dataSet.requireString(0xFFF0_0000));
        assertEquals("A7", dataSet.requireString(0xFFF0_0000 - 7 * 0x10000));
        long previous = -1;
        for (Element element : dataSet) {
            long tag = Integer.toUnsignedLong(element.tag());
            assertTrue(tag > previous);
            previous = tag;
        }
    }

    private static ByteBuffer buffer(int size, ByteOrder order) {
        return ByteBuffer.allocate(size).order(order);
    }

    private static DataSet text(VR vr, String text) {
        return bytes(vr, ascii(text));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static DataSet bytes(VR vr, byte[] bytes) {
        return of(vr, bytes, true);
    }

    private static DataSet of(VR vr, byte[] bytes, boolean littleEndian) {
        return new DataSet.Builder(SpecificCharacterSet.DEFAULT)
                .add(Element.of(ANY, vr, bytes, littleEndian))
                .build();
    }

    private static DataSet element(int tag, VR vr, String text) {
        return new DataSet.Builder(SpecificCharacterSet.DEFAULT)
                .add(Element.of(tag, vr, ascii(text), true))
                .build();
    }
}
