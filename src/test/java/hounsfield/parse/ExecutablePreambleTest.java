package hounsfield.parse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.write.DicomWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A preamble that makes a file executable is reported, and is not written to other files. */
class ExecutablePreambleTest {
    @ParameterizedTest
    @CsvSource({
        "4D5A9000, a Windows program",
        "7F454C46, a Linux program",
        "CEFAEDFE, a macOS program",
        "CFFAEDFE, a macOS program",
        "CAFEBABE, a macOS program or a Java class",
        "23212F62696E2F7368, a script"
    })
    void aProgramsPreambleIsReportedOnce(String start, String description) throws DicomException {
        DicomFile file = read(withPreamble(start));
        assertEquals(
                List.of("the preamble is that of " + description
                        + ": the image is read as usual, but do not run the file"),
                file.diagnostics().sentences());
        assertEquals(2, file.dataSet().requireInt(Tag.ROWS));
    }

    /** Zeros, TIFF in both byte orders (whole-slide images have it), text, and what only begins like a program. */
    @ParameterizedTest
    @ValueSource(strings = {"00", "49492A00", "4D4D002A", "492D534F", "4D00", "5A4D", "7F454C47", "20232100", "CFFAED"})
    void otherPreamblesAreNoMatter(String start) throws DicomException {
        assertEquals(List.of(), read(withPreamble(start)).diagnostics().sentences());
    }

    @Test
    void writtenFilesHaveZeros() throws IOException {
        DicomFile file = read(withPreamble("4D5A9000"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(out, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, file.dataSet());
        assertArrayEquals(DicomBytes.preamble(), Arrays.copyOf(out.toByteArray(), 132));
        assertEquals(List.of(), read(out.toByteArray()).diagnostics().sentences());
    }

    private static byte[] withPreamble(String start) {
        byte[] bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.7")
                .text(Tag.SOP_INSTANCE_UID, "UI", "1.2.3.4")
                .us(Tag.ROWS, 2)
                .toBytes();
        byte[] head = HexFormat.of().parseHex(start);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    private static DicomFile read(byte[] bytes) throws DicomException {
        return DicomFile.read(new ArrayByteSource("file", bytes));
    }
}
