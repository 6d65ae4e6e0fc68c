package hounsfield.command;

import static hounsfield.command.OneImage.assertSame;
import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hounsfield.imagej.Hounsfield;
import hounsfield.testing.DicomImages;
import hounsfield.testing.Sha256;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All values of all options of commands on files and folders: the same tables and pictures by the menu and by the facade. */
class OneDoorOfFoldersTest extends MacroCommands {
    private static final boolean[] SWITCH = {false, true};

    private String in;

    @BeforeEach
    void files() {
        Path input = folder.resolve("in put");
        in = input.toString();
        write(input, "a.dcm", slice(1, 0, -1024, 1000, 1024, 1064, 1124));
        write(input, "b.dcm", slice(2, 1, -1024, 24, 1124, 1064, 1000));
    }

    @Test
    void allOptionsOfDicomHeader() throws IOException {
        String path = in + "/a.dcm";
        assertEquals(
                rows(menu("DICOM Header...", "path=[" + path + "]")),
                rows(Hounsfield.headerTable(path)),
                "header of a file");
        ImagePlus image = Hounsfield.open(in + "/b.dcm");
        WindowManager.setTempCurrentImage(image);
        List<String> ofImage = rows(menu("DICOM Header...", ""));
        assertEquals(ofImage, rows(Hounsfield.headerTableOf(image)), "header of an image");
        assertFalse(ofImage.equals(rows(Hounsfield.headerTable(path))));
        WindowManager.setTempCurrentImage(image);
        assertEquals(
                rows(Hounsfield.headerTable(path)),
                rows(menu("DICOM Header...", "path=[" + path + "]")),
                "a path has precedence over the image");
    }

    @Test
    void allOptionsOfDicomSample() throws IOException {
        for (String name : Hounsfield.samples()) {
            assertSame(run("DICOM Sample...", "sample=[" + name + "]"), Hounsfield.sample(name), name);
        }
        assertSame(run("DICOM Sample...", ""), Hounsfield.sample("ct series"), "default");
    }

    @Test
    void allOptionsOfFolderTable() throws IOException {
        Path csv = folder.resolve("menu.csv");
        Path other = folder.resolve("facade.csv");
        int tables = 0;
        for (String tags : List.of("all", "none", "InstanceNumber, 0028,0030")) {
            for (String pixels : List.of("statistics", "none")) {
                for (String window : List.of("brain", "0/3000")) {
                    for (boolean save : SWITCH) {
                        String options = "folder=[" + in + "] tags=[" + tags + "] pixels=" + pixels + " window="
                                + window + (save ? " save=" + csv : "");
                        ResultsTable menu = menu("DICOM Folder Table...", options);
                        ResultsTable facade =
                                Hounsfield.folderTableAs(in, tags, pixels, window, save ? other.toString() : "", "");
                        assertEquals(rows(menu), rows(facade), options);
                        assertEquals(2, facade.size(), options);
                        if (save) assertEquals(Files.readString(csv), Files.readString(other), options);
                        Files.deleteIfExists(csv);
                        Files.deleteIfExists(other);
                        tables++;
                    }
                }
            }
        }
        assertEquals(24, tables);
        assertEquals(
                rows(menu("DICOM Folder Table...", "folder=[" + in + "]")),
                rows(Hounsfield.folderTable(in)),
                "defaults");
        Hounsfield.folderTableAs(in, "none", "Statistics", "Brain", csv.toString(), "");
        Hounsfield.folderTableTo(in, other.toString(), "none", "Brain");
        assertEquals(Files.readString(csv), Files.readString(other), "both ways to CSV");
        Exception pixels = assertThrows(
                IllegalArgumentException.class, () -> Hounsfield.folderTableAs(in, "all", "some", "brain", "", ""));
        assertEquals("no pixels \"some\"; there are statistics, none", pixels.getMessage());
    }

    /** Files of other series, without a series, and of other kinds have no row and no picture. */
    @Test
    void seriesChooseFilesOfTablesAndExports() throws IOException {
        Path input = folder.resolve("in put");
        for (String series : List.of("7", "8", "9")) {
            var bytes = DicomImages.gray(DicomImages.ct(series, 1), "MONOCHROME2", 1, 1, 16, 16, false);
            DicomImages.write(input, series, DicomImages.pixels(bytes, new int[] {1}));
        }
        Files.writeString(input.resolve("text.dcm"), "no image");
        String both = Hounsfield.tag(input + "/7", "SeriesInstanceUID") + "#2, "
                + Hounsfield.tag(input + "/9", "SeriesInstanceUID");
        assertEquals(6, Hounsfield.folderTable(in).size());
        ResultsTable menu = menu("DICOM Folder Table...", "folder=[" + in + "] series=[" + both + "]");
        assertEquals(List.of("7", "9"), List.of(menu.getColumnAsStrings("file")));
        assertEquals(rows(menu), rows(Hounsfield.folderTableAs(in, "all", "statistics", "brain", "", both)));
        run("DICOM Batch Export...", "folder=[" + in + "] output=" + folder.resolve("m") + " series=[" + both + "]");
        Hounsfield.batchExportAs(in, folder + "/f", "PNG", "", 0, "", "", 90, false, both);
        assertEquals(hashes(folder.resolve("m")), hashes(folder.resolve("f")));
        assertEquals(6, hashes(folder.resolve("f")).size(), "two pictures, their lists, the options and the files");
        Exception unknown = assertThrows(
                IllegalArgumentException.class,
                () -> Hounsfield.folderTableAs(in, "all", "none", "brain", "", both + ",1.2.3"));
        assertEquals(
                "no file in " + in + " belongs to the series 1.2.3; separate Series Instance UIDs by commas",
                unknown.getMessage());
    }

