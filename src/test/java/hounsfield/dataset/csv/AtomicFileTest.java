package hounsfield.dataset.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    /** Two commands may save under one name at the same time; the file is that of the one that ends last. */
    @Test
    void whoWritesTheSameFileMeanwhileIsNotInTheWay() throws IOException {
        Path target = folder.resolve("table.csv");
        AtomicFile.write(target, part -> {
            Files.writeString(part, "one");
            AtomicFile.write(target, other -> Files.writeString(other, "two"));
            assertEquals("two", Files.readString(target));
        });
        assertEquals("one", Files.readString(target));
        assertEquals(List.of("table.csv"), names());
    }

    @Test
    void failedWritingKeepsTheOldFile() throws IOException {
        Path target = folder.resolve("table.csv");
        AtomicFile.write(target, part -> Files.writeString(part, "old"));
        assertThrows(
                IOException.class,
                () -> AtomicFile.write(target, part -> {
                    Files.writeString(part, "half");
                    throw new IOException("full");
                }));
        assertEquals("old", Files.readString(target));
        assertEquals(List.of("table.csv"), names());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
