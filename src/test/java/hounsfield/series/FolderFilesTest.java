package hounsfield.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hounsfield.work.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFilesTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void files() throws IOException {
        folder = Files.createDirectories(temporary.resolve("real"));
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/b"), "b");
        Files.writeString(folder.resolve("a"), "a");
    }

    @Test
    void linkIsReadAsItsFolder() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);
        FolderFiles files = FolderFiles.walk(link, Progress.NONE);
        assertEquals(List.of(link.resolve("a"), link.resolve("sub/b")), files.files());
        assertEquals(
                List.of("a", "sub/b"), files.files().stream().map(files::name).toList());
    }

    /** An archive of Windows that was unpacked carelessly. */
    @Test
    void aBackslashInANamePartsNoFolders() throws IOException {
        assumeTrue(File.separatorChar == '/', "where a backslash may stand in a name");
        Files.writeString(folder.resolve("sub\\b"), "c");
        Files.writeString(folder.resolve("..\\..\\d"), "d");
        FolderFiles files = FolderFiles.walk(folder, Progress.NONE);
        assertEquals(
                List.of("..\\..\\d", "a", "sub\\b", "sub/b"),
                files.files().stream()
                        .map(files::name)
                        .sorted(Comparator.comparing((String n) -> n.replace('/', '~')))
                        .toList());
    }

    @Test
    void linksWithinAreFollowedToFilesOnly() throws IOException {
        Files.createSymbolicLink(folder.resolve("sub/loop"), folder);
        Files.createSymbolicLink(folder.resolve("broken"), folder.resolve("nothing"));
        Files.createSymbolicLink(folder.resolve("c"), folder.resolve("a"));
        FolderFiles files = FolderFiles.walk(folder, Progress.NONE);
        assertEquals(
                List.of("a", "c", "sub/b"),
                files.files().stream().map(files::name).toList());
        assertEquals(List.of(), files.unreadable());
    }
}
