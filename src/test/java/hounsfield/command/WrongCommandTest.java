package hounsfield.command;

import static hounsfield.testing.DicomImages.ct;
import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.standard.Tag;
import hounsfield.standard.error.NoImageException;
import hounsfield.standard.error.NotDicomException;
import hounsfield.testing.DicomBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder, DICOMDIR, archive or report given to the wrong command: the message names the right one. */
class WrongCommandTest extends MacroCommands {
    private static final Map<String, Supplier<DicomCommand>> COMMANDS = Map.of(
            "Open DICOM...", OpenDicomCommand::new,
            "DICOM Header...", HeaderCommand::new,
            "Import DICOM Series...", ImportSeriesCommand::new,
            "DICOM Folder Table...", FolderTableCommand::new,
            "DICOM Batch Export...", BatchExportCommand::new);

    private static String said(String command, String options) {
        return MacroRun.failure(COMMANDS.get(command).get(), options);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Open DICOM...", "DICOM Header..."})
    void aFolder(String command) {
        write(folder, "a", slice(1, 0, 0, 1, 2, 3, 4));
        String said = said(command, "path=[" + folder + "]");
        assertTrue(said.contains("a folder, not a DICOM file. Import DICOM Series... (openSeries) opens"), said);
        NotDicomException e = assertThrows(NotDicomException.class, () -> Hounsfield.open(folder.toString()));
        assertTrue(e.getMessage().contains("openSeries"), e.getMessage());
    }

    @Test
    void aDirectory() throws IOException {
        byte[] meta = DicomBytes.explicitLittleEndian()
                .text(Tag.MEDIA_STORAGE_SOP_CLASS_UID, "UI", "1.2.840.10008.1.3.10")
                .text(Tag.TRANSFER_SYNTAX_UID, "UI", DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .toBytes();
        DicomBytes bytes = DicomBytes.explicitLittleEndian()
                .raw(DicomBytes.preamble())
                .raw(meta)
                .text(Tag.FILE_SET_ID, "CS", "DISK")
                .sequence(Tag.DIRECTORY_RECORD_SEQUENCE);
        Path directory = write(folder, "DICOMDIR", bytes);
        String said = said("Open DICOM...", "path=[" + directory + "]");
        assertTrue(said.contains("a DICOMDIR, which lists other files"), said);
        assertTrue(said.contains("Import DICOM Series... (openSeries) opens"), said);
        assertTrue(Hounsfield.header(directory.toString()).contains("0004,1130"));
    }

    @Test
    void aReport() throws IOException {
        Path report =
                write(folder, "report.dcm", ct("1", 1).text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.88.11"));
        String said = said("Open DICOM...", "path=[" + report + "]");
        assertTrue(
                said.contains("it is a structured report (Basic Text SR Storage). DICOM Header... (header) shows"),
                said);
        assertTrue(!said.contains("Secret"), said);
        for (String call : new String[] {"open", "openVirtual", "openStored"}) {
            NoImageException e = assertThrows(NoImageException.class, () -> {
                switch (call) {
                    case "open" -> Hounsfield.open(report.toString());
                    case "openVirtual" -> Hounsfield.openVirtual(report.toString());
                    default -> Hounsfield.openStored(report.toString());
                }
            });
            assertEquals("report.dcm", e.location().file());
        }
        assertTrue(Hounsfield.header(report.toString()).contains("0008,0016  SOP Class UID"));
    }

    @Test
    void archives() throws IOException {
        byte[] content = slice(1, 0, 0, 1, 2, 3, 4).toBytes();
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("a.dcm"));
            zip.write(content);
        }
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(new byte[1000]);
        }
        Files.write(folder.resolve("other.dcm"), content);
        Path zip = Files.write(folder.resolve("a.zip"), zipped.toByteArray());
        Path gzip = Files.write(folder.resolve("a.dcm.gz"), compressed.toByteArray());
        String[][] commands = {
            {"Open DICOM...", "path=", ""},
            {"DICOM Header...", "path=", ""},
            {"Import DICOM Series...", "folder=", ""},
            {"DICOM Folder Table...", "folder=", ""},
            {
                "DICOM Batch Export...",
                "folder=",
                " output=[" + folder.resolveSibling(folder.getFileName() + "-out") + "]"
            }
        };
        for (String[] command : commands) {
            boolean takesZip = command[1].equals("folder=");
            String zipSaid = takesZip ? "" : said(command[0], command[1] + "[" + zip + "]" + command[2]);
            assertTrue(
                    takesZip || zipSaid.contains("a ZIP archive. Import DICOM Series... (openSeries) opens"),
                    command[0] + zipSaid);
            String gzipSaid = said(command[0], command[1] + "[" + gzip + "]" + command[2]);
            assertTrue(gzipSaid.contains("a gzip file. It must be unpacked first"), command[0] + gzipSaid);
        }
        assertThrows(NotDicomException.class, () -> Hounsfield.listSeries(gzip.toString()));
    }
}
