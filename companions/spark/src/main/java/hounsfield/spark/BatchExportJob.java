package hounsfield.spark;

import hounsfield.dataset.part.NameHash;
import hounsfield.dataset.picture.ExportNames;
import hounsfield.deidentify.key.KeyFile;
import hounsfield.standard.error.OneLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * A picture of every frame of the files of a folder, with lists of them in parts; the same pictures under the same names as
 * {@link hounsfield.dataset.export.BatchExport} writes. A run that was ended or killed continues with the files that are in no
 * part.
 */
public final class BatchExportJob {
    private static final String NOTE = "_export.txt";
    private static final String SUFFIX = ".csv";

    private BatchExportJob() {}

    /**
     * The result of a run.
     *
     * @param files number of files of the input
     * @param read number of files that this run has read; the others were in parts
     * @param pictures number of pictures that this run has written
     * @param leftOut number of frames, or whole files, without a picture
     * @param bytes number of bytes read
     * @param parts number of parts that this run has written
     */
    public record Result(long files, long read, long pictures, long leftOut, long bytes, int parts) {}

    /**
     * Runs a job given as arguments, {@code key=value} each.
     *
     * @param arguments see README.md
     * @throws IOException if a folder cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        ExportOptions options = ExportOptions.parse(arguments);
        try (SparkSession session =
                SparkSession.builder().appName("Hounsfield export").getOrCreate()) {
            Result result = run(options, session);
            System.out.println(result.files() + " files, " + result.read() + " read, " + result.pictures()
                    + " pictures, " + result.leftOut() + " left out, " + result.parts() + " parts, "
                    + result.bytes() + " bytes");
        }
    }

    /**
     * Writes what is missing.
     *
     * @param options what the export is of
     * @param session of the cluster
     * @return the result
     * @throws IOException if a folder or the key cannot be read, or the output not written
     * @throws IllegalArgumentException if the input is not a folder or is empty, if the output is in it, if another run has the
     *     output, or if the output is of other options or, with names of files, of other files
     */
    public static Result run(ExportOptions options, SparkSession session) throws IOException {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        Configuration hadoop = spark.hadoopConfiguration();
        Listing.checkApart(new Path(options.input()), new Path(options.output()), hadoop);
        byte[] secret = options.key().isEmpty() ? new byte[0] : KeyFile.read(java.nio.file.Path.of(options.key()));
        FileMarks marks = FileMarks.of(secret);
        List<FoundFile> files = Listing.of(new Path(options.input()), hadoop);
        if (files.isEmpty()) throw new IllegalArgumentException("there are no files in " + OneLine.of(options.input()));
        try (OutputFolder output =
                OutputFolder.open(new Path(options.output()), NOTE, note(options, marks, files), SUFFIX, hadoop)) {
            Set<String> done = new HashSet<>();
            output.lists(OutputFolder.FILES).forEach(done::addAll);
            List<FoundFile> left = files.stream()
                    .filter(file -> !done.contains(marks.line(file)))
                    .toList();
            List<ExportSlice> slices = slices(
                    options,
                    marks,
                    files,
                    new LeftWork(output, OutputFolder.FILES, marks::line, (work, entry) -> ExportRecord.of(entry)
                                    .isWhole(new StagedPictures(output.files(), output.path(), work)))
                            .slices(left, options.files(), spark.defaultParallelism()));
            Counters counters = Counters.in(spark.sc());
            spark.setJobDescription("pictures");
            if (!slices.isEmpty())
                spark.parallelize(slices, slices.size())
                        .foreach(new ExportTask(
                                options.settings(),
                                secret,
                                output.target(OutputFolder.FILES, SUFFIX),
                                spark.broadcast(new SerializableConfiguration(hadoop)),
                                counters));
            output.clearWork();
            return new Result(
                    files.size(),
                    counters.files().value(),
                    counters.pictures().value(),
                    counters.refused().value(),
                    counters.bytes().value(),
                    slices.size());
        }
    }

    /** Returns the options on which pictures depend. Names depend on the list of files; pseudonyms do not, and hide it. */
    private static List<String> note(ExportOptions options, FileMarks marks, List<FoundFile> files) {
        List<String> note = new ArrayList<>(List.of("Pictures by Hounsfield on Spark"));
        note.addAll(options.settings().describe());
        marks.key().ifPresent(key -> note.add("key=" + key.mark("settings", "export")));
        if (marks.key().isPresent()) return note;
        NameHash hash = new NameHash();
        files.forEach(file -> hash.add(file.name()));
        note.add("input=" + options.input());
        note.add("files=" + files.size() + " " + hash.text());
        return note;
    }

    private static List<ExportSlice> slices(
            ExportOptions options, FileMarks marks, List<FoundFile> files, List<Slice> slices) {
        List<String> all = files.stream()
                .filter(file -> file.reason().isEmpty())
                .map(FoundFile::name)
                .toList();
        ExportNames names = new ExportNames(all, marks.key());
        Map<String, String> pictures = new HashMap<>();
        for (int i = 0; i < all.size(); i++) pictures.put(all.get(i), names.name(i));
        return slices.stream()
                .map(slice -> new ExportSlice(
                        slice,
                        new ArrayList<>(slice.files().stream()
                                .map(file -> pictures.getOrDefault(file.name(), ""))
                                .toList())))
                .toList();
    }
}
