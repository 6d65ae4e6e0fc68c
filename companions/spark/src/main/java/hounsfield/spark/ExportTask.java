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
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
        FileMarks marks = FileMarks.of(secret);
        Path left = slice.isLeft() ? new Path(slice.left()) : target.work(slice.number());
        StagedPictures staged = new StagedPictures(files, target.folder(), left);
        String part = target.name(slice.number());
        try (BufferedWriter list = new BufferedWriter(new OutputStreamWriter(
                Storage.create(files, Storage.unfinished(target.part(part))), StandardCharsets.UTF_8))) {
            list.write(marks.heading());
            if (slice.isLeft()) keep(slice, files, marks, staged, list);
            else export(work, files, slice.storage(hadoop), marks, staged, list);
        }
        target.check(files);
        staged.place();
        target.commit(files, part, slice.files().stream().map(marks::line).toList());
        target.clear(files, slice);
    }

    /** Takes the pictures that a task of an earlier run had written. */
    private static void keep(Slice slice, FileSystem files, FileMarks marks, StagedPictures staged, Writer list)
            throws IOException {
        Set<String> names = slice.files().stream().map(marks::line).collect(Collectors.toSet());
        for (TaskJournal.Entry entry : slice.entries(files)) {
            if (!names.contains(entry.file())) continue;
            ExportRecord pictures = ExportRecord.of(entry);
            list.write(pictures.lines());
            pictures.keep(staged);
        }
    }

    private void export(
            ExportSlice work, FileSystem files, FileSystem input, FileMarks marks, StagedPictures staged, Writer list)
            throws IOException {
        Slice slice = work.slice();
        FileExport export = new FileExport(settings, marks.key(), new ExportWriter());
        java.nio.file.Path drafts = Files.createTempDirectory("hounsfield");
        TaskProgress progress = new TaskProgress();
        try (TaskJournal journal = TaskJournal.open(files, target.work(slice.number()))) {
            for (int i = 0; i < slice.files().size(); i++) {
                progress.check();
                FoundFile file = slice.files().get(i);
                int first = staged.next();
                ExportOutcome outcome = outcome(file, export, input, drafts, marks, progress);
                List<String> pictures = new ArrayList<>();
                String lines = lines(marks.cell(file), work.names().get(i), outcome, (draft, picture) -> {
                    staged.add(drafts.resolve(draft), picture);
                    pictures.add(picture);
                });
                list.write(lines);
                journal.add(marks.line(file), new ExportRecord(lines, first, pictures)::write);
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

    /** Receives the pictures of a file. */
    @FunctionalInterface
    private interface Pictures {
        void take(String draft, String picture) throws IOException;
    }

    /** Returns the lines of a file, after its pictures were taken. */
    private String lines(String cell, String name, ExportOutcome outcome, Pictures pictures) throws IOException {
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
            if (written) pictures.take(frame.picture(), picture);
            line.add(cell);
            outcome.groups().forEach(line::add);
            line.add((long) frame.frame()).add(written ? picture : null).add(written ? null : frame.reason());
            lines.append(line.end());
        }
        return lines.toString();
    }
}
