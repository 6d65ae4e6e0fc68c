package hounsfield.spark;

import hounsfield.dataset.csv.Cells;
import hounsfield.dataset.table.TableSchema.Column;
import hounsfield.dataset.table.TableSchema.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Brings the cells of files into the columns of a table. What no column takes is text in the last one, {@link #OTHER}. */
final class RowCells {
    /** The last column: cells that have no column, or a value that is not of its type, as {@code name=value; name=value}. */
    static final Column OTHER = new Column("other", Type.TEXT);

    private final List<Column> columns;
    private final Map<String, Integer> places = new HashMap<>();

    /** @param columns the last is {@link #OTHER} */
    RowCells(List<Column> columns) {
        this.columns = columns;
        for (int i = 0; i < columns.size() - 1; i++) places.put(columns.get(i).name(), i);
    }

    Object[] of(Map<String, Object> cells) {
        Object[] row = new Object[columns.size()];
        StringJoiner other = new StringJoiner("; ");
        cells.forEach((name, value) -> {
            Integer place = places.get(name);
            Object typed =
                    place == null ? null : typed(value, columns.get(place).type());
            if (typed != null) row[place] = typed;
            else other.add(name + "=" + Cells.text(value));
        });
        if (other.length() > 0) row[row.length - 1] = other.toString();
        return row;
    }

    /** Returns a value as one of the type; {@code null} if it is none. */
    private static Object typed(Object value, Type type) {
        return switch (type) {
            case INTEGER -> value instanceof Long ? value : null;
            case NUMBER -> value instanceof Number number ? (Object) number.doubleValue() : null;
            case TEXT -> Cells.text(value);
        };
    }
}
