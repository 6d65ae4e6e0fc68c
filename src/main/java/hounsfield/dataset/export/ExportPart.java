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
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * One part of an export. A unit, once its pictures are written beside their places, has a record in a journal, so that a run after a
 * kill reads only the others. When all units are done, the pictures move in their places, and then the list.
 */
final class ExportPart {
    private static final String JOURNAL = "journal";

    private final ExportFolder output;
    private final ExportUnits units;
    private final ExportLines lines;
    private final ExportFormat format;
    private final int number;
    private final int begin;
    /** Lines of each unit that is done; {@code null} for the others. */
    private final String[] done;

    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger there = new AtomicInteger();
    private int leftOut;

    /** @param begin the first unit, of {@code count} */
    ExportPart(
            ExportFolder output,
            ExportUnits units,
            ExportLines lines,
            ExportFormat format,
            int number,
            int begin,
            int count) {
        this.format = format;
        this.output = output;
        this.units = units;
        this.lines = lines;
        this.number = number;
        this.begin = begin;
        done = new String[count];
    }

    /** Makes what is missing of the part; returns whether anything was. */
    boolean make(Progress progress) throws IOException {
        readList();
        boolean whole = Files.exists(output.list(number)) && missing().isEmpty();
        if (!whole) {
            readJournal();
            countThere();
            Path journal = journal();
            try (Journal open = Journal.open(journal)) {
                List<Integer> missing = missing();
                Workers.forEach(units.threads(), missing.size(), progress, () -> index -> {
                    export(missing.get(index), open, progress);
                });
            }
            finish();
        } else {
            countThere();
        }
        for (int i = 0; i < done.length; i++) {
            leftOut += (int)
                    read(i, done[i]).stream().filter(line -> !line.hasPicture()).count();
        }
        return !whole;
    }

    int written() {
        return written.get();
    }

    int there() {
        return there.get();
    }

    int leftOut() {
        return leftOut;
    }

