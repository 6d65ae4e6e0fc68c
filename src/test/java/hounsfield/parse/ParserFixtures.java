package hounsfield.parse;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import java.util.LinkedHashMap;
import java.util.Map;

/** Small files that between them have everything the parser knows, for tests that damage them. */
final class ParserFixtures {
    private ParserFixtures() {}

    /** One file a transfer syntax, by a name for messages. */
    static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "implicit",
                everything(DicomBytes.file(DicomBytes.IMPLICIT_LITTLE_ENDIAN)).toBytes());
        files.put(
                "explicit",
                everything(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)).toBytes());
        files.put(
                "big endian",
                everything(DicomBytes.file(DicomBytes.EXPLICIT_BIG_ENDIAN)).toBytes());
        files.put("deflated", DicomBytes.deflatedFile(everything(DicomBytes.explicitLittleEndian())));
        files.put("bare", everything(DicomBytes.implicitLittleEndian()).toBytes());
        files.put(
                "encapsulated",
                DicomBytes.file("1.2.840.10008.1.2.5")
                        .undefinedSequence(
                                0x00880200, DicomBytes.explicitLittleEndian().encapsulated(Tag.PIXEL_DATA, new byte[6]))
                        .longs(0x7FE00001, "OV", 0)
                        .longs(0x7FE00002, "OV", 4)
                        .encapsulatedWithOffsets(Tag.PIXEL_DATA, new long[] {0}, new byte[4])
                        .toBytes());
        return files;
    }

    private static DicomBytes everything(DicomBytes start) {
        DicomBytes item = start.same()
                .text(0x00080100, "SH", "T-04000")
                .text(0x00081155, "UI", "1.2.840.1")
                .bytes(0x00091010, "UN", new byte[] {1, 2, 3, 4});
        return start.text(0x00080005, "CS", "\\ISO 2022 IR 87")
                .text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .text(0x00080060, "CS", "CT")
                .sequence(0x00081115, item, item.same().undefinedSequence(0x00081199, item, item))
                .undefinedSequence(0x00081140, item, item.same().sequence(0x00082112, item))
                .text(0x00090010, "LO", "MAKER")
                .header(0x00091011, "UN", 0xFFFFFFFFL)
                // What is unknown is little endian inside, whatever is around it.
                .raw(DicomBytes.implicitLittleEndian()
                        .delimiter(Tag.ITEM, 0)
                        .endSequence()
                        .toBytes())
                .text(0x00100010, "PN", "Doe^John=\u001B$B;3ED\u001B(B")
                .text(0x00180050, "DS", "2.5")
                .floats(0x00189352, "FL", 1, 2)
                .text(0x00200013, "IS", "7")
                .text(0x00200032, "DS", "1\\2.5\\-3e1")
                .at(0x00280009, 0x00181063)
                .us(Tag.ROWS, 1)
                .us(Tag.COLUMNS, 2)
                .us(Tag.PIXEL_REPRESENTATION, 1)
                .ss(Tag.PIXEL_PADDING_VALUE, -5)
                .doubles(0x00409225, "FD", 0.5)
                .ints(0x00660023, "OL", 1, 2, 3)
                .bytes(Tag.PIXEL_DATA, "OW", new byte[] {1, 2, 3, 4});
    }

    /**
     * Reads a file and all its values.
     *
     * @return how many elements there were
     * @throws DicomException if the header can't be read; values that can't are passed over
     */
    static int readAll(byte[] bytes) throws DicomException {
        DicomFile file = DicomFile.read(new ArrayByteSource("damaged.dcm", bytes));
        file.pixelData().ifPresent(Element::length);
        return readAll(file.metaInformation()) + readAll(file.dataSet());
    }

    private static int readAll(DataSet dataSet) {
        int count = 0;
        for (Element element : dataSet) {
            count++;
            tolerate(() -> dataSet.strings(element.tag()));
            tolerate(() -> dataSet.ints(element.tag()));
            tolerate(() -> dataSet.doubles(element.tag()));
            for (DataSet item : element.items()) count += readAll(item);
        }
        return count;
    }

    private interface Access {
        void get() throws DicomException;
    }

    private static void tolerate(Access access) {
        try {
            access.get();
        } catch (DicomException expected) {
            // A value may be bad; anything else that is thrown fails the test.
        }
    }
}
