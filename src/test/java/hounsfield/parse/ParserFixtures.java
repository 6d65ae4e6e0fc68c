package hounsfield.parse;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import java.util.LinkedHashMap;
import java.util.Map;

/** Small files that together use every feature of the parser, for tests that damage them. */
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
                                Tag.ICON_IMAGE_SEQUENCE,
                                DicomBytes.explicitLittleEndian().encapsulated(Tag.PIXEL_DATA, new byte[6]))
                        .longs(Tag.EXTENDED_OFFSET_TABLE, "OV", 0)
                        .longs(Tag.EXTENDED_OFFSET_TABLE_LENGTHS, "OV", 4)
                        .encapsulatedWithOffsets(Tag.PIXEL_DATA, new long[] {0}, new byte[4])
                        .toBytes());
        return files;
    }

    private static DicomBytes everything(DicomBytes start) {
        DicomBytes item = start.same()
                .text(Tag.CODE_VALUE, "SH", "T-04000")
                .text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.840.1")
                .bytes(0x00091010, "UN", new byte[] {1, 2, 3, 4});
        return start.text(Tag.SPECIFIC_CHARACTER_SET, "CS", "\\ISO 2022 IR 87")
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .text(Tag.MODALITY, "CS", "CT")
                .sequence(
                        Tag.REFERENCED_SERIES_SEQUENCE,
                        item,
                        item.same().undefinedSequence(Tag.REFERENCED_SOP_SEQUENCE, item, item))
                .undefinedSequence(
                        Tag.REFERENCED_IMAGE_SEQUENCE, item, item.same().sequence(Tag.SOURCE_IMAGE_SEQUENCE, item))
                .text(0x00090010, "LO", "MAKER")
                .header(0x00091011, "UN", 0xFFFFFFFFL)
                // The content of UN is little endian, whatever the encoding around it.
                .raw(DicomBytes.implicitLittleEndian()
                        .delimiter(Tag.ITEM, 0)
                        .endSequence()
                        .toBytes())
                .text(Tag.PATIENT_NAME, "PN", "Doe^John=\u001B$B;3ED\u001B(B")
                .text(Tag.SLICE_THICKNESS, "DS", "2.5")
                .floats(Tag.CALCIUM_SCORING_MASS_FACTOR_DEVICE, "FL", 1, 2)
                .text(Tag.INSTANCE_NUMBER, "IS", "7")
                .text(Tag.IMAGE_POSITION_PATIENT, "DS", "1\\2.5\\-3e1")
                .at(Tag.FRAME_INCREMENT_POINTER, Tag.FRAME_TIME)
                .us(Tag.ROWS, 1)
                .us(Tag.COLUMNS, 2)
                .us(Tag.PIXEL_REPRESENTATION, 1)
                .ss(Tag.PIXEL_PADDING_VALUE, -5)
                .doubles(Tag.REAL_WORLD_VALUE_SLOPE, "FD", 0.5)
                .ints(Tag.TRIANGLE_POINT_INDEX_LIST, "OL", 1, 2, 3)
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
