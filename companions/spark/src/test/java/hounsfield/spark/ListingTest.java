package hounsfield.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {
    @TempDir
    Path folder;

    private List<FoundFile> list(String scheme) throws IOException {
        Configuration configuration = new Configuration();
        configuration.set("fs.odd.impl", OddFileSystem.class.getName());
        return Listing.of(new org.apache.hadoop.fs.Path(scheme + ":" + folder), configuration);
    }

    private static Map<String, Long> sizes(List<FoundFile> files) {
        Map<String, Long> sizes = new TreeMap<>();
        for (FoundFile file : files) assertEquals(null, sizes.put(file.name(), file.size()), file.name());
        return sizes;
    }

    private void write(String name, int size) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[size]);
    }

    @Test
    void localDisksAreListedLikeOtherStorage() throws IOException {
        write("a", 1);
        write("time 12:30/at 1:2/b#c?d%20", 2);
        write("Größe/line\nbreak", 3);
        write("deep/deeper/deepest/x", 4);
        Files.createDirectories(folder.resolve("empty"));
        List<FoundFile> files = list("file");
        assertEquals(
                Map.of("a", 1L, "time 12:30/at 1:2/b#c?d%20", 2L, "Größe/line\nbreak", 3L, "deep/deeper/deepest/x", 4L),
                sizes(files));
        assertEquals(sizes(list("odd")), sizes(files));
        for (FoundFile file : files) {
            assertEquals(folder.resolve(file.name()), Storage.local(file));
            assertEquals(new org.apache.hadoop.fs.Path("file:" + folder.resolve(file.name())).toString(), file.path());
        }
    }

    @Test
    void linksToFilesAreFilesAndThoseToFoldersAreNotFollowed() throws IOException {
        write("real/a", 5);
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real").resolve("a"));
        Files.createSymbolicLink(folder.resolve("real").resolve("around"), folder);
        Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("gone"));
        assertEquals(Map.of("link", 5L, "real/a", 5L), sizes(list("file")));
    }

    @Test
    void inputThatIsNotAFolderIsRefused() throws IOException {
        write("a", 1);
        folder = folder.resolve("a");
        assertThrows(IllegalArgumentException.class, () -> list("file"));
        folder = folder.resolveSibling("gone");
        assertThrows(IllegalArgumentException.class, () -> list("file"));
    }
}
