package hounsfield.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows as entries of a journal: heading and cell in turn. A heading that was in an earlier row is a number. */
final class RowRecords {
    private final Map<String, Long> numbers = new HashMap<>();
    private final List<String> headings = new ArrayList<>();

    /** @param row cells by heading */
    List<Object> pack(Map<String, Object> row) {
        List<Object> values = new ArrayList<>(2 * row.size());
        row.forEach((heading, cell) -> {
            Long number = numbers.putIfAbsent(heading, (long) numbers.size());
            values.add(number == null ? heading : number);
            values.add(cell);
        });
        return values;
    }

    /** @param values of all entries of the journal, one after the other, because of the headings */
    Map<String, Object> unpack(List<Object> values) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i += 2) {
            if (values.get(i) instanceof String heading) headings.add(heading);
            String heading =
                    values.get(i) instanceof Long number ? headings.get(number.intValue()) : (String) values.get(i);
            row.put(heading, values.get(i + 1));
        }
        return row;
    }
}
