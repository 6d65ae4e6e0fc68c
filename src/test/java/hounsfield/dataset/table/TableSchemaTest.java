package hounsfield.dataset.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.bytes.FileByteSource;
import hounsfield.dataset.table.TableSchema.Column;
import hounsfield.dataset.table.TableSchema.Type;
import hounsfield.phantom.Phantoms;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableSchemaTest {
    private static TableSchema of(DicomBytes file) {
        return of(file.toBytes());
    }

    private static TableSchema of(byte[] file) {
        RowReader reader = new RowReader(TableSettings.ALL);
        reader.outcome(new ArrayByteSource("a", file), "a", Progress.NONE);
        return reader.addedColumns();
    }

    private static DicomBytes file() {
        return DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN);
    }

    @Test
    void unionOfRowsHasTheHeadingsOfTheTable(@TempDir Path folder) throws Exception {
        for (String phantom : Phantoms.names()) Phantoms.write(phantom, folder.resolve(phantom));
        Files.writeString(folder.resolve("bad.dcm"), "no image");
        TableSchema union = new TableSchema();
        RowReader reader = new RowReader(TableSettings.ALL);
        int adding = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                reader.outcome(new FileByteSource(file), file.getFileName().toString(), Progress.NONE);
                TableSchema added = reader.addedColumns();
                if (!added.isEmpty()) adding++;
                union.add(added);
            }
        }
        try (FolderTable table = FolderTable.read(folder, TableSettings.ALL, Progress.NONE)) {
            List<Column> columns = union.columns(true);
            assertEquals(table.headings(), columns.stream().map(Column::name).toList());
            table.forEach(Integer.MAX_VALUE, Progress.NONE, cells -> {
                for (int i = 0; i < cells.length; i++) {
                    Type type = columns.get(i).type();
                    assertTrue(
                            cells[i] == null || Type.of(cells[i]).with(type) == type,
                            columns.get(i) + " of " + cells[i]);
                }
            });
        }
        assertTrue(adding < 12, adding + " of 26 files add columns");
        assertEquals(union.lines(), TableSchema.parse(union.lines()).lines());
        assertTrue(union.lines().stream().anyMatch(line -> line.contains("].")), "elements in sequences");
    }

    @Test
    void typesBecomeThoseThatHoldAllValues() {
        TableSchema schema = of(file().text(Tag.ECHO_TIME, "DS", "12").text(Tag.SERIES_NUMBER, "IS", "1"));
        assertEquals(List.of("EchoTime\t0\tNUMBER", "SeriesNumber\t0\tINTEGER"), elements(schema));
        TableSchema other = of(file().text(Tag.ECHO_TIME, "DS", "1A").text(Tag.SERIES_DESCRIPTION, "LO", "new"));
        TableSchema extended = TableSchema.parse(schema.lines());
        extended.extend(other);
        schema.add(other);
        assertEquals(
                List.of("SeriesDescription\t0\tTEXT", "EchoTime\t0\tTEXT", "SeriesNumber\t0\tINTEGER"),
                elements(schema));
        assertEquals(
                List.of("SeriesDescription\t0\tTEXT", "EchoTime\t0\tNUMBER", "SeriesNumber\t0\tINTEGER"),
                elements(extended));
    }

    private static List<String> elements(TableSchema schema) {
        return schema.lines().stream()
                .filter(line -> !line.contains("UID\t") && !line.startsWith("File"))
                .toList();
    }

    @Test
    void columnsOfNamedElementsNeedNoFile() {
        TableSchema schema = TableSchema.named(TagSelection.parse("PixelSpacing, Rows, PatientID, WindowCenter"));
        assertEquals(
                List.of(
                        new Column("file", Type.TEXT),
                        new Column("reason", Type.TEXT),
                        new Column("PatientID", Type.TEXT),
                        new Column("Rows", Type.INTEGER),
                        new Column("MultiPixelSpacing", Type.INTEGER),
                        new Column("PixelSpacing", Type.NUMBER),
                        new Column("PixelSpacing1", Type.NUMBER),
                        new Column("WindowCenter", Type.NUMBER)),
                schema.columns(false));
        assertThrows(IllegalArgumentException.class, () -> TableSchema.named(TagSelection.ALL));
        assertThrows(
                IllegalArgumentException.class,
                () -> TableSchema.named(TagSelection.parse("Rows, ReferencedImageSequence")));
    }

    @Test
    void damagedFilesHaveNoColumnsAndDamagedLinesAreRefused() {
        byte[] bytes = file().text(Tag.MODALITY, "CS", "CT")
                .header(Tag.SERIES_DESCRIPTION, "LO", 9000)
                .toBytes();
        assertEquals(List.of(), of(bytes).lines());
        assertThrows(IllegalArgumentException.class, () -> TableSchema.parse(List.of("Rows\t0")));
        assertThrows(IllegalArgumentException.class, () -> TableSchema.parse(List.of("Rows\t0\tWORD")));
    }

    @Test
    void survivesSerialization() throws Exception {
        TableSchema schema = of(file().text(Tag.ECHO_TIME, "DS", "12\\13"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(schema);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(schema.lines(), ((TableSchema) in.readObject()).lines());
        }
    }
}
