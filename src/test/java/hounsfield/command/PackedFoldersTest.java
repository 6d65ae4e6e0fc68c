package hounsfield.command;

import static hounsfield.testing.DicomImages.slice;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.testing.DicomdirFile;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The key {@code folder} takes a folder with gzipped files, a ZIP archive or a DICOMDIR in each command that has it. */
class PackedFoldersTest extends MacroCommands {
    private Path zip;
    private Path directory;
    private Path gzips;

    @BeforeEach
    void files() throws IOException {
        byte[][] slices = new byte[3][];
        for (int i = 0; i < 3; i++)
            slices[i] = slice(i + 1, 4 * i, -1000, 1000, 1010, 1020, 1000 + i).toBytes();
        zip = folder.resolve("study.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (String name : new String[] {"a/1.dcm", "a/2.dcm", "a/3.dcm", "a/broken.dcm", "../out.dcm"}) {
                out.putNextEntry(new ZipEntry(name));
                int index = name.charAt(2) - '1';
                out.write(index >= 0 && index < 3 ? slices[index] : "text".getBytes());
            }
        }
        Path disc = Files.createDirectories(folder.resolve("disc"));
        for (int i = 0; i < 3; i++) Files.write(disc.resolve("IM" + i), slices[i]);
        directory = DicomdirFile.write(disc, "IM0", "IM2", "GONE");
        gzips = Files.createDirectories(folder.resolve("gz"));
        for (int i = 0; i < 3; i++) {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzips.resolve(i + ".dcm.gz")))) {
                out.write(slices[i]);
            }
        }
    }

    @Test
    void imports() {
        ImagePlus zipped = run("Import DICOM Series...", "folder=[" + zip + "]");
        assertEquals(3, zipped.getStackSize());
        assertEquals(2, zipped.getStack().getProcessor(3).getf(3));
        assertEquals(4, zipped.getCalibration().pixelDepth, 1e-9);
        ImagePlus named = run("Import DICOM Series...", "folder=[" + directory + "]");
        assertEquals(2, named.getStackSize());
        assertEquals(8, named.getCalibration().pixelDepth, 1e-9);
        assertEquals(
                3,
                run("Import DICOM Series...", "folder=[" + gzips + "] virtual").getStackSize());
    }

    private static List<String> column(ResultsTable table, String heading) {
        return Stream.of(table.getColumnAsStrings(heading)).toList();
    }

    @Test
    void tables() throws IOException {
        IJ.run("DICOM Folder Table...", "folder=[" + zip + "]");
        ResultsTable table = Hounsfield.table("DICOM Folder Table");
        assertEquals(List.of("a/1.dcm", "a/2.dcm", "a/3.dcm", "a/broken.dcm", "../out.dcm"), column(table, "file"));
        assertEquals(7.75, table.getValue("mean", 1));
        assertEquals("not a DICOM file: text", table.getStringValue("reason", 3));
        assertEquals("has a name that leads out of the archive", table.getStringValue("reason", 4));
        table = Hounsfield.folderTable(directory.toString());
        assertEquals(List.of("IM0", "IM2", "GONE"), column(table, "file"));
        assertEquals("is named by the DICOMDIR but does not exist", table.getStringValue("reason", 2));
        table = Hounsfield.folderTable(gzips.toString());
        assertEquals(List.of("0.dcm.gz", "1.dcm.gz", "2.dcm.gz"), column(table, "file"));
        assertEquals(8, table.getValue("mean", 2));
    }

    private static List<String> pictures(Path output) throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(path -> path.toString().endsWith(".png"))
                    .map(path -> output.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void exports() throws IOException {
        Path output = folder.resolve("out");
        IJ.run("DICOM Batch Export...", "folder=[" + zip + "] output=[" + output + "] format=PNG");
        assertEquals(3, pictures(output).size());
        assertTrue(pictures(output).get(0).startsWith("a/1"), pictures(output).get(0));
        String list = Files.readString(output.resolve("manifest.csv"));
        assertTrue(list.contains("leads out of the archive"), list);
        assertEquals(
                list,
                Files.readString(Path.of(Hounsfield.batchExport(zip.toString(), output.toString(), "PNG", "", 0, ""))));
        Path named = folder.resolve("named");
        Hounsfield.batchExport(directory.toString(), named.toString(), "PNG", "", 0, "");
        assertEquals(2, pictures(named).size());
        Path unpacked = folder.resolve("unpacked");
        Hounsfield.batchExport(gzips.toString(), unpacked.toString(), "PNG", "", 0, "");
        assertEquals(3, pictures(unpacked).size());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(6, files.count(), "nothing is written beside the outputs");
        }
    }

    @Test
    void pathsOfFiles() throws IOException {
        String disc = folder.resolve("disc") + "/";
        assertArrayEquals(new String[] {disc + "IM0", disc + "IM2"}, Hounsfield.dicomFiles(directory.toString()));
        assertArrayEquals(
                new String[] {gzips + "/0.dcm.gz", gzips + "/1.dcm.gz", gzips + "/2.dcm.gz"},
                Hounsfield.dicomFiles(gzips.toString()));
        String message = assertThrows(IllegalArgumentException.class, () -> Hounsfield.dicomFiles(zip.toString()))
                .getMessage();
        assertTrue(message.contains("folderTable lists them, openSeries opens them"), message);
    }

    /** Where an archive is not taken, the message names the command that takes it. */
    @Test
    void filesAreNotArchives() {
        String message = assertThrows(IOException.class, () -> Hounsfield.open(zip.toString()))
                .getMessage();
        assertTrue(message.contains("Import DICOM Series... (openSeries) opens the series in a ZIP archive"), message);
        assertThrows(IOException.class, () -> Hounsfield.tag(zip.toString(), "Rows"));
    }
}
