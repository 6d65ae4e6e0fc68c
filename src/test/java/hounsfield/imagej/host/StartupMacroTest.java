package hounsfield.imagej.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupMacroTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("macros/RunAtStartup.ijm");
    }

    private void write(boolean present) throws IOException {
        StartupMacro.write(folder.resolve("macros"), present);
    }

    @Test
    void theLineComesOnceAndGoesWithTheFileThatItMade() throws IOException {
        write(false);
        assertFalse(Files.exists(file()));
        write(true);
        write(true);
        List<String> lines = Files.readAllLines(file());
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).contains("call(\"hounsfield.command.DicomDrops.install\")"), lines.get(0));
        write(false);
        assertFalse(Files.exists(file()));
    }

    @Test
    void linesOfTheUserStay() throws IOException {
        Files.createDirectories(file().getParent());
        List<String> own = List.of("setTool(\"hand\");", "", "// Hounsfield");
        Files.write(file(), own);
        write(true);
        assertEquals(own, Files.readAllLines(file()).subList(0, 3));
        assertEquals(4, Files.readAllLines(file()).size());
        write(false);
        assertEquals(own, Files.readAllLines(file()));
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertEquals(1, files.count());
        }
    }
}
