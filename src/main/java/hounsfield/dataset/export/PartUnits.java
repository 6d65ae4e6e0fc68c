package hounsfield.dataset.export;

import hounsfield.dataset.part.Journal;
import hounsfield.dataset.picture.ExportFormat;
import java.io.BufferedReader;
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
import java.util.stream.Stream;

/**
 * The units of a part, with the results of those that are done. An earlier run may have done some. A unit has an index within the part.
 */
final class PartUnits {
    private static final String JOURNAL = "journal";

    private final ExportFolder output;
    private final ExportUnits<?> units;
    private final ExportLines lines;
    private final ExportFormat format;
    private final int number;
    private final int begin;
    /** The lines of each finished unit; {@code null} for the others. */
    private final String[] done;

    /** @param begin the first unit of the part, of {@code count} */
    PartUnits(
            ExportFolder output,
            ExportUnits<?> units,
            ExportLines lines,
            ExportFormat format,
            int number,
            int begin,
            int count) {
        this.output = output;
        this.units = units;
        this.lines = lines;
        this.format = format;
        this.number = number;
        this.begin = begin;
        done = new String[count];
    }

    int count() {
        return done.length;
    }

    /** Returns the number of a unit in the whole export. */
    int unit(int index) {
        return begin + index;
    }

    /** Returns the indexes of the units that are not done. */
    List<Integer> missing() {
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < done.length; i++) if (done[i] == null) missing.add(i);
        return missing;
    }

    /** Returns the lines of a unit; an empty list if it is not done. */
    List<ExportLines.Line> lines(int index) {
        return done[index] == null
                ? List.of()
                : lines.read(begin + index, done[index]).orElseThrow();
    }

    /** Returns the number of lines with a picture, or of those without one. */
    int count(boolean withPicture) {
        int count = 0;
        for (int i = 0; i < done.length; i++) {
            for (ExportLines.Line line : lines(i)) if (line.hasPicture() == withPicture) count++;
        }
        return count;
    }

    String text(int index) {
        return done[index];
    }

    void set(int index, String text) {
        done[index] = text;
    }

    /** Returns the record of a unit in the journal. */
    byte[] record(int index) {
        return (index + "\n" + done[index]).getBytes(StandardCharsets.UTF_8);
    }

    Path list() {
        return output.list(number);
    }

    Path journal() {
        return output.staged(JOURNAL + number);
    }

    /** Takes over the lines of an earlier list. */
    void readList() throws IOException {
        Path list = list();
        if (!Files.exists(list)) return;
        StringBuilder[] found = new StringBuilder[done.length];
        for (int i = 0; i < found.length; i++) found[i] = new StringBuilder();
        try (BufferedReader reader = Files.newBufferedReader(list)) {
            reader.readLine();
            int index = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                while (index < done.length && !line.startsWith(start(index))) index++;
                // The list is of other files, or somebody edited it: the part is made again.
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

    /** Takes over the finished units of an interrupted run, and removes the pictures of units that it did not finish. */
    void readJournal() throws IOException {
        Path journal = journal();
        if (!Files.exists(journal)) output.clearWork();
        Path work = output.work();
        Set<String> kept = new HashSet<>(Set.of(JOURNAL + number));
        FileTime time = Files.exists(journal) ? Files.getLastModifiedTime(journal) : FileTime.fromMillis(0);
        for (byte[] record : Journal.read(journal)) {
            String whole = new String(record, StandardCharsets.UTF_8);
            int end = whole.indexOf('\n');
            int index = Integer.parseInt(whole.substring(0, end));
            String text = whole.substring(end + 1);
            if (index < 0 || index >= done.length || done[index] != null || !isDone(index, text, time)) continue;
            done[index] = text;
            List<ExportLines.Line> all = lines(index);
            for (ExportLines.Line line : all) {
                kept.add(staged(index, line, all.size()));
                kept.add(format.side(staged(index, line, all.size())));
            }
        }
        try (Stream<Path> files = Files.list(work)) {
            for (Path file : files.toList())
                if (!kept.contains(file.getFileName().toString())) Files.delete(file);
        }
    }

    /** Returns the name of a picture in the work folder. */
    String staged(int index, ExportLines.Line line, int count) {
        return lines.picture(Integer.toString(begin + index), line, count);
    }

    /** Returns the name of a picture. */
    String picture(int index, ExportLines.Line line, int count) {
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
            Path staged = output.staged(staged(index, line, all.get().size()));
            boolean fresh = Files.exists(staged)
                    ? isNewer(Files.getLastModifiedTime(staged), index)
                    : isThere(picture(index, line, all.get().size()), index);
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

    /** Returns whether a picture of the export exists and is newer than its files. */
    boolean isThere(String picture, int index) throws IOException {
        Path file = output.place(picture);
        return Files.isRegularFile(file) && !output.isTaken(picture) && isNewer(Files.getLastModifiedTime(file), index);
    }
}
