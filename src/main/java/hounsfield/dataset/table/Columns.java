package hounsfield.dataset.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a table, numbered in the order of their first use. Thread-safe. Their number is limited to that of
 * spreadsheets; cells of further columns are dropped.
 */
final class Columns {
    /** Limit of Excel and LibreOffice. */
    static final int MOST = 16_384;

    private final List<StandardColumn> facts;
    private final Map<StandardColumn, Integer> factNumbers = new HashMap<>();
    private final Map<TagColumn, Integer> tagNumbers = new HashMap<>();
    private boolean full;

    Columns(TableSettings settings) {
        facts = List.of(StandardColumn.values()).stream()
                .filter(fact -> settings.pixels() || !fact.isOfPixels())
                .toList();
        for (StandardColumn fact : facts) factNumbers.put(fact, factNumbers.size());
        for (TagPath path : settings.tags().named()) number(new TagColumn(path, 0));
    }

    /** Returns the cells of a row by column number. */
    synchronized Map<Integer, Object> numbered(FileRow row) {
        Map<Integer, Object> cells = new LinkedHashMap<>();
        row.facts().forEach((fact, value) -> cells.put(factNumbers.get(fact), value));
        row.tags().forEach((column, value) -> {
            int number = number(column);
            if (number >= 0) cells.put(number, value);
        });
        return cells;
    }

    private int number(TagColumn column) {
        Integer known = tagNumbers.get(column);
        if (known != null) return known;
        int next = facts.size() + tagNumbers.size();
        if (next == MOST) {
            full = true;
            return -1;
        }
        tagNumbers.put(column, next);
        return next;
    }

    /** Returns whether columns were dropped. */
    synchronized boolean isFull() {
        return full;
    }

    /** Returns the headings in display order: standard columns, then elements by tag. */
    synchronized List<String> headings() {
        List<String> headings = new ArrayList<>();
        for (StandardColumn fact : facts) headings.add(fact.heading());
        for (TagColumn column : sorted()) headings.add(column.name());
        return headings;
    }

    /** Returns the display position of each column, by column number. */
    synchronized int[] order() {
        int[] order = new int[facts.size() + tagNumbers.size()];
        int place = 0;
        while (place < facts.size()) order[place] = place++;
        for (TagColumn column : sorted()) order[tagNumbers.get(column)] = place++;
        return order;
    }

    private List<TagColumn> sorted() {
        return tagNumbers.keySet().stream().sorted(Comparator.naturalOrder()).toList();
    }
}
