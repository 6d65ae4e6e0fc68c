package hounsfield.dataset.picture;

import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.dataset.part.Shard;
import hounsfield.dataset.table.TableSettings;
import hounsfield.dataset.table.TagSelection;
import hounsfield.imagej.files.ExportWriter;
import hounsfield.mask.MaskSettings;
import hounsfield.mask.Size;
import hounsfield.phantom.CtPhantom;
import hounsfield.series.Series;
import hounsfield.series.SeriesScanner;
import hounsfield.standard.error.DicomException;
import hounsfield.window.Window;
import hounsfield.window.WindowPreset;
import hounsfield.work.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The export of one file or series as a function, and settings that travel to other machines. */
class FileExportTest {
    private static final List<ExportWindow> WINDOWS = List.of(
            new ExportWindow("lungs", Optional.of(WindowPreset.LUNGS.window())),
            new ExportWindow("40/400", Optional.of(new Window(40, 400))),
            new ExportWindow("file 1", Optional.empty()));

    @TempDir
    Path folder;

    private static Object copied(Object object) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    @Test
    void settingsSurviveSerialization() throws Exception {
        List<Object> all = List.of(
                ExportSettings.of(ExportFormat.PNG, WINDOWS, 0, Optional.empty()),
                new ExportSettings(
                        ExportFormat.TIFF_32,
                        WINDOWS,
                        5,
                        Optional.of(new Size(3, 4)),
                        Optional.of(MaskSettings.of(new Window(1, 2))),
                        "brain",
                        80,
                        true,
                        false),
                new ExportSettings(
                        ExportFormat.NPY, List.of(), 0, Optional.empty(), Optional.empty(), "", 90, false, true),
                TableSettings.ALL,
                new TableSettings(TagSelection.NONE, false, new Window(0.5, 1)),
                Shard.parse("3/16"),
                new ExportOutcome(List.of(new ExportOutcome.Frame(0, "a.png", "")), "", List.of("a", "b", "")));
        for (Object each : all) assertEquals(each, copied(each));
        String tags = "PixelSpacing, 0018,0050, SharedFunctionalGroupsSequence[0].PixelMeasuresSequence.SliceThickness";
        TagSelection named = TagSelection.parse(tags);
        assertEquals(named.toString(), copied(named).toString());
    }

    @Test
    void aFileIsItsPicturesOrAReason() throws Exception {
        Path in = write(folder, "a.dcm", slice(1, 0, -1024, 1000, 1024, 1064, 1124));
        FileExport export = new FileExport(
                ExportSettings.of(ExportFormat.PNG, WINDOWS, 0, Optional.empty()),
                Optional.empty(),
                new ExportWriter());
        ArrayByteSource bytes = new ArrayByteSource("a.dcm", Files.readAllBytes(in));
        ExportOutcome none = export.outcome(bytes, folder.resolve("out"), "deep/er/a", Progress.NONE);
        assertEquals(List.of(new ExportOutcome.Frame(0, "", "has no window \"file 1\"")), none.pictures());
        assertEquals(1, none.leftOut());
        export = new FileExport(
                ExportSettings.of(ExportFormat.PNG, WINDOWS.subList(0, 1), 0, Optional.empty()),
                Optional.empty(),
                new ExportWriter());
        ExportOutcome one = export.outcome(bytes, folder.resolve("out"), "deep/er/a", Progress.NONE);
        assertEquals(new ExportOutcome(List.of(new ExportOutcome.Frame(0, "deep/er/a.png", "")), "", List.of()), one);
        assertTrue(Files.size(folder.resolve("out/deep/er/a.png")) > 0);
        ArrayByteSource page = new ArrayByteSource("page.dcm", "<html>".getBytes());
        assertEquals(
                ExportOutcome.leftOut("not a DICOM file: HTML or XML", List.of()),
                export.outcome(page, folder, "page", Progress.NONE));
        ArrayByteSource text = new ArrayByteSource("notes.txt", "nothing".getBytes());
        assertFalse(export.outcome(text, folder, "notes", Progress.NONE).isListed());
    }

    @Test
    void whatCannotBeWrittenIsNoFaultOfTheFile() throws Exception {
        Path in = write(folder, "a.dcm", slice(1, 0, -1024, 1000, 1024, 1064, 1124));
        FileExport export = new FileExport(
                ExportSettings.of(ExportFormat.PNG, List.of(), 0, Optional.empty()),
                Optional.empty(),
                new ExportWriter());
        ArrayByteSource bytes = new ArrayByteSource("a.dcm", Files.readAllBytes(in));
        Path file = Files.writeString(folder.resolve("file"), "");
        DicomException failure =
                assertThrows(DicomException.class, () -> export.outcome(bytes, file, "a", Progress.NONE));
        assertTrue(failure.getMessage().startsWith("the picture cannot be written: "), failure.getMessage());
        ExportSettings series = ExportSettings.of(ExportFormat.NPY, List.of(), 0, Optional.empty());
        assertThrows(
                IllegalArgumentException.class, () -> new FileExport(series, Optional.empty(), new ExportWriter()));
    }

    @Test
    void aSeriesIsItsFilesOrAReason() throws Exception {
        Path in = folder.resolve("in");
        new CtPhantom().write(in);
        Series series = SeriesScanner.scan(in, Progress.NONE).series().get(0);
        for (ExportFormat format : List.of(ExportFormat.NPY, ExportFormat.NIFTI)) {
            ExportSettings settings = ExportSettings.of(format, List.of(), 0, Optional.empty());
            Path out = folder.resolve("out " + format.label());
            ExportOutcome outcome =
                    SeriesFile.outcome(series, out, "deep/a", settings, Optional.empty(), name -> false, Progress.NONE);
            assertEquals("deep/a" + format.suffix(), outcome.pictures().get(0).picture());
            byte[] json = Files.readAllBytes(out.resolve("deep/a.json"));
            // The file itself cannot be moved into place: the earlier description stays.
            Path array = out.resolve("deep/a" + format.suffix());
            Files.delete(array);
            Files.createDirectories(array.resolve("in its place"));
            Files.write(out.resolve("deep/a.json"), new byte[] {1});
            assertThrows(
                    DicomException.class,
                    () -> SeriesFile.outcome(
                            series, out, "deep/a", settings, Optional.empty(), name -> false, Progress.NONE));
            assertArrayEquals(new byte[] {1}, Files.readAllBytes(out.resolve("deep/a.json")));
            Files.delete(out.resolve("deep/a.json"));
            assertThrows(
                    DicomException.class,
                    () -> SeriesFile.outcome(
                            series, out, "deep/a", settings, Optional.empty(), name -> false, Progress.NONE));
            try (Stream<Path> left = Files.list(out.resolve("deep"))) {
                assertEquals(List.of(array), left.toList());
            }
            assertTrue(json.length > 10);
        }
        ExportSettings frames = ExportSettings.of(ExportFormat.PNG, List.of(), 0, Optional.empty());
        assertThrows(
                IllegalArgumentException.class,
                () -> SeriesFile.outcome(series, folder, "a", frames, Optional.empty(), name -> false, Progress.NONE));
    }
}
