package hounsfield.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows as entries of a journal: columns that they add, then heading and cell in turn. A heading that was in an earlier row is a number. */
final class RowRecords {
    private final Map<String, Long> numbers = new HashMap<>();
    private final List<String> headings = new ArrayList<>();

    /**
     * A row.
     *
     * @param columns that it adds, as lines of a {@link hounsfield.dataset.table.TableSchema}
     * @param cells by heading
     */
    record Row(List<String> columns, Map<String, Object> cells) {}

    List<Object> pack(Row row) {
        List<Object> values =
                new ArrayList<>(1 + row.columns().size() + 2 * row.cells().size());
        values.add((long) row.columns().size());
        values.addAll(row.columns());
        row.cells().forEach((heading, cell) -> {
            Long number = numbers.putIfAbsent(heading, (long) numbers.size());
            values.add(number == null ? heading : number);
            values.add(cell);
        });
        return values;
    }

    /** @param values of all entries of the journal, one after the other, because of the headings */
    Row unpack(List<Object> values) {
        int first = 1 + ((Long) values.get(0)).intValue();
        Map<String, Object> cells = new LinkedHashMap<>();
        for (int i = first; i < values.size(); i += 2) {
            if (values.get(i) instanceof String heading) headings.add(heading);
            String heading =
                    values.get(i) instanceof Long number ? headings.get(number.intValue()) : (String) values.get(i);
            cells.put(heading, values.get(i + 1));
        }
        return new Row(values.subList(1, first).stream().map(Object::toString).toList(), cells);
    }
}
