package hounsfield.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputLockTest {
    private static final long RENEWED = 100;

    @TempDir
    java.nio.file.Path folder;

    private FileSystem files(FileSystem system, String scheme) throws IOException {
        system.initialize(URI.create(scheme + ":///"), new Configuration());
        return system;
    }

    private void secondIsRefused(FileSystem files, Path output) throws IOException {
        try (OutputLock first = OutputLock.take(files, output, "first", RENEWED)) {
            IllegalArgumentException e = assertThrows(
                    IllegalArgumentException.class, () -> OutputLock.take(files, output, "second", RENEWED));
            assertTrue(e.getMessage().startsWith("another run is writing to "), e.getMessage());
            assertTrue(OutputLock.has(files, output, "first"));
        }
        try (OutputLock second = OutputLock.take(files, output, "second", RENEWED)) {
            assertTrue(OutputLock.has(files, output, "second"));
        }
    }

    @Test
    void secondRunIsRefusedOnALocalDisk() throws IOException {
        secondIsRefused(files(new RawLocalFileSystem(), "file"), new Path("file:" + folder));
    }

    @Test
    void secondRunIsRefusedInOtherStorage() throws IOException {
        secondIsRefused(files(new OddFileSystem(), "odd"), new Path("odd:" + folder));
    }

    @Test
    void runThatHasBeenKilledIsReplaced() throws IOException {
        FileSystem files = files(new OddFileSystem(), "odd");
        Path output = new Path("odd:" + folder);
        Storage.writeLines(files, new Path(output, OutputLock.RUN), List.of("killed", "7"));
        try (OutputLock next = OutputLock.take(files, output, "next", RENEWED)) {
            assertTrue(OutputLock.has(files, output, "next"));
            PartTarget killed = new PartTarget(output.toString(), "_files", "killed", "");
            IOException e = assertThrows(IOException.class, () -> killed.commit(files, "part", List.of("a")));
            assertTrue(e.getMessage().contains("another run has taken"), e.getMessage());
        }
        assertEquals(List.of(), Trial.names(folder));
    }
}
