package hounsfield.spark;

import hounsfield.dataset.table.TableSchema;
import hounsfield.dataset.table.TableSchema.Column;
import hounsfield.standard.error.OneLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The table of a folder in parts, a row per file as {@link hounsfield.dataset.table.FolderTable} has it. A run that was ended
 * or killed continues with the files that are in no part, and on a local disk with those that no task had finished.
 */
public final class FolderTableJob {
    private static final String NOTE = "_table.txt";
    private static final String COLUMNS = "_columns.txt";

    private final TableOptions job;
    private final JavaSparkContext spark;
    private final OutputFolder output;
    private final List<FoundFile> files;
    private final Broadcast<SerializableConfiguration> configuration;

    private FolderTableJob(TableOptions job, JavaSparkContext spark, OutputFolder output, List<FoundFile> files) {
        this.job = job;
        this.spark = spark;
        this.output = output;
        this.files = files;
        configuration = spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
    }

    /**
     * The result of a run.
     *
     * @param files number of files of the input
     * @param read number of files that this run has read for rows; the others were in parts
     * @param refused number of those whose row has a reason
     * @param bytes number of bytes read
     * @param pixels number of samples read
     * @param parts number of parts that this run has written
     */
    public record Result(long files, long read, long refused, long bytes, long pixels, int parts) {}

    /**
     * Runs a job given as arguments, {@code key=value} each.
     *
     * @param arguments see README.md
     * @throws IOException if a folder cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        TableOptions job = TableOptions.parse(arguments);
        try (SparkSession session =
                SparkSession.builder().appName("Hounsfield table").getOrCreate()) {
            Result result = run(job, session);
            System.out.println(result.files() + " files, " + result.read() + " read, " + result.refused()
                    + " with a reason, " + result.parts() + " parts, " + result.bytes() + " bytes, " + result.pixels()
                    + " pixels");
        }
    }

    /**
     * Makes the parts that are missing.
     *
     * @param job what the table is of
     * @param session of the cluster
     * @return the result
     * @throws IOException if a folder cannot be read or written
     * @throws IllegalArgumentException if the input is not a folder or is empty, if the output is in it, if another run has the
     *     output, or if the output is of other options
     */
    public static Result run(TableOptions job, SparkSession session) throws IOException {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        Configuration hadoop = spark.hadoopConfiguration();
        Listing.checkApart(new Path(job.input()), new Path(job.output()), hadoop);
        List<FoundFile> files = Listing.of(new Path(job.input()), hadoop);
        if (files.isEmpty()) throw new IllegalArgumentException("there are no files in " + OneLine.of(job.input()));
        try (OutputFolder output = OutputFolder.open(
                new Path(job.output()), NOTE, job.options(), job.format().suffix(), hadoop)) {
            return new FolderTableJob(job, spark, output, files).run();
        }
    }

    private Result run() throws IOException {
        Counters counters = Counters.in(spark.sc());
        Set<String> done = new HashSet<>(
                CollectedRows.content(output.files(), output.folder()).files());
        output.lists(OutputFolder.FILES).forEach(done::addAll);
        List<FoundFile> left = files.stream()
                .filter(file -> !done.contains(Names.line(file.name())))
                .toList();
        each(
                new LeftWork(output, CollectedRows.LISTS, file -> Names.line(file.name()), (work, entry) -> true)
                        .slices(left, job.files(), spark.defaultParallelism()),
                "rows",
                new RowTask(job.settings(), output.target(CollectedRows.LISTS, ""), configuration, counters));
        CollectedRows.Content rows = CollectedRows.content(output.files(), output.folder());
        each(
                rows.slices(),
                "parts",
                new PartTask(
                        columns(rows.columns()),
                        job.format(),
                        output.target(OutputFolder.FILES, job.format().suffix()),
                        configuration));
        output.clearWork();
        CollectedRows.clear(output.files(), output.folder());
        return new Result(
                files.size(),
                counters.files().value(),
                counters.refused().value(),
                counters.bytes().value(),
                counters.pixels().value(),
                rows.slices().size());
    }

    private <T> void each(List<T> work, String name, VoidFunction<T> task) {
        if (work.isEmpty()) return;
        spark.setJobDescription(name + " of " + job.input());
        spark.parallelize(work, work.size()).foreach(task);
    }

    /** Returns the columns of the table. Those of rows are kept for later runs: these add columns, but do not change types. */
    private List<Column> columns(TableSchema ofRows) throws IOException {
        TableSchema schema =
                job.ofRows() ? kept(ofRows) : TableSchema.named(job.settings().tags());
        List<Column> columns = new ArrayList<>(schema.columns(job.settings().pixels()));
        columns.add(RowCells.OTHER);
        return columns;
    }

    private TableSchema kept(TableSchema ofRows) throws IOException {
        FileSystem storage = output.files();
        Path file = output.file(COLUMNS);
        TableSchema schema =
                storage.exists(file) ? TableSchema.parse(Storage.readLines(storage, file)) : new TableSchema();
        schema.extend(ofRows);
        Storage.writeLines(storage, file, schema.lines());
        return schema;
    }
}
