package hounsfield.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;
import java.util.List;
import org.junit.jupiter.api.Test;

class LutDataTest {

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void wordsAreWholeEntries() throws DicomException {
        assertArrayEquals(new int[] {0x0201, 0x8403}, read(2, 16, 1, 2, 3, 0x84).entries());
        assertEquals(List.of(), diagnostics.sentences());
    }

    @Test
    void asManyBytesAsEntriesAreBytes() throws DicomException {
        assertArrayEquals(new int[] {1, 2, 3, 4}, read(4, 8, 1, 2, 3, 4).entries());
        assertArrayEquals(new int[] {1, 2, 3}, read(3, 8, 1, 2, 3, 0).entries());
        assertEquals(List.of(), diagnostics.sentences());
    }

    @Test
    void bytesAgainstTheDescriptorAreReported() throws DicomException {
        LutData table = read(4, 16, 1, 2, 3, 4);
        assertArrayEquals(new int[] {1, 2, 3, 4}, table.entries());
        assertEquals(8, table.bits());
        assertEquals(
                List.of("lookup table (0028,3006) has entries of 8 bits, its descriptor says 16"),
                diagnostics.sentences());
    }

    /** Six bytes for four entries of 16 bits: three entries, never six bytes taken for entries. */
    @Test
    void shortTableHasTheEntriesThatAreThere() throws DicomException {
        LutData table = read(4, 16, 1, 2, 3, 4, 5, 6);
        assertArrayEquals(new int[] {0x0201, 0x0403, 0x0605}, table.entries());
        assertEquals(16, table.bits());
        assertTrue(table.isShort());
        assertEquals(table.first() + 2, table.last());
        assertEquals(List.of("lookup table (0028,3006) has 3 of 4 entries"), diagnostics.sentences());
    }

    @Test
    void shortTableOfFewerBytesThanEntries() throws DicomException {
        assertArrayEquals(new int[] {0x0201}, read(4, 16, 1, 2).entries());
        assertArrayEquals(new int[] {1, 2}, read(4, 8, 1, 2).entries());
    }

    /** One entry of 8 bits in each word, and a word too few; or bytes and some more of them. */
    @Test
    void entriesOf8BitsInTooFewWords() throws DicomException {
        assertArrayEquals(new int[] {1, 3, 5}, read(4, 8, 1, 0, 3, 0, 5, 0).entries());
        assertArrayEquals(new int[] {1, 2, 3, 4}, read(4, 8, 1, 2, 3, 4, 5, 6).entries());
    }

    @Test
    void entriesBeyondTheirBitsHaveSixteen() throws DicomException {
        assertEquals(16, read(2, 8, 0, 1, 0, 255).bits());
        assertEquals(16, read(2, 12, 0, 1, 0, 16).bits());
        assertEquals(12, read(2, 12, 0, 1, 255, 15).bits());
    }

    @Test
    void impossibleBitsAreTakenFromTheNumberOfBytes() throws DicomException {
        assertEquals(16, read(2, 0, 1, 2, 3, 4).bits());
        assertEquals(8, read(2, 32, 1, 2).bits());
        assertThrows(DicomException.class, () -> read(4, 0, 1, 2, 3, 4, 5, 6));
    }

    @Test
    void surplusWordsAreLeftOut() throws DicomException {
        LutData table = read(2, 16, 1, 0, 2, 0, 3, 0);
        assertArrayEquals(new int[] {1, 2}, table.entries());
        assertFalse(table.isShort());
    }

    @Test
    void zeroEntriesAre65536() throws DicomException {
        LutData table = LutData.read(descriptor(0, 0, 16), data(VR.OW, true, new byte[131072]), diagnostics);
        assertEquals(65536, table.entries().length);
    }

    @Test
    void signOfTheFirstInputIsThatOfTheInputs() throws DicomException {
        DataSet dataSet = new DataSet.Builder(SpecificCharacterSet.DEFAULT)
                .add(Element.of(Tag.LUT_DESCRIPTOR, VR.US, new byte[] {2, 0, -2, -1, 16, 0}, true))
                .build();
        assertEquals(-2, LutDescriptor.of(dataSet, Tag.LUT_DESCRIPTOR, true).first());
        assertEquals(65534, LutDescriptor.of(dataSet, Tag.LUT_DESCRIPTOR, false).first());
    }

    @Test
    void packedBytesOfBigEndianWordsAreTurned() throws DicomException {
        byte[] bytes = {2, 1, 4, 3};
        assertArrayEquals(
                new int[] {1, 2, 3, 4},
                LutData.read(descriptor(4, 0, 8), data(VR.OW, false, bytes), diagnostics)
                        .entries());
        assertArrayEquals(
                new int[] {2, 1, 4, 3},
                LutData.read(descriptor(4, 0, 8), data(VR.OB, false, bytes), diagnostics)
                        .entries());
    }

    @Test
    void noDataIsRefused() {
        assertThrows(DicomException.class, () -> read(4, 8));
        assertThrows(DicomException.class, () -> read(4, 16, 7));
        assertThrows(DicomException.class, () -> LutDescriptor.of(DataSet.EMPTY, Tag.LUT_DESCRIPTOR, false));
    }

    private LutData read(int count, int bits, int... values) throws DicomException {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) values[i];
        return LutData.read(descriptor(count, 5, bits), data(VR.OW, true, bytes), diagnostics);
    }

    private static LutDescriptor descriptor(int count, int first, int bits) {
        return new LutDescriptor(Tag.LUT_DESCRIPTOR, count == 0 ? 65536 : count, first, bits);
    }

    private static Element data(VR vr, boolean littleEndian, byte[] bytes) {
        return Element.of(Tag.LUT_DATA, vr, bytes, littleEndian);
    }
}
