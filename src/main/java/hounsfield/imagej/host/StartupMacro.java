package hounsfield.imagej.host;

import hounsfield.dataset.csv.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One line in {@code RunAtStartup.ijm} of ImageJ's macros folder, which ImageJ runs at its start. All other lines belong to the user
 * and are kept.
 */
public final class StartupMacro {
    /** The name of the file. */
    static final String FILE = "RunAtStartup.ijm";

    private static final String MARK = "// Hounsfield, see DICOM Options...";
    /** Without the plugin, the command is missing and the line does nothing. */
    private static final String LINE = "List.setCommands; if (List.get(\"DICOM Options...\") != \"\") "
            + "call(\"hounsfield.command.DicomDrops.install\"); List.clear(); " + MARK;

    private StartupMacro() {}

    /**
     * Writes or removes the line. The file is replaced completely or not at all.
     *
     * @param macros the macros folder, which is created if it is missing
     * @param present whether the line is to be there
     * @throws IOException if the file cannot be read or written
     */
    public static void write(Path macros, boolean present) throws IOException {
        Path file = macros.resolve(FILE);
        List<String> before = Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        List<String> lines = new ArrayList<>(before);
        lines.removeIf(line -> line.endsWith(MARK));
        if (present) lines.add(LINE);
        if (lines.equals(before)) return;
        if (lines.isEmpty()) {
            Files.delete(file);
            return;
        }
        Files.createDirectories(macros);
        // A link stays a link.
        Path target = Files.exists(file) ? file.toRealPath() : file;
        AtomicFile.write(target, part -> Files.write(part, lines, StandardCharsets.UTF_8));
    }
}
