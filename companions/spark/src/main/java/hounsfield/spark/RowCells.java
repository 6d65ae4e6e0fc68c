package hounsfield.spark;

import hounsfield.dataset.csv.Cells;
import hounsfield.dataset.table.TableSchema.Column;
import hounsfield.dataset.table.TableSchema.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Brings the cells of rows into the columns of a table. What no column takes is text in the last one, {@link #OTHER}. */
final class RowCells {
    /** The last column: cells that have no column, or a value that is not of its type, as {@code name=value; name=value}. */
    static final Column OTHER = new Column("other", Type.TEXT);

    private static final int UNKNOWN = -1;
    private static final int NONE = -2;

    private final List<Column> columns;
    private final Map<String, Integer> places = new HashMap<>();
    /** Place of each heading by its number. */
    private int[] numbered = {};

    private Object[] row;
    private StringJoiner other;

    /** @param columns the last is {@link #OTHER} */
    RowCells(List<Column> columns) {
        this.columns = columns;
        for (int i = 0; i < columns.size() - 1; i++) places.put(columns.get(i).name(), i);
        clear();
    }

    private void clear() {
        row = new Object[columns.size()];
        other = new StringJoiner("; ");
    }

    /** Adds a cell to the row. */
    void put(int number, String heading, Object value) {
        int place = place(number, heading);
        Object typed = place == NONE ? null : typed(value, columns.get(place).type());
        if (typed != null) row[place] = typed;
        else other.add(heading + "=" + Cells.text(value));
    }

    private int place(int number, String heading) {
        if (number >= numbered.length) {
            int known = numbered.length;
            numbered = Arrays.copyOf(numbered, 2 * number + 16);
            Arrays.fill(numbered, known, numbered.length, UNKNOWN);
        }
        if (numbered[number] == UNKNOWN) numbered[number] = places.getOrDefault(heading, NONE);
        return numbered[number];
    }

    /** Returns the cells by column, and starts the next row. */
    Object[] take() {
        Object[] whole = row;
        if (other.length() > 0) whole[whole.length - 1] = other.toString();
        clear();
        return whole;
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
