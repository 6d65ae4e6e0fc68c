package hounsfield.dataset.export;

import hounsfield.dataset.csv.AtomicFile;
import hounsfield.dataset.csv.ByteOrderMark;
import hounsfield.dataset.part.Journal;
import hounsfield.dataset.part.PartFolder;
import hounsfield.dataset.picture.ExportFormat;
import hounsfield.dataset.picture.ExportOutcome;
import hounsfield.dataset.picture.PicturePlace;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes a part of an export. The pictures of a unit are written to a work folder, then a journal records the unit, so that a run after
 * a kill processes only the other units. When all units are done, the pictures are moved into place, and then the list.
 */
final class ExportPart {
    private final ExportFolder output;
    private final ExportUnits<?> units;
    private final ExportLines lines;
    private final ExportFormat format;
    private final PartUnits part;

    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger existing = new AtomicInteger();

    ExportPart(ExportFolder output, ExportUnits<?> units, ExportLines lines, ExportFormat format, PartUnits part) {
        this.output = output;
        this.units = units;
        this.lines = lines;
        this.format = format;
        this.part = part;
    }

    /** Makes the missing units of the part; returns whether any were missing. */
    boolean make(Progress progress) throws IOException {
        part.readList();
        boolean whole = Files.exists(part.list()) && part.missing().isEmpty();
        if (!whole) part.readJournal();
        existing.addAndGet(part.count(true));
        if (whole) return false;
        try (Journal journal = Journal.open(part.journal())) {
            List<Integer> missing = part.missing();
            Workers.forEach(units.threads(), missing.size(), progress, () -> index -> {
                export(missing.get(index), journal, progress);
            });
        }
        finish();
        return true;
    }

    int written() {
        return written.get();
    }

    int existing() {
        return existing.get();
    }

    int leftOut() {
        return part.count(false);
    }

    private void export(int index, Journal journal, Progress progress) throws IOException {
        int unit = part.unit(index);
        String name = Integer.toString(unit);
        AtomicInteger kept = new AtomicInteger();
        ExportOutcome outcome;
        try {
            outcome = units.export(
                    unit,
                    output.work(),
                    name,
                    staged -> isKept(lines.name(unit) + staged.substring(name.length()), index, kept),
                    progress);
        } catch (DicomException e) {
            throw e.adding(PartFolder.CONSEQUENCE);
        }
        part.set(index, lines.of(unit, outcome));
        try {
            journal.add(part.record(index));
        } catch (IOException e) {
            throw PartFolder.ended(e);
        }
        existing.addAndGet(kept.get());
        written.addAndGet(outcome.written() - kept.get());
    }

    private boolean isKept(String picture, int index, AtomicInteger kept) {
        try {
            if (!part.isThere(picture, index)) return false;
        } catch (IOException e) {
            return false;
        }
        kept.incrementAndGet();
        return true;
    }

    /** Moves the pictures into place, and then the list. */
    private void finish() throws IOException {
        for (int i = 0; i < part.count(); i++) {
            List<ExportLines.Line> all = part.lines(i);
            StringBuilder text = new StringBuilder();
            for (ExportLines.Line line : all) {
                String reason = line.hasPicture()
                        ? moveIntoPlace(part.staged(i, line, all.size()), part.picture(i, line, all.size()))
                        : "";
                if (!reason.isEmpty()) written.decrementAndGet();
                text.append(reason.isEmpty() ? line.text() : lines.without(line, reason));
            }
            part.set(i, text.toString());
        }
        try {
            AtomicFile.write(part.list(), this::write);
        } catch (IOException e) {
            throw PartFolder.ended(e);
        }
        output.clearWork();
    }

    private void write(Path list) throws IOException {
        ByteOrderMark mark = new ByteOrderMark();
        for (int i = 0; i < part.count(); i++) mark.record(part.text(i));
        try (BufferedWriter writer = Files.newBufferedWriter(list)) {
            mark.write(writer);
            writer.write(lines.heading());
            for (int i = 0; i < part.count(); i++) writer.write(part.text(i));
        }
    }

    /** Moves a picture into place; returns the reason if that is impossible, otherwise an empty text. */
    private String moveIntoPlace(String staged, String picture) throws IOException {
        Path from = output.staged(staged);
        if (!Files.exists(from)) {
            return Files.isRegularFile(output.place(picture))
                    ? ""
                    : "the picture was removed during the export; run the export again";
        }
        if (output.isTaken(picture)) return ExportLines.TAKEN;
        String side = format.side(picture);
        try {
            Path target = PicturePlace.place(output.place(""), picture);
            Path sideFrom = output.staged(format.side(staged));
            // An earlier run was killed after it had moved this picture.
            if (!side.isEmpty() && Files.exists(sideFrom)) AtomicFile.move(sideFrom, output.place(side));
            AtomicFile.move(from, target);
            return "";
        } catch (IOException e) {
            if (!side.isEmpty()) Files.deleteIfExists(output.place(side));
            output.checkWritable();
            return "the picture cannot be moved into place: " + DicomException.reason(e);
        }
    }
}