    private List<Integer> missing() {
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < done.length; i++) if (done[i] == null) missing.add(i);
        return missing;
    }

    private List<ExportLines.Line> read(int index, String text) {
        return lines.read(begin + index, text).orElseThrow();
    }

    private void countThere() {
        for (int i = 0; i < done.length; i++) {
            if (done[i] == null) continue;
            there.addAndGet((int) read(i, done[i]).stream()
                    .filter(ExportLines.Line::hasPicture)
                    .count());
        }
    }

    /** Takes over the lines of an earlier list. */
    private void readList() throws IOException {
        Path list = output.list(number);
        if (!Files.exists(list)) return;
        StringBuilder[] found = new StringBuilder[done.length];
        for (int i = 0; i < found.length; i++) found[i] = new StringBuilder();
        try (BufferedReader reader = Files.newBufferedReader(list)) {
            reader.readLine();
            int index = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                while (index < done.length && !line.startsWith(start(index))) index++;
                // It is no list of these files, or was edited: the part is made anew.
                if (index == done.length) return;
                found[index].append(line).append('\n');
            }
        }
        FileTime time = Files.getLastModifiedTime(list);
        for (int i = 0; i < found.length; i++) {
            String text = found[i].toString();
            if (isDone(i, text, time)) done[i] = text;
        }
    }

    private String start(int index) {
        return lines.start(units.names().get(begin + index));
    }

    private Path journal() throws IOException {
        return PicturePlace.of(output.work(), JOURNAL + number);
    }

    /** Takes over the units of a run that was ended, and removes pictures of units that it did not finish. */
    private void readJournal() throws IOException {
        Path journal = journal();
        if (!Files.exists(journal)) output.clearWork();
        Set<String> kept = new HashSet<>(Set.of(JOURNAL + number));
        FileTime time = Files.exists(journal) ? Files.getLastModifiedTime(journal) : FileTime.fromMillis(0);
        for (byte[] record : Journal.read(journal)) {
            String whole = new String(record, StandardCharsets.UTF_8);
            int end = whole.indexOf('\n');
            int index = Integer.parseInt(whole.substring(0, end)) - begin;
            String text = whole.substring(end + 1);
            if (index < 0 || index >= done.length || done[index] != null || !isDone(index, text, time)) continue;
            done[index] = text;
            List<ExportLines.Line> all = read(index, text);
            for (ExportLines.Line line : all) {
                kept.add(staged(index, line, all.size()));
                kept.add(format.side(staged(index, line, all.size())));
            }
        }
        try (Stream<Path> files = Files.list(output.work())) {
            for (Path file : files.toList())
                if (!kept.contains(file.getFileName().toString())) Files.delete(file);
        }
    }

    private String staged(int index, ExportLines.Line line, int count) {
        return lines.picture(Integer.toString(begin + index), line, count);
    }

    private String placed(int index, ExportLines.Line line, int count) {
        return lines.picture(lines.name(begin + index), line, count);
    }

    /** Returns whether all pictures of a unit are newer than its files; without pictures, whether its lines are. */
    private boolean isDone(int index, String text, FileTime time) throws IOException {
        Optional<List<ExportLines.Line>> all = lines.read(begin + index, text);
        if (all.isEmpty()) return false;
        boolean pictures = false;
        for (ExportLines.Line line : all.get()) {
            if (line.isWorthAnotherTry()) return false;
            if (!line.hasPicture()) continue;
            pictures = true;
            Path staged =
                    PicturePlace.of(output.work(), staged(index, line, all.get().size()));
            boolean fresh = Files.exists(staged)
                    ? isNewer(Files.getLastModifiedTime(staged), index)
                    : isThere(placed(index, line, all.get().size()), index);
            if (!fresh) return false;
        }
        return pictures || isNewer(time, index);
    }

    private boolean isNewer(FileTime time, int index) throws IOException {
        for (Path source : units.sources(begin + index)) {
            if (time.compareTo(Files.getLastModifiedTime(source)) < 0) return false;
        }
        return true;
    }

    /** Returns whether a picture of the export is in its place, and newer than its files. */
    private boolean isThere(String picture, int index) throws IOException {
        Path file = output.place(picture);
        return Files.isRegularFile(file) && !output.isTaken(picture) && isNewer(Files.getLastModifiedTime(file), index);
    }

    private void export(int index, Journal journal, Progress progress) throws IOException {
        int unit = begin + index;
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
        String text = lines.of(unit, outcome);
        try {
            journal.add((unit + "\n" + text).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw PartFolder.ended(e);
        }
        done[index] = text;
        there.addAndGet(kept.get());
        written.addAndGet(outcome.written() - kept.get());
    }

    private boolean isKept(String picture, int index, AtomicInteger kept) {
        try {
            if (!isThere(picture, index)) return false;
        } catch (IOException e) {
            return false;
        }
        kept.incrementAndGet();
        return true;
    }

    /** Moves the pictures in their places, and then the list. */
    private void finish() throws IOException {
        for (int i = 0; i < done.length; i++) {
            List<ExportLines.Line> all = read(i, done[i]);
            StringBuilder text = new StringBuilder();
            for (ExportLines.Line line : all) {
                String reason =
                        line.hasPicture() ? settle(staged(i, line, all.size()), placed(i, line, all.size())) : "";
                if (!reason.isEmpty()) written.decrementAndGet();
                text.append(reason.isEmpty() ? line.text() : lines.without(line, reason));
            }
            done[i] = text.toString();
        }
        try {
            AtomicFile.write(output.list(number), part -> write(part));
        } catch (IOException e) {
            throw PartFolder.ended(e);
        }
        output.clearWork();
    }

    private void write(Path list) throws IOException {
        ByteOrderMark mark = new ByteOrderMark();
        for (String text : done) mark.see(text);
        try (BufferedWriter writer = Files.newBufferedWriter(list)) {
            mark.write(writer);
            writer.write(lines.heading());
            for (String text : done) writer.write(text);
        }
    }

    /** Moves a picture in its place; returns the reason if that is impossible, otherwise an empty text. */
    private String settle(String staged, String picture) throws IOException {
        Path from = PicturePlace.of(output.work(), staged);
        if (!Files.exists(from)) {
            return Files.isRegularFile(output.place(picture)) ? "" : "the picture is no longer there";
        }
        if (output.isTaken(picture)) return ExportLines.TAKEN;
        String side = format.side(picture);
        try {
            Path target = PicturePlace.place(output.place(""), picture);
            Path sideFrom = PicturePlace.of(output.work(), format.side(staged));
            // A run that was killed between the two moves had moved it.
            if (!side.isEmpty() && Files.exists(sideFrom)) AtomicFile.move(sideFrom, output.place(side));
            AtomicFile.move(from, target);
            return "";
        } catch (IOException e) {
            if (!side.isEmpty()) Files.deleteIfExists(output.place(side));
            output.checkWritable();
            return "the picture cannot be moved in its place: " + DicomException.reason(e);
        }
    }
}
