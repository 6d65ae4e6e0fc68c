package hounsfield.command;

import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code DICOM Folder Table...} in macros without a display, and the same call in scripts. */
class FolderTableCommandTest extends MacroCommands {
    private static final String COMMAND = "DICOM Folder Table...";

    @BeforeEach
    void files() throws IOException {
        write(folder, "in/a.dcm", slice(1, 0, -1024, 1000, 1024, 1064, 1124));
        write(folder, "in/b c.dcm", slice(2, 1, -1000, 1000, 1000, 1000, 1000));
        Files.writeString(folder.resolve("in/bad.dcm"), "text");
        Files.writeString(Files.createDirectories(folder.resolve("in/none")).resolve("notes"), "text");
    }

    @Test
    void tableAndCsvComeFromOneRun() throws IOException {
        Path csv = folder.resolve("my table.csv");
        run(
                COMMAND,
                "folder=" + folder.resolve("in") + " tags=[InstanceNumber, PixelSpacing] window=0/3000 save=[" + csv
                        + "]");
        ResultsTable table = Hounsfield.table("DICOM Folder Table");
        assertEquals(3, table.size());
        assertEquals("b c.dcm", table.getStringValue("file", 1));
        assertEquals(0, table.getValue("mean", 1));
        assertEquals(1, table.getValue("fraction_in_window", 0));
        assertEquals(0.25, table.getValue("PixelSpacing1", 0));
        assertEquals("", table.getStringValue("mean", 2));
        assertEquals("not a DICOM file: text", table.getStringValue("reason", 2));
        List<String> lines = Files.readAllLines(csv);
        assertEquals(4, lines.size());
        assertTrue(lines.get(0).endsWith(",InstanceNumber,MultiPixelSpacing,PixelSpacing,PixelSpacing1"), lines.get(0));
        assertTrue(lines.get(1).startsWith("a.dcm,1000,1124,1053,"), lines.get(1));
    }

    @Test
    void partsInAPresetAreOfHounsfieldUnits() {
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN).text(Tag.MODALITY, "CS", "PT");
        DicomImages.gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false);
        DicomImages.rescaled(bytes, "0", "1").text(Tag.UNITS, "CS", "BQML");
        DicomImages.write(folder, "pet/pet.dcm", DicomImages.pixels(bytes, 0, 10, 40, 80));
        for (String window : new String[] {"brain", "40/80"}) {
            run(COMMAND, "folder=" + folder.resolve("pet") + " tags=none window=" + window);
            ResultsTable table = Hounsfield.table("DICOM Folder Table");
            assertEquals("BQML", table.getStringValue("unit", 0));
            boolean preset = window.equals("brain");
            assertEquals(
                    !preset,
                    table.columnExists("fraction_in_window") && table.getValue("fraction_in_window", 0) == 0.5);
        }
    }

    @Test
    void headersAlone() {
        run(COMMAND, "folder=" + folder.resolve("in") + " tags=Modality pixels=none");
        ResultsTable table = Hounsfield.table("DICOM Folder Table");
        assertArrayEquals(new String[] {"file", "reason", "Modality"}, table.getHeadings());
        assertEquals("CT", table.getStringValue("Modality", 0));
    }

    @Test
    void wrongOptionsAreNamed() {
        String in = "folder=" + folder.resolve("in");
        assertFailure("folder", "tags=all");
        assertFailure("there is no folder", "folder=" + folder.resolve("nowhere"));
        assertFailure("Nonsense", in + " tags=Nonsense");
        assertFailure("nowhere", in + " window=nowhere");
        assertFailure("more than one window", in + " window=[lungs,brain]");
        assertFailure("statistics", in + " pixels=some");
        assertFailure("width 0", in + " window=40/0");
        assertFailure("no DICOM files", "folder=" + folder.resolve("in") + "/none");
        String missing = folder.resolve("mistyped").toString();
        assertFailure("there is no folder " + missing, in + " save=[" + missing + "/t.csv]");
        // The check precedes reading files, of which there may be thousands; these files cannot be read.
        assertFailure("there is no folder " + missing, "folder=nowhere save=[" + missing + "/t.csv]");
        assertThrows(
                IllegalArgumentException.class,
                () -> Hounsfield.folderTableTo(folder.resolve("in").toString(), missing + "/t.csv", "none", "lungs"));
        assertFalse(Files.exists(folder.resolve("mistyped")));
    }

    private void assertFailure(String about, String options) {
        String message = MacroRun.failure(null, new FolderTableCommand(), options);
        assertTrue(message.contains(about), message);
    }

    @Test
    void scriptsHaveTheSame() throws IOException {
        String in = folder.resolve("in").toString();
        assertArrayEquals(new String[] {in + "/a.dcm", in + "/b c.dcm"}, normalized(Hounsfield.dicomFiles(in)));
        ResultsTable table = Hounsfield.folderTable(in);
        assertEquals(3, table.size());
        assertEquals("Secret^Name", table.getStringValue("PatientName", 0));
        Path csv = folder.resolve("out.csv");
        assertEquals(3, Hounsfield.folderTableTo(in, csv.toString(), "none", "lungs"));
        assertEquals(4, Files.readAllLines(csv).size());
        Map<String, Object> dict = Hounsfield.asDict(in + "/a.dcm");
        assertEquals(1L, dict.get("InstanceNumber"));
        assertEquals(29.0, dict.get("mean"));
        assertEquals(0.5, dict.get("PixelSpacing"));
    }

    private static String[] normalized(String[] paths) {
        String[] normal = new String[paths.length];
        for (int i = 0; i < normal.length; i++) normal[i] = paths[i].replace('\\', '/');
        return normal;
    }
}