    @Test
    void allOptionsOfBatchExport() throws IOException {
        int exports = 0;
        Map<String, String> hashes = new TreeMap<>();
        for (String format : List.of("PNG", "JPEG", "16-bit TIFF", "32-bit TIFF")) {
            for (String channels : List.of(" 0", " 10", "lungs 0", "40/80, Lungs 10")) {
                String windows = channels.substring(0, channels.lastIndexOf(' '));
                int bins = Integer.parseInt(channels.substring(channels.lastIndexOf(' ') + 1));
                for (String size : List.of("", "8x4")) {
                    for (String crop : List.of("", "40/80")) {
                        for (boolean anonymous : SWITCH) {
                            int quality = format.equals("JPEG") && anonymous ? 40 : 90;
                            Path menu = folder.resolve("menu" + exports);
                            Path facade = folder.resolve("facade" + exports);
                            String options = "folder=[" + in + "] output=" + menu + " format=[" + format + "] windows=["
                                    + windows + "] bins=" + bins + " size=[" + size + "] crop=[" + crop + "] quality="
                                    + quality + (anonymous ? " anonymous" : "");
                            run("DICOM Batch Export...", options);
                            String list = Hounsfield.batchExportAs(
                                    in, facade.toString(), format, windows, bins, size, crop, quality, anonymous, "");
                            assertEquals(facade.resolve("manifest.csv").toString(), list);
                            Map<String, String> files = hashes(menu);
                            assertEquals(
                                    6,
                                    files.size(),
                                    options + ": two pictures, their lists, the options and the files");
                            assertEquals(files, hashes(facade), options);
                            hashes.put(options.substring(options.indexOf(" format")), files.toString());
                            exports++;
                        }
                    }
                }
            }
        }
        assertEquals(4 * 4 * 8, exports);
        assertEquals(exports, new HashSet<>(hashes.values()).size(), "each option has an effect");
    }

    /** Whole series, shares of a folder, and pseudonyms by a key. */
    @Test
    void allOptionsOfBatchExportBySeriesShardAndKey() throws IOException {
        Path input = folder.resolve("in put");
        for (int n = 0; n < 3; n++) {
            var bytes = DicomImages.at(DicomImages.ct("8", n), "0\\0\\" + n * n, "1\\0\\0\\0\\1\\0");
            DicomImages.gray(bytes, "MONOCHROME2", 1, 1, 16, 16, false);
            DicomImages.write(input, "uneven" + n, DicomImages.pixels(bytes, 10 * n));
        }
        String uneven = Hounsfield.tag(input + "/uneven0", "SeriesInstanceUID");
        Path key = folder.resolve("key");
        Files.writeString(key, "a key that only this test has");
        int exports = 0;
        for (String format : List.of("npy", "nii.gz")) {
            for (boolean regularize : SWITCH) {
                for (String series : List.of("", uneven)) {
                    Path menu = folder.resolve("menu" + exports);
                    Path facade = folder.resolve("facade" + exports++);
                    String options = "folder=[" + in + "] output=" + menu + " format=" + format + " series=[" + series
                            + "]" + (regularize ? " regularize" : "");
                    run("DICOM Batch Export...", options);
                    Hounsfield.batchExportSeries(in, facade.toString(), format, regularize, false, series);
                    assertEquals(hashes(menu), hashes(facade), options);
                }
            }
            for (String shard : List.of("", "1/2", "2/2")) {
                for (boolean anonymous : SWITCH) {
                    Path menu = folder.resolve("menu" + exports);
                    Path facade = folder.resolve("facade" + exports++);
                    String options = "folder=[" + in + "] output=" + menu + " format=" + format + " shard=" + shard
                            + (anonymous ? " anonymous key=" + key : "") + " regularize";
                    run("DICOM Batch Export...", options);
                    String file = anonymous ? key.toString() : "";
                    Hounsfield.batchExportShard(in, facade.toString(), format, "", 0, "", true, anonymous, file, shard);
                    assertEquals(hashes(menu), hashes(facade), options);
                }
            }
        }
        assertEquals(20, exports);
    }

    @Test
    void allOptionsOfFolderTableInParts() throws IOException {
        String uid = Hounsfield.tag(in + "/a.dcm", "SeriesInstanceUID");
        int tables = 0;
        for (String tags : List.of("all", "InstanceNumber")) {
            for (String pixels : List.of("statistics", "none")) {
                for (String window : List.of("lungs", "0/3000")) {
                    for (String series : List.of("", uid)) {
                        for (String shard : List.of("", "1/2", "2/2")) {
                            Path menu = folder.resolve("menu" + tables);
                            Path facade = folder.resolve("facade" + tables++);
                            String options = "folder=[" + in + "] parts=" + menu + " tags=" + tags + " pixels=" + pixels
                                    + " window=" + window + " series=[" + series + "] shard=" + shard;
                            IJ.run("DICOM Folder Table...", options);
                            Hounsfield.folderTableParts(in, facade.toString(), tags, pixels, window, series, shard);
                            assertEquals(hashes(menu), hashes(facade), options);
                        }
                    }
                }
            }
        }
        assertEquals(48, tables);
    }

    private static ResultsTable menu(String command, String options) {
        run(command, options);
        return Hounsfield.table(command.replace("...", ""));
    }

    private static List<String> rows(ResultsTable table) {
        List<String> rows = new ArrayList<>();
        rows.add(table.getColumnHeadings());
        for (int row = 0; row < table.size(); row++) rows.add(table.getRowAsString(row));
        return rows;
    }

    /** Returns the hash of each file in a folder by its name. */
    private static Map<String, String> hashes(Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                hashes.put(name, Sha256.of(ByteBuffer.wrap(Files.readAllBytes(file))));
            }
        }
        return hashes;
    }
}
