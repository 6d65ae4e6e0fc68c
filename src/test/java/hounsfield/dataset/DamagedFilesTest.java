package hounsfield.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.dataset.export.BatchExport;
import hounsfield.dataset.export.ExportScope;
import hounsfield.dataset.picture.ExportFormat;
import hounsfield.dataset.picture.ExportSettings;
import hounsfield.dataset.table.FolderTable;
import hounsfield.dataset.table.TableSettings;
import hounsfield.frame.DamagedFrames;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Folders with files in which some frames cannot be decoded: the good frames give a row and pictures. */
class DamagedFilesTest {
    @TempDir
    Path folder;

    private List<String> export(byte[] file) throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Files.write(in.resolve("a.dcm"), file);
        Files.write(in.resolve("b.dcm"), DamagedFrames.nativeFile(1));
        BatchExport.Result result = BatchExport.run(
                in,
                folder.resolve("out"),
                ExportSettings.of(ExportFormat.PNG, List.of(), 0, Optional.empty()),
                ExportScope.ALL,
                (picture, settings, place) -> Files.write(place, new byte[1]),
                Progress.NONE);
        assertEquals(3, result.written());
        assertEquals(1, result.leftOut());
        return Files.readAllLines(result.manifest());
    }

    @ParameterizedTest
    @EnumSource
    void brokenFrameHasAReasonAndTheOthersPictures(DamagedFrames kind) throws IOException {
        List<String> lines = export(kind.middleBroken().toBytes());
        assertEquals("a.dcm,0,a_f1.png,", lines.get(1));
        assertTrue(lines.get(2).startsWith("a.dcm,1,,\"(7FE0,0010), frame 1, byte "), lines::toString);
        assertEquals("a.dcm,2,a_f3.png,", lines.get(3));
        assertEquals("b.dcm,0,b.png,", lines.get(4));
    }

    @Test
    void cutFrameIsNoPicture() throws IOException {
        List<String> lines = export(DamagedFrames.nativeCut(3, 7));
        assertEquals("a.dcm,2,,\"(7FE0,0010), frame 2, byte 465: declares 72 bytes, 65 are there\"", lines.get(3));
    }

    @Test
    void rowHasTheStatisticsOfTheGoodFramesAndTheReason() throws IOException {
        Path file = Files.write(folder.resolve("a.dcm"), DamagedFrames.nativeCut(3, 7));
        Map<String, Object> row = FolderTable.row(file, TableSettings.ALL);
        assertEquals(-24.0, row.get("min"));
        assertEquals(-1.0, row.get("max"));
        assertEquals("HU", row.get("unit"));
        assertTrue(row.get("reason").toString().endsWith("; the first 2 of 3 frames can be read"));
    }
}
