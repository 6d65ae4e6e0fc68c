package hounsfield.dataset.table;

import hounsfield.bytes.ByteSource;
import hounsfield.dataset.csv.AtomicFile;
import hounsfield.dataset.csv.CsvLine;
import hounsfield.dataset.part.NameHash;
import hounsfield.dataset.part.PartFolder;
import hounsfield.dataset.part.Shard;
import hounsfield.series.FolderFiles;
import hounsfield.series.SeriesSelection;
import hounsfield.series.SourceFiles;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.OneLine;
import hounsfield.work.Diagnostic;
import hounsfield.work.Progress;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the table of a folder in parts: CSV files, each with the rows of a fixed number of DICOM files in the order of their paths.
 * Each part has the columns of its own files. The next run continues one that was cancelled or killed, with the files that have no row
 * yet.
 */
public final class TableParts {
    /** Name of the list of parts. Its columns are part, first and last file, rows, and rows with a reason. */
    public static final String MANIFEST = "manifest.csv";

    /** Usual number of files of a part. */
    public static final int FILES = 1000;

    private static final String NOTE = "table.txt";
    private static final String SUFFIX = ".csv";
    /** The extension of the journal of an unfinished part. */
    private static final String UNFINISHED = ".unfinished";

    private final SourceFiles all;
    private final List<ByteSource> files;
    private final TableSettings settings;
    private final int each;

    private TableParts(SourceFiles all, List<ByteSource> files, TableSettings settings, int each) {
        this.all = all;
        this.files = files;
        this.settings = settings;
        this.each = each;
    }

    /**
     * The result.
     *
     * @param parts number of parts in the folder
     * @param made number of parts that this run made; the others existed
     * @param rows number of rows of the parts that this run made
     * @param leftOut number of those rows with a reason
     */
    public record Result(int parts, int made, long rows, long leftOut) {}

    /**
     * Makes the parts that are missing.
     *
     * @param folder a folder, a ZIP archive, or a DICOMDIR, for the files that it names
     * @param series the series whose files are taken
     * @param output the folder of the parts, outside of the input; created if it does not exist
     * @param settings the columns
     * @param shard the share of the files
     * @param each number of files of a part
     * @param progress receives progress, and can cancel; the parts so far remain
     * @return the result
     * @throws IOException if a folder cannot be read or written
     * @throws IllegalArgumentException if there are no DICOM files, if another run uses the output folder, or if an earlier run had
     *     other options or files
     */
    public static Result run(
            Path folder,
            SeriesSelection series,
            Path output,
            TableSettings settings,
            Shard shard,
            int each,
            Progress progress)
            throws IOException {
        if (each < 1) throw new IllegalArgumentException("a part of " + each + " files");
        if (Files.exists(folder) && !SourceFiles.isArchive(folder)) FolderFiles.checkApart(folder, output);
        SourceFiles all = SourceFiles.of(folder, series, progress);
        List<ByteSource> files = new ArrayList<>();
        for (ByteSource file : all.files()) if (shard.has(all.name(file))) files.add(file);
        TableParts parts = new TableParts(all, files, settings, each);
        try (PartFolder target = PartFolder.open(output, NOTE, parts.options(shard))) {
            return parts.makeAll(target, progress);
        }
    }

    private List<String> options(Shard shard) {
        List<String> options = new ArrayList<>(List.of("Table by Hounsfield in parts"));
        options.addAll(settings.describe());
        options.add("shard=" + shard.text());
        options.add("files of a part=" + each);
        options.add("files=" + files.size() + " " + hash());
        return options;
    }

    /** Returns a hash of the names of the files, because the number of a part depends on their list. */
    private String hash() {
        NameHash hash = new NameHash();
        for (ByteSource file : files) hash.add(all.name(file));
        return hash.text();
    }

    private Result makeAll(PartFolder target, Progress progress) throws IOException {
        try {
            return make(target, progress);
        } catch (DicomException e) {
            throw e;
        } catch (IOException e) {
            throw PartFolder.ended(e);
        }
    }

    private Result make(PartFolder target, Progress progress) throws IOException {
        int count = (files.size() + each - 1) / each;
        int made = 0;
        long rows = 0;
        long leftOut = 0;
        for (int part = 0; part < count; part++) {
            progress.update(part, count);
            Path file = target.part(part, SUFFIX);
            Path unfinished = target.part(part, UNFINISHED);
            if (Files.exists(file)) {
                Files.deleteIfExists(unfinished);
                continue;
            }
            boolean last = part == count - 1;
            try (RowJournal journal = RowJournal.open(unfinished);
                    FolderTable table = FolderTable.read(
                            all,
                            files.subList(part * each, Math.min(files.size(), (part + 1) * each)),
                            last ? all.unusable() : List.<Diagnostic>of(),
                            settings,
                            Optional.of(journal),
                            progress.ofPart())) {
                table.writeCsv(file, progress);
                rows += table.rows();
                leftOut += table.leftOut();
            }
            Files.delete(unfinished);
            made++;
        }
        if (count == 0) throw new IllegalArgumentException("there are no files in this shard");
        if (made > 0 || !Files.exists(target.file(MANIFEST))) writeManifest(target, count);
        progress.update(1, 1);
        return new Result(count, made, rows, leftOut);
    }

    private void writeManifest(PartFolder target, int count) throws IOException {
        AtomicFile.write(target.file(MANIFEST), part -> {
            try (BufferedWriter writer = Files.newBufferedWriter(part)) {
                CsvLine line = new CsvLine();
                writer.write(
                        line.add("part").add("first").add("last").add("rows").end());
                for (int i = 0; i < count; i++) {
                    Path file = target.part(i, SUFFIX);
                    ByteSource first = files.get(i * each);
                    ByteSource last = files.get(Math.min(files.size(), (i + 1) * each) - 1);
                    line.add(file.getFileName().toString())
                            .add(OneLine.of(all.name(first)))
                            .add(OneLine.of(all.name(last)))
                            .add(rows(file));
                    writer.write(line.end());
                }
            }
        });
    }

    /** Returns the number of rows of a part: its lines after the heading, since no cell has a line break. */
    private static long rows(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return Math.max(0, reader.lines().count() - 1);
        }
    }
}
