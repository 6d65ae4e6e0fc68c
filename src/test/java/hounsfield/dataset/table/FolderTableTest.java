package hounsfield.dataset.table;

import static hounsfield.testing.DicomImages.ct;
import static hounsfield.testing.DicomImages.gray;
import static hounsfield.testing.DicomImages.pixels;
import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ByteSource;
import hounsfield.series.SourceFiles;
import hounsfield.standard.Tag;
import hounsfield.standard.error.NotDicomException;
import hounsfield.testing.BuiltFiles;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.Impatient;
import hounsfield.window.WindowPreset;
import hounsfield.work.Diagnostic;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTableTest {
    private static final String DICOMDIR = "1.2.840.10008.1.3.10";

    @TempDir
    Path folder;

    @TempDir
    Path output;

    @Test
    void eachFileHasARowByItsPath() throws IOException {
        write(folder, "b/one", slice(1, 0, -1024, 1000, 1024, 1064, 1124));
        write(folder, "a.dcm", slice(2, 1, -1000, 1000, 1000, 1000, 1000));
        List<Map<String, Object>> rows = rows("all");
        assertEquals(List.of("a.dcm", "b/one"), column(rows, "file"));
        assertEquals(List.of(1000.0, 1124.0), column(rows, "stored_max"));
        assertEquals(List.of(0.0, 100.0), column(rows, "max"));
        assertEquals(List.of(0.0, 0.25), column(rows, "fraction_in_window"));
        assertEquals(List.of("HU", "HU"), column(rows, "unit"));
        assertEquals(List.of(2L, 1L), column(rows, "InstanceNumber"));
        assertEquals(List.of("Secret^Name", "Secret^Name"), column(rows, "PatientName"));
        assertFalse(rows.get(0).containsKey("PixelData"));
        assertFalse(rows.get(0).containsKey("reason"));
    }

    @Test
    void severalValuesAreSplitAsInFastai() throws IOException {
        write(folder, "one", slice(1, 2.5, -1024, 1, 2, 3, 4));
        Map<String, Object> row =
                rows("PixelSpacing ImagePositionPatient SliceThickness").get(0);
        assertEquals(1L, row.get("MultiPixelSpacing"));
        assertEquals(0.5, row.get("PixelSpacing"));
        assertEquals(0.25, row.get("PixelSpacing1"));
        assertEquals(1L, row.get("MultiImagePositionPatient"));
        assertEquals(2.5, row.get("ImagePositionPatient2"));
        assertFalse(row.containsKey("InstanceNumber"));
        // An element that is selected but absent in all files gives an empty column.
        try (FolderTable table = table("PixelSpacing ImagePositionPatient SliceThickness")) {
            List<String> headings = table.headings();
            assertEquals(
                    List.of("SliceThickness", "MultiImagePositionPatient", "ImagePositionPatient"),
                    headings.subList(StandardColumn.values().length, StandardColumn.values().length + 3));
        }
    }

    @Test
    void sequencesAreFlattenedByTheirPath() throws IOException {
        DicomBytes inner = BuiltFiles.item().text(Tag.PIXEL_SPACING, "DS", "0.7\\0.8");
        DicomBytes shared = BuiltFiles.item().sequence(Tag.PIXEL_MEASURES_SEQUENCE, inner);
        DicomBytes bytes = ct("1", 1)
                .text(0x00291001, "LO", "mine")
                .sequence(
                        Tag.REQUEST_ATTRIBUTES_SEQUENCE,
                        BuiltFiles.item(),
                        BuiltFiles.item().text(Tag.SCHEDULED_PROCEDURE_STEP_DESCRIPTION, "LO", "x"))
                .sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared);
        write(folder, "one", bytes);
        Map<String, Object> row = rows("all").get(0);
        String spacing = "SharedFunctionalGroupsSequence[0].PixelMeasuresSequence[0].";
        assertEquals(0.7, row.get(spacing + "PixelSpacing"));
        assertEquals(0.8, row.get(spacing + "PixelSpacing1"));
        assertEquals(1L, row.get(spacing + "MultiPixelSpacing"));
        assertEquals("x", row.get("RequestAttributesSequence[1].ScheduledProcedureStepDescription"));
        assertEquals("mine", row.get("(0029,1001)"));
    }

    @Test
    void valuesThatAreNotWhatTheyShouldBeStayAsText() throws IOException {
        int[] table = new int[20_000];
        int[] few = new int[101];
        Arrays.fill(few, 7);
        DicomBytes bytes = ct("1", 1)
                .text(Tag.ACQUISITION_NUMBER, "IS", "1A")
                .text(Tag.TEMPORAL_POSITION_IDENTIFIER, "IS", "3\\")
                .bytes(0x00291001, "OB", new byte[] {1, 2, (byte) 0xFF})
                .bytes(0x00291002, "OB", new byte[500])
                .shorts(0x00291003, "US", few)
                .shorts(0x00291004, "OW", table);
        write(folder, "one", bytes);
        Map<String, Object> row = rows("all").get(0);
        assertEquals("1A", row.get("AcquisitionNumber"));
        assertEquals(3L, row.get("TemporalPositionIdentifier"));
        assertEquals("01 02 FF", row.get("(0029,1001)").toString().substring(0, 8));
        assertEquals("500 bytes", row.get("(0029,1002)"));
        assertEquals("7\\".repeat(100) + "7", row.get("(0029,1003)"));
        assertEquals("20000 values", row.get("(0029,1004)"));
    }

    @Test
    void deepSequencesDoNotOverflow() throws IOException {
        DicomBytes item = BuiltFiles.item().text(Tag.CODE_MEANING, "LO", "deep");
        for (int i = 0; i < 200; i++) item = BuiltFiles.item().undefinedSequence(Tag.REQUEST_ATTRIBUTES_SEQUENCE, item);
        write(folder, "one", ct("1", 1).undefinedSequence(Tag.REQUEST_ATTRIBUTES_SEQUENCE, item));
        assertEquals(1, rows("all").size());
    }

    @Test
    void whatCannotBeUsedHasAReason() throws IOException {
        byte[] whole = slice(1, 0, -1024, 1, 2, 3, 4).toBytes();
        write(folder, "good", slice(1, 0, -1024, 1, 2, 3, 4));
        Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length - 3));
        Files.write(folder.resolve("torn.dcm"), Arrays.copyOf(whole, 300));
        Files.writeString(folder.resolve("page.dcm"), "<html>not found</html>");
        Files.writeString(folder.resolve("notes.txt"), "nothing");
        Files.write(folder.resolve("empty"), new byte[0]);
        write(
                folder,
                "report",
                DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN).text(Tag.MODALITY, "CS", "SR"));
        write(
                folder,
                "DICOMDIR",
                DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN).text(Tag.SOP_CLASS_UID, "UI", DICOMDIR));
        List<Map<String, Object>> rows = rows("Modality");
        assertEquals(List.of("cut", "good", "page.dcm", "report", "torn.dcm"), column(rows, "file"));
        assertEquals("CT", rows.get(0).get("Modality"));
        assertTrue(rows.get(0).get("reason").toString().contains("8 bytes, 5 are there"), rows.get(0) + "");
        assertFalse(rows.get(0).containsKey("stored_max"));
        assertFalse(rows.get(1).containsKey("reason"));
        assertEquals("not a DICOM file: HTML or XML", rows.get(2).get("reason"));
        assertEquals("SR", rows.get(3).get("Modality"));
        assertTrue(rows.get(3).get("reason").toString().contains("has no Pixel Data"));
        assertEquals(3, rows.get(4).size() + 1);
        try (FolderTable table = table("none")) {
            assertEquals(5, table.rows());
            assertEquals(4, table.leftOut());
        }
        assertEquals(
                List.of("cut", "good", "report", "torn.dcm"),
                SourceFiles.of(folder, Progress.NONE).dicom(Progress.NONE).stream()
                        .map(ByteSource::name)
                        .toList());
    }

    /** Just below what an array can have, and more than the tests' Java has memory for. */
    @Test
    void headerOfAFrameThatIsTooLargeIsListed() throws IOException {
        DicomBytes bytes = DicomBytes.file("1.2.840.10008.1.2.8.1")
                .text(Tag.MODALITY, "CS", "XC")
                .us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .us(Tag.ROWS, 46_340)
                .us(Tag.COLUMNS, 46_340)
                .us(Tag.BITS_ALLOCATED, 8)
                .us(Tag.BITS_STORED, 8)
                .us(Tag.HIGH_BIT, 7)
                .us(Tag.PIXEL_REPRESENTATION, 0)
                .encapsulated(Tag.PIXEL_DATA, new byte[2_100_000]);
        write(folder, "huge", bytes);
        Map<String, Object> row = rows("Modality").get(0);
        assertEquals("XC", row.get("Modality"));
        assertEquals("needs more memory than there is", row.get("reason"));
        assertEquals(
                "XC", FolderTable.row(folder.resolve("huge"), TableSettings.ALL).get("Modality"));
    }

    @Test
    void faultsAreReportedWithoutTheirText() {
        assertEquals(
                "fault in this program, please report it: java.lang.NumberFormatException",
                Diagnostic.reason(new NumberFormatException("For input string: \"Secret^Name\"")));
        assertEquals("has no window", Diagnostic.reason(new IllegalArgumentException("has no window")));
    }

    @Test
    void headersAloneNeedNoPixels() throws IOException {
        write(
                folder,
                "report",
                DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN).text(Tag.MODALITY, "CS", "SR"));
        TableSettings settings = new TableSettings(TagSelection.parse("Modality"), false, WindowPreset.LUNGS.window());
        try (FolderTable table = FolderTable.read(folder, settings, Progress.NONE)) {
            assertEquals(List.of("file", "reason", "Modality"), table.headings());
            assertEquals(0, table.leftOut());
        }
    }

    @Test
    void csvHoldsTheSameCells() throws IOException {
        write(folder, "=one,two", slice(1, 0, -1024, 1000, 1024, 1064, 1124));
        write(folder, "c/three", slice(2, 0, -1024, 1000, 1000, 1000, 1000));
        assertEquals(
                "file,stored_min,stored_max,stored_mean,stored_std,unit,min,max,mean,std,fraction_in_window,reason,PatientName\n"
                        + "\"'=one,two\",1000,1124,1053,46.93612681080534,HU,-24,100,29,46.93612681080534,0.25,,Secret^Name\n"
                        + "c/three,1000,1000,1000,0,HU,-24,-24,-24,0,0,,Secret^Name\n",
                Files.readString(csv("PatientName")));
    }

    @Test
    void byteOrderMarkOnlyForMoreThanAscii() throws IOException {
        write(folder, "one", slice(1, 0, -1024, 1, 1, 1, 1));
        assertTrue(Files.readString(csv("Modality")).startsWith("file,"));
        Files.move(folder.resolve("one"), folder.resolve("\u00FCber"));
        String text = new String(Files.readAllBytes(csv("Modality")), StandardCharsets.UTF_8);
        assertTrue(text.startsWith("\uFEFFfile,"), text);
        assertTrue(text.contains("\n\u00FCber,"), text);
    }

    @Test
    void cancellingDoesNotWaitForAFilesOtherFrames() throws IOException {
        DicomBytes bytes = gray(ct("1", 1).text(Tag.NUMBER_OF_FRAMES, "IS", "200"), "MONOCHROME2", 1, 1, 16, 16, false);
        write(folder, "cine", pixels(bytes, new int[200]));
        assertEquals(0.0, rows("none").get(0).get("max"));
        assertThrows(
                CancellationException.class, () -> FolderTable.read(folder, TableSettings.ALL, new Impatient(100)));
    }

    @Test
    void cancellingLeavesNoPartOfACsv() throws IOException {
        for (int i = 0; i < 20; i++) write(folder, "f" + i, slice(i, i, -1024, 1, 2, 3, 4));
        try (FolderTable table = table("none")) {
            Path csv = folder.resolve("f.csv");
            assertThrows(CancellationException.class, () -> table.writeCsv(csv, new Impatient(10)));
            assertEquals(20, names().size());
            table.writeCsv(csv, Progress.NONE);
            assertEquals(21, Files.readAllLines(csv).size());
        }
    }

    @Test
    void failedWritingLeavesNothing() throws IOException {
        write(folder, "one", slice(1, 0, -1024, 1, 1, 1, 1));
        try (FolderTable table = table("none")) {
            Path taken = Files.createDirectories(folder.resolve("taken/inside")).getParent();
            assertThrows(IOException.class, () -> table.writeCsv(taken, Progress.NONE));
            assertEquals(List.of("one", "taken"), names());
        }
    }

    @Test
    void columnsEndWhereASpreadsheetDoes() throws IOException {
        DicomBytes[] items = new DicomBytes[Columns.MOST / 100 + 5];
        String hundred = "1\\".repeat(99) + "1";
        for (int i = 0; i < items.length; i++) items[i] = BuiltFiles.item().text(Tag.PIXEL_SPACING, "DS", hundred);
        write(folder, "many", ct("1", 1).sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, items));
        try (FolderTable table = table("all")) {
            assertEquals(Columns.MOST, table.headings().size());
            assertTrue(table.isCut());
        }
    }

    @Test
    void oneFileAlone() throws IOException {
        Path path = write(folder, "one.dcm", slice(1, 0, -1024, 1000, 1024, 1064, 1124));
        Map<String, Object> row = FolderTable.row(path, TableSettings.ALL);
        assertEquals("one.dcm", row.get("file"));
        assertEquals(29.0, row.get("mean"));
        assertEquals("1.2.840.10008.1.2.1", row.get("TransferSyntaxUID"));
        Path text = Files.writeString(folder.resolve("text"), "no");
        assertThrows(NotDicomException.class, () -> FolderTable.row(text, TableSettings.ALL));
    }

    @Test
    void metaInformationInTheDataSetIsNoColumn() throws IOException {
        DicomBytes bytes = ct("1", 1).text(Tag.TRANSFER_SYNTAX_UID, "UI", "1.2.840.10008.1.2.2");
        write(folder, "one", bytes);
        assertEquals("1.2.840.10008.1.2.1", rows("all").get(0).get("TransferSyntaxUID"));
    }

    @Test
    void emptyFolderAndMissingFolderHaveDifferentMessages() {
        assertThrows(IllegalArgumentException.class, () -> table("all"));
        Path none = folder.resolve("none");
        String message = assertThrows(
                        IllegalArgumentException.class, () -> FolderTable.read(none, TableSettings.ALL, Progress.NONE))
                .getMessage();
        assertEquals("there is no folder " + none, message);
    }

    @Test
    void cancellingEndsTheWork() throws IOException {
        for (int i = 0; i < 20; i++) write(folder, "f" + i, slice(i, i, -1024, 1, 2, 3, 4));
        List<Long> seen = new ArrayList<>();
        Progress impatient = new Progress() {
            @Override
            public synchronized void update(long done, long total) {
                seen.add(done);
            }

            @Override
            public synchronized boolean isCancelled() {
                return seen.size() >= 3;
            }
        };
        assertThrows(CancellationException.class, () -> FolderTable.read(folder, TableSettings.ALL, impatient));
        assertTrue(seen.size() < 20, seen + "");
    }

    private FolderTable table(String tags) throws IOException {
        return FolderTable.read(
                folder, new TableSettings(TagSelection.parse(tags), true, WindowPreset.BRAIN.window()), Progress.NONE);
    }

    /** Rows by heading, without their empty cells. */
    private List<Map<String, Object>> rows(String tags) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (FolderTable table = table(tags)) {
            List<String> headings = table.headings();
            table.forEach(Integer.MAX_VALUE, Progress.NONE, cells -> {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 0; i < cells.length; i++) if (cells[i] != null) row.put(headings.get(i), cells[i]);
                rows.add(row);
            });
        }
        return rows;
    }

    private Path csv(String tags) throws IOException {
        Path csv = output.resolve("table.csv");
        try (FolderTable table = table(tags)) {
            table.writeCsv(csv, Progress.NONE);
        }
        return csv;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<Object> column(List<Map<String, Object>> rows, String heading) {
        return rows.stream().map(row -> row.get(heading)).toList();
    }
}
