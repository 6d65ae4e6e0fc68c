package hounsfield.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.parse.DicomFile;
import hounsfield.standard.VR;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Diagnostics;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PrivateBlockTest {
    private Diagnostics findings = new Diagnostics();

    private static DicomBytes file(DicomBytes bytes) {
        return bytes.text(0x00190010, "LO", "FIRST")
                .text(0x001900FF, "LO", "LAST CREATOR")
                .text(0x00191001, "DS", "10")
                .doubles(0x0019FF01, "FD", 1.5, -2)
                .text(0x0019FF02, "IS", "7")
                .bytes(0x0019FF03, "FD", new byte[3])
                .text(0x0019FF04, "LO", "text")
                .text(0x0019FFFF, "DS", "255")
                .text(0x00290010, "LO", "LAST CREATOR")
                .text(0x00291001, "DS", "29");
    }

    private Optional<PrivateBlock> block(DicomBytes bytes, int group, String creator) throws IOException {
        DataSet dataSet =
                DicomFile.read(new ArrayByteSource("a.dcm", bytes.toBytes())).dataSet();
        return PrivateBlock.of(dataSet, group, creator, findings);
    }

    @Test
    void elementsAreThoseOfTheCreatorInTheGroup() throws IOException {
        for (String syntax : List.of(
                DicomBytes.EXPLICIT_LITTLE_ENDIAN, DicomBytes.IMPLICIT_LITTLE_ENDIAN, DicomBytes.EXPLICIT_BIG_ENDIAN)) {
            PrivateBlock block =
                    block(file(DicomBytes.file(syntax)), 0x0019, "LAST CREATOR").orElseThrow();
            assertArrayEquals(new double[] {1.5, -2}, block.numbers(1, VR.FD), syntax);
            assertEquals(OptionalDouble.of(7), block.number(2, VR.IS));
            assertEquals(OptionalDouble.of(255), block.number(0xFF, VR.DS));
            assertEquals(OptionalDouble.empty(), block.number(5, VR.DS));
            assertEquals(0x0019FF02, block.tag(2));
            assertEquals(24, block.bytes(1).length + block.bytes(4).length * 2, "16 bytes of doubles and 4 of text");
            assertEquals(0, block.bytes(5).length);
            assertEquals(List.of(), block.items(1));
        }
        assertEquals(List.of(), findings.sentences());
        DicomBytes bytes = file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN));
        assertEquals(
                OptionalDouble.of(10),
                block(bytes, 0x0019, "FIRST").orElseThrow().number(1, VR.DS));
        assertEquals(
                OptionalDouble.of(29),
                block(bytes, 0x0029, "LAST CREATOR").orElseThrow().number(1, VR.DS));
        assertEquals(Optional.empty(), block(bytes, 0x0029, "FIRST"));
        assertEquals(Optional.empty(), block(bytes, 0x0019, "SECOND"));
    }

    @Test
    void unreadableNumbersAreAbsentAndSaid() throws IOException {
        for (String syntax : List.of(DicomBytes.EXPLICIT_LITTLE_ENDIAN, DicomBytes.IMPLICIT_LITTLE_ENDIAN)) {
            findings = new Diagnostics();
            PrivateBlock block =
                    block(file(DicomBytes.file(syntax)), 0x0019, "LAST CREATOR").orElseThrow();
            assertEquals(OptionalDouble.empty(), block.number(3, VR.FD));
            assertEquals(OptionalDouble.empty(), block.number(4, VR.DS));
            assertEquals(2, findings.sentences().size(), findings.sentences().toString());
        }
    }

    @Test
    void rangeOfTagsIsUnsignedAndInclusive() throws IOException {
        DataSet dataSet = DicomFile.read(new ArrayByteSource(
                        "a.dcm",
                        file(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN))
                                .text(0x9F010010, "LO", "HIGH")
                                .toBytes()))
                .dataSet();
        assertEquals(
                List.of(0x00190010, 0x001900FF, 0x00191001),
                dataSet.between(0x00190010, 0x00191001).stream()
                        .map(Element::tag)
                        .toList());
        assertEquals(
                List.of(0x9F010010),
                dataSet.between(0x00291002, 0xFFFFFFFF).stream()
                        .map(Element::tag)
                        .toList());
        assertEquals(List.of(), dataSet.between(0x00190011, 0x001900FE));
        assertEquals(List.of(), dataSet.between(0x00191001, 0x00190010));
    }
}
