package hounsfield.imagej.operation;

import hounsfield.bytes.ByteSource;
import hounsfield.deidentify.DeidentifySettings;
import hounsfield.deidentify.FolderDeidentification;
import hounsfield.deidentify.Preview;
import hounsfield.deidentify.pixels.Rectangles;
import hounsfield.deidentify.profile.Profile;
import hounsfield.deidentify.profile.ProfileOption;
import hounsfield.imagej.files.SecretKey;
import hounsfield.parse.DicomFile;
import hounsfield.series.SourceFiles;
import hounsfield.standard.Labels;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.OneLine;
import hounsfield.work.Diagnostic;
import hounsfield.work.Progress;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code De-identify DICOM...}: writes de-identified copies of the files of a folder, see docs/deidentify.md. */
public final class Deidentify {
    /** Title of the table of {@link #preview}. */
    public static final String PREVIEW = "De-identification Preview";

    /** Title of the table of files that were left out. */
    public static final String LEFT_OUT = "Files Left Out";

    private Deidentify() {}

    /**
     * The options of {@code De-identify DICOM...}.
     *
     * @param options options of the profile, separated by commas; empty for the basic profile
     * @param key a file with the secret key; empty for the one in ImageJ's preferences folder
     * @param rectangles a file with rectangles to blank; empty for none
     */
    public record Options(String options, Optional<Path> key, Optional<Path> rectangles) {
        /** The basic profile, with the key in ImageJ's preferences folder. */
        public static final Options DEFAULT = new Options("", Optional.empty(), Optional.empty());

        /**
         * {@return these options with other options of the profile}
         *
         * @param words some of {@link Deidentify#options}, separated by commas; empty for none
         */
        public Options with(String words) {
            return new Options(words, key, rectangles);
        }

        /**
         * {@return these options with another key}
         *
         * @param file a file of at least 16 bytes
         */
        public Options withKey(Path file) {
            return new Options(options, Optional.of(file), rectangles);
        }

        /**
         * {@return these options with rectangles}
         *
         * @param file of CSV, see docs/deidentify.md
         */
        public Options withRectangles(Path file) {
            return new Options(options, key, Optional.of(file));
        }

        private DeidentifySettings settings() throws IOException {
            Profile profile = new Profile(ProfileOption.parse(options));
            Rectangles kept = rectangles.isPresent() ? Rectangles.read(rectangles.get()) : Rectangles.NONE;
            return new DeidentifySettings(profile, SecretKey.read(key), kept);
        }
    }

    /**
     * The result of a run.
     *
     * @param written number of files written
     * @param existing number of files that an earlier run had written
     * @param leftOut table of the files that were left out, with name and reason; names may identify patients
     * @param report path of the report, which contains only counts
     */
    public record Result(int written, int existing, ResultsTable leftOut, Path report) {
        /** {@return a sentence with the numbers, without names} */
        public String summary() {
            String text = written + " files written";
            if (existing > 0) text += ", " + existing + " existed already";
            if (leftOut.size() > 0) text += ", " + leftOut.size() + " left out";
            return text + "; counts are in " + OneLine.of(report.getFileName());
        }
    }

    /** {@return the words of the options of the profile} */
    public static List<String> options() {
        return Labels.of(ProfileOption.values());
    }

    /**
     * De-identifies a folder and its subfolders. The next run continues an interrupted one.
     *
     * @param folder the input, which is not changed
     * @param output the output folder, outside of the input; created if necessary
     * @param options profile, key and rectangles
     * @param progress reports and cancels
     * @return numbers, the files that were left out, and the path of the report
     * @throws IOException if a folder, the key or the rectangles cannot be read, or the output cannot be written
     * @throws IllegalArgumentException if an option is invalid, there are no files, the key is in the output, or {@code output} has
     *     foreign files
     */
    public static Result run(Path folder, Path output, Options options, Progress progress) throws IOException {
        SecretKey.checkApart(options.key(), output);
        FolderDeidentification.Result result = FolderDeidentification.run(folder, output, options.settings(), progress);
        ResultsTable table = new ResultsTable();
        for (Diagnostic each : result.leftOut()) {
            table.incrementCounter();
            table.addValue("file", each.name());
            table.addValue("reason", each.sentence());
        }
        return new Result(result.written(), result.existing(), table, result.report());
    }

    /**
     * Lists what would change in a file. Writes nothing.
     *
     * @param path a DICOM file; or a folder, an archive or a DICOMDIR, for its first DICOM file
     * @param options profile, key and rectangles
     * @param progress reports and cancels
     * @return a new table with values of the patient, not shown: element, rule, before, after, and outcome
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if an option is invalid, or there is no DICOM file
     */
    public static ResultsTable preview(Path path, Options options, Progress progress) throws IOException {
        DeidentifySettings settings = options.settings();
        DicomFile file = file(path, progress);
        ResultsTable table = new ResultsTable();
        Optional<String> refusal = Preview.refusal(file, settings);
        if (refusal.isPresent()) add(table, "this file", "", "", "", "left out: " + refusal.get());
        for (Preview.Row row : Preview.of(file, settings)) {
            String element = (row.element() + " " + row.name()).strip();
            add(table, element, row.rule(), row.before(), row.after(), row.outcome());
        }
        return table;
    }

    private static void add(ResultsTable table, String... cells) {
        String[] columns = {"Element", "Rule", "Before", "After", "Outcome"};
        table.incrementCounter();
        for (int i = 0; i < cells.length; i++) table.addValue(columns[i], cells[i]);
    }

    private static DicomFile file(Path path, Progress progress) throws IOException {
        if (Files.isRegularFile(path) && !SourceFiles.isArchive(path)) {
            DicomFile own = DicomFile.read(path);
            if (!own.isMediaStorageDirectory()) return own;
        }
        for (ByteSource source : SourceFiles.of(path, progress).files()) {
            progress.check();
            try {
                DicomFile file = DicomFile.read(source);
                if (!file.isMediaStorageDirectory() && file.dataSet().size() > 0) return file;
            } catch (DicomException e) {
                // The next file may be readable.
            }
        }
        throw new IllegalArgumentException("there is no DICOM file in " + OneLine.of(path));
    }
}
