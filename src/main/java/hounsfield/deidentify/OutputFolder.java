package hounsfield.deidentify;

import hounsfield.bytes.ByteSource;
import hounsfield.dataset.csv.AtomicFile;
import hounsfield.dataset.part.PartFolder;
import hounsfield.deidentify.key.Pseudonyms;
import hounsfield.series.SourceFiles;
import hounsfield.standard.error.OneLine;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The output folder: numbered files, a note of the settings, and a list of numbers, from which a later run knows which files are done.
 * The list has keyed hashes instead of names, because names of files often contain names of patients.
 */
final class OutputFolder implements Closeable {
    /** Name of the note. */
    static final String NOTE = "deidentified.txt";
    /** Name of the list of numbers. */
    static final String NUMBERS = "numbers.csv";

    private static final String TITLE = "De-identified by Hounsfield";
    private static final String COLUMNS = "number,mark";

    private final PartFolder folder;
    private final Pseudonyms pseudonyms;
    private final Map<String, Integer> numbers;

    private OutputFolder(PartFolder folder, Pseudonyms pseudonyms) throws IOException {
        this.folder = folder;
        this.pseudonyms = pseudonyms;
        numbers = read(folder.file(NUMBERS));
    }

    /**
     * Creates the folder, or opens that of an earlier run and removes unfinished files. Numbers new files in the order of their hashes.
     *
     * @return the folder, to be closed by the caller
     * @throws IllegalArgumentException if the folder has foreign files, an earlier run had other settings, or another run uses it
     */
    static OutputFolder open(Path path, SourceFiles files, DeidentifySettings settings) throws IOException {
        if (!Files.exists(path)) Files.createDirectories(path);
        else if (!Files.isDirectory(path)) throw new IllegalArgumentException(OneLine.of(path) + " is not a folder");
        List<String> note = new ArrayList<>(List.of(TITLE));
        settings.describe().lines().forEach(note::add);
        PartFolder folder = PartFolder.open(path, NOTE, note);
        try {
            OutputFolder output = new OutputFolder(folder, settings.pseudonyms());
            output.number(files);
            return output;
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static Map<String, Integer> read(Path list) throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        if (!Files.exists(list)) return numbers;
        for (String line : Files.readAllLines(list)) {
            int comma = line.indexOf(',');
            if (line.isBlank() || line.equals(COLUMNS)) continue;
            try {
                numbers.put(line.substring(comma + 1), Integer.parseInt(line.substring(0, Math.max(0, comma))));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        OneLine.of(list) + " is not a list of numbers; choose another folder");
            }
        }
        return numbers;
    }

    private void number(SourceFiles files) throws IOException {
        List<String> added = files.files().stream()
                .map(source -> mark(files.name(source)))
                .filter(mark -> !numbers.containsKey(mark))
                .distinct()
                .sorted()
                .toList();
        int next = numbers.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        for (String mark : added) numbers.put(mark, next++);
        if (added.isEmpty()) return;
        StringBuilder lines = new StringBuilder(COLUMNS + "\n");
        numbers.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue))
                .forEach(entry -> lines.append(entry.getValue() + "," + entry.getKey() + "\n"));
        AtomicFile.write(folder.file(NUMBERS), part -> Files.writeString(part, lines));
    }

    private String mark(String name) {
        return pseudonyms.mark("file", name);
    }

    /** Returns the output path of a file. */
    Path place(SourceFiles files, ByteSource source) {
        return folder.file("%06d.dcm".formatted(numbers.get(mark(files.name(source)))));
    }

    /** Returns whether a file exists and is newer than its source. */
    static boolean isDone(Path target, Path source) throws IOException {
        return Files.isRegularFile(target)
                && Files.getLastModifiedTime(target).compareTo(Files.getLastModifiedTime(source)) >= 0;
    }

    /** Returns the path of a file that is not numbered. */
    Path resolve(String name) {
        return folder.file(name);
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
