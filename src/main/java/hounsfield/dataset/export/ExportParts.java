package hounsfield.dataset.export;

import hounsfield.dataset.csv.AtomicFile;
import hounsfield.dataset.csv.ByteOrderMark;
import hounsfield.dataset.part.NameHash;
import hounsfield.dataset.picture.ExportSettings;
import hounsfield.deidentify.key.Pseudonyms;
import hounsfield.standard.error.DicomException;
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

/** Runs an export in parts of a fixed number of units, in order, and writes the list of all units. */
final class ExportParts {
    /** Number of units of a part. */
    static final int EACH = 1000;

    private final ExportUnits<?> units;
    private final ExportSettings settings;
    private final ExportScope scope;
    private final Optional<Pseudonyms> key;
    private final ExportLines lines;
    private final int each;

    /** @param each number of units of a part */
    ExportParts(ExportUnits<?> units, ExportSettings settings, ExportScope scope, int each) {
        this.each = each;
        this.units = units;
        this.settings = settings;
        this.scope = scope;
        key = settings.anonymous() ? scope.key() : Optional.empty();
        lines = new ExportLines(units, settings, key);
    }

    /**
     * Makes the parts that are missing.
     *
     * @param unusable files and folders of the input that cannot be used
     * @throws IllegalArgumentException if another run uses the output folder, or an earlier run had other options
     */
    BatchExport.Result run(Path output, List<Diagnostic> unusable, Progress progress) throws IOException {
        NameHash hash = new NameHash();
        // Anybody could test guessed names against a hash without a key.
        units.names().forEach(name -> hash.add(key.isPresent() ? lines.start(name) : name));
        String files = units.names().size() + " " + hash.text() + "\n";
        String suffix = key.isPresent() ? "" : settings.format().suffix();
        try (ExportFolder folder = ExportFolder.open(output, options(), files, suffix)) {
            return make(folder, unusable, progress);
        } catch (IOException e) {
            DicomException.checkInterrupt(e);
            throw e;
        }
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(List.of("Pictures by Hounsfield"));
        options.addAll(settings.describe());
        key.ifPresent(secret -> options.add("key=" + secret.mark("settings", "export")));
        options.add("shard=" + scope.shard().text());
        options.add("files of a part=" + each);
        return options;
    }

    private BatchExport.Result make(ExportFolder folder, List<Diagnostic> unusable, Progress progress)
            throws IOException {
        int total = units.names().size();
        int count = (total + each - 1) / each;
        int written = 0;
        int existing = 0;
        int leftOut = unusable.size();
        boolean changed = !unusable.isEmpty();
        for (int number = 0; number < count; number++) {
            int begin = number * each;
            PartUnits part = new PartUnits(
                    folder, units, lines, settings.format(), number, begin, Math.min(each, total - begin));
            ExportPart made = new ExportPart(folder, units, lines, settings.format(), part);
            changed |= made.make(new PartProgress(progress, begin, total));
            written += made.written();
            existing += made.existing();
            leftOut += made.leftOut();
        }
        folder.clearWork();
        if (changed || !Files.exists(folder.manifest())) writeManifest(folder, count, unusable);
        return new BatchExport.Result(written, existing, leftOut, folder.manifest());
    }

    private void writeManifest(ExportFolder folder, int count, List<Diagnostic> unusable) throws IOException {
        ByteOrderMark mark = new ByteOrderMark();
        List<String> last = unusable.stream()
                .map(problem -> lines.leftOut(problem.name(), problem.sentence()))
                .toList();
        last.forEach(mark::record);
        for (int part = 0; part < count; part++) {
            try (BufferedReader reader = Files.newBufferedReader(folder.list(part))) {
                mark.record(reader.readLine());
            }
        }
        AtomicFile.write(folder.manifest(), list -> {
            try (BufferedWriter writer = Files.newBufferedWriter(list)) {
                mark.write(writer);
                writer.write(lines.heading());
                for (int part = 0; part < count; part++) copy(folder.list(part), writer);
                for (String line : last) writer.write(line);
            }
        });
    }

    private static void copy(Path list, BufferedWriter writer) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(list)) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) writer.write(line + "\n");
        }
    }
}
