package hounsfield.spark;

import hounsfield.dataset.csv.CsvLine;
import hounsfield.dataset.picture.ExportNames;
import hounsfield.dataset.picture.ExportOutcome;
import hounsfield.dataset.picture.ExportSettings;
import hounsfield.dataset.picture.FileExport;
import hounsfield.imagej.files.ExportWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** Writes the pictures of a slice, and their list as a part. */
record ExportTask(
        ExportSettings settings,
        byte[] secret,
        PartTarget target,
        Broadcast<SerializableConfiguration> configuration,
        Counters counters)
        implements VoidFunction<ExportSlice> {
    /** Name of the pictures of a file while they are on the disk of the task. */
    private static final String DRAFT = "picture";

    @Override
    public void call(ExportSlice work) throws IOException {
        Configuration hadoop = configuration.value().value();
        Slice slice = work.slice();
        FileSystem files = Storage.of(new Path(target.folder()), hadoop);
        FileSystem input = slice.storage(hadoop);
        FileMarks marks = FileMarks.of(secret);
        FileExport export = new FileExport(settings, marks.key(), new ExportWriter());
        StagedPictures staged = new StagedPictures(files, target, slice.number());
        java.nio.file.Path drafts = Files.createTempDirectory("hounsfield");
        TaskProgress progress = new TaskProgress();
        try (BufferedWriter list = new BufferedWriter(new OutputStreamWriter(
                files.create(Storage.unfinished(target.part(slice.number())), true), StandardCharsets.UTF_8))) {
            list.write(marks.heading());
            for (int i = 0; i < slice.files().size(); i++) {
                progress.check();
                FoundFile file = slice.files().get(i);
                ExportOutcome outcome = outcome(file, export, input, drafts, marks, progress);
                list.write(lines(marks.cell(file), work.names().get(i), outcome, drafts, staged));
                counters.refused().add(outcome.leftOut());
                counters.pictures().add(outcome.written());
            }
        } finally {
            // Nothing is left there unless a picture could not be written.
            try (var left = Files.list(drafts)) {
                for (java.nio.file.Path file : left.toList()) Files.delete(file);
            }
            Files.delete(drafts);
        }
        target.check(files);
        staged.place();
        target.commit(
                files, slice.number(), slice.files().stream().map(marks::line).toList());
        staged.remove();
    }

    private ExportOutcome outcome(
            FoundFile file,
            FileExport export,
            FileSystem input,
            java.nio.file.Path drafts,
            FileMarks marks,
            TaskProgress progress)
            throws IOException {
        counters.files().add(1);
        if (!file.reason().isEmpty()) return new ExportOutcome(List.of(), file.reason(), marks.unknown());
        try (StoredFile stored = new StoredFile(file, input)) {
            ExportOutcome outcome = export.outcome(stored.source(), drafts, DRAFT, progress);
            counters.bytes().add(stored.bytes());
            return outcome;
        }
    }

    /** Returns the lines of a file, after its pictures have left the disk of the task. */
    private String lines(
            String cell, String name, ExportOutcome outcome, java.nio.file.Path drafts, StagedPictures staged)
            throws IOException {
        CsvLine line = new CsvLine();
        if (outcome.pictures().isEmpty()) {
            if (!outcome.isListed()) return "";
            line.add(cell);
            outcome.groups().forEach(line::add);
            return line.add(null).add(null).add(outcome.reason()).end();
        }
        StringBuilder lines = new StringBuilder();
        int count = outcome.pictures().size();
        for (ExportOutcome.Frame frame : outcome.pictures()) {
            boolean written = frame.reason().isEmpty();
            String picture = ExportNames.picture(
                    name, frame.frame(), count, settings.format().suffix());
            if (written) staged.add(drafts.resolve(frame.picture()), picture);
            line.add(cell);
            outcome.groups().forEach(line::add);
            line.add((long) frame.frame()).add(written ? picture : null).add(written ? null : frame.reason());
            lines.append(line.end());
        }
        return lines.toString();
    }
}
