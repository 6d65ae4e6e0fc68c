package hounsfield.deidentify;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.dataset.csv.AtomicFile;
import hounsfield.dataset.csv.CsvLine;
import hounsfield.deidentify.header.ChangeListener;
import hounsfield.deidentify.header.ElementPlace;
import hounsfield.deidentify.header.Outcome;
import hounsfield.standard.Dictionary;
import hounsfield.standard.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The report of a run: counts of files, of reasons and of changed elements, without values and names. Thread-safe. */
final class Counts implements ChangeListener {
    /**
     * The key of all elements without an entry in PS3.6. They share a row, as private elements do, because files may have any number of
     * them.
     */
    private static final int UNKNOWN = 0;

    private static final int PRIVATE = 1;
    private static final int MOST_REASONS = 1000;

    private final Map<Key, Long> elements = new HashMap<>();
    private final Map<String, Long> reasons = new HashMap<>();

    /** @param tag the tag, in the first group if groups repeat; or {@link #UNKNOWN} or {@link #PRIVATE} */
    private record Key(int tag, Outcome outcome) {}

    @Override
    public synchronized void changed(
            ElementPlace place, Outcome outcome, String rule, Element before, DataSet owner, Element after) {
        int tag = place.tag();
        int row = Tag.isPrivate(tag) ? PRIVATE : Dictionary.vrs(tag).isEmpty() ? UNKNOWN : tag;
        elements.merge(new Key(row, outcome), 1L, Long::sum);
    }

    /** Adds the elements of a file that was written. */
    synchronized void add(Counts file) {
        file.elements.forEach((key, count) -> elements.merge(key, count, Long::sum));
    }

    /** Counts a file that is left out. */
    synchronized void leftOut(String reason) {
        String row = reasons.containsKey(reason) || reasons.size() < MOST_REASONS ? reason : "other reasons";
        reasons.merge(row, 1L, Long::sum);
    }

    /**
     * Writes the report.
     *
     * @param files number of files by outcome
     */
    synchronized void write(Path path, Map<String, Integer> files) throws IOException {
        StringBuilder text = new StringBuilder("what,detail,count\n");
        CsvLine line = new CsvLine();
        files.forEach((what, count) -> text.append(row(line, "files", what, count)));
        reasons.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> text.append(row(line, "left out", entry.getKey(), entry.getValue())));
        List<Key> keys = elements.keySet().stream()
                .sorted(Comparator.comparing((Key key) -> Integer.toUnsignedLong(key.tag))
                        .thenComparing(Key::outcome))
                .toList();
        for (Key key : keys) {
            text.append(row(line, name(key.tag), key.outcome.label(), elements.get(key)));
        }
        AtomicFile.write(path, part -> Files.writeString(part, text));
    }

    private static String row(CsvLine line, String what, String detail, long count) {
        return line.add(what).add(detail).add(count).end();
    }

    private static String name(int tag) {
        if (tag == PRIVATE) return "private elements";
        if (tag == UNKNOWN) return "elements that are not in PS3.6";
        return Tag.toString(tag) + " " + Dictionary.name(tag).orElse("");
    }
}
