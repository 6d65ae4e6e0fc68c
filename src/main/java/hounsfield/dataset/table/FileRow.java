package hounsfield.dataset.table;

import hounsfield.measure.Spread;
import hounsfield.parse.DicomFile;
import hounsfield.planes.StoredValueCounts;
import hounsfield.work.Diagnostic;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;

/** One row of a table, for one file. */
final class FileRow {
    private final Map<StandardColumn, Object> facts = new EnumMap<>(StandardColumn.class);
    private final Map<TagColumn, Object> tags = new LinkedHashMap<>();

    private long pixels;

    private FileRow() {}

    private FileRow(String name) {
        facts.put(StandardColumn.FILE, name);
    }

    /** Creates a row without cells; the caller puts them into its maps. */
    static FileRow empty() {
        return new FileRow();
    }

    /**
     * Creates the row of a file; if its pixels cannot be read, with the reason.
     *
     * @param counts scratch memory of this thread
     * @param progress can cancel
     */
    static FileRow of(
            String name, DicomFile file, TableSettings settings, StoredValueCounts counts, Progress progress) {
        FileRow row = new FileRow(name);
        FlatHeader.of(file, settings.tags(), (place, index, value) -> row.tags.put(new TagColumn(place, index), value));
        if (!settings.pixels()) return row;
        try {
            row.add(PixelSummary.of(file, settings.window(), counts, progress), settings);
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // Its header is still worth a row.
            row.facts.put(StandardColumn.REASON, Diagnostic.reason(e));
        }
        return row;
    }

    /** Creates the row of an unusable file, with the reason only. */
    static FileRow leftOut(String name, String reason) {
        FileRow row = new FileRow(name);
        row.facts.put(StandardColumn.REASON, reason);
        return row;
    }

    /** Returns the standard columns with a value. */
    Map<StandardColumn, Object> facts() {
        return facts;
    }

    /** Returns the values of elements in the order of the header, those of the top level before those in sequences. */
    Map<TagColumn, Object> tags() {
        return tags;
    }

    /** Returns the values by heading, in the order of the columns. */
    Map<String, Object> cells() {
        return cells((column, value) -> column.name());
    }

    private Map<String, Object> cells(BiFunction<TagColumn, Object, String> heading) {
        Map<String, Object> cells = new LinkedHashMap<>();
        facts.forEach((fact, value) -> cells.put(fact.heading(), value));
        tags.forEach((column, value) -> cells.put(heading.apply(column, value), value));
        return cells;
    }

    /** @param heading returns the heading of a column with a value */
    RowOutcome outcome(BiFunction<TagColumn, Object, String> heading) {
        return new RowOutcome(cells(heading), String.valueOf(facts.getOrDefault(StandardColumn.REASON, "")), pixels);
    }

    private void add(PixelSummary summary, TableSettings settings) {
        pixels = summary.stored().count();
        if (!summary.reason().isEmpty()) facts.put(StandardColumn.REASON, summary.reason());
        add(
                summary.stored(),
                StandardColumn.STORED_MIN,
                StandardColumn.STORED_MAX,
                StandardColumn.STORED_MEAN,
                StandardColumn.STORED_STD);
        add(summary.calibrated(), StandardColumn.MIN, StandardColumn.MAX, StandardColumn.MEAN, StandardColumn.STD);
        if (!summary.unit().isEmpty()) facts.put(StandardColumn.UNIT, summary.unit());
        boolean counted = summary.calibrated().count() > 0 && settings.isWindowFor(summary.unit());
        if (counted) facts.put(StandardColumn.FRACTION_IN_WINDOW, summary.fractionInWindow());
    }

    private void add(Spread spread, StandardColumn min, StandardColumn max, StandardColumn mean, StandardColumn std) {
        if (spread.count() == 0) return;
        facts.put(min, spread.min());
        facts.put(max, spread.max());
        facts.put(mean, spread.mean());
        facts.put(std, spread.deviation());
    }
}
