package hounsfield.spark;

import hounsfield.dataset.csv.CellReader;
import hounsfield.dataset.csv.CellWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows in a journal: the columns that a row adds, then number of the heading and cell in turn. A heading follows its number where it is
 * used first, so the rows of a journal are read in order.
 */
final class RowRecords {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> headings = new ArrayList<>();

    /**
     * Writes a row.
     *
     * @param columns that it adds, as lines of a {@link hounsfield.dataset.table.TableSchema}
     * @param cells by heading
     */
    void write(CellWriter out, List<String> columns, Map<String, Object> cells) {
        out.writeInt(columns.size());
        columns.forEach(out::write);
        cells.forEach((heading, cell) -> {
            Integer number = numbers.get(heading);
            out.writeInt(number == null ? numbers.size() : number);
            if (number == null) {
                out.write(heading);
                numbers.put(heading, numbers.size());
            }
            out.write(cell);
        });
    }

    /** Reads the columns that a row adds, before its cells. */
    static List<String> columns(CellReader in) {
        List<String> columns = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) columns.add((String) in.read());
        return columns;
    }

    /** Receives cells. */
    @FunctionalInterface
    interface Use {
        /** @param number of the heading in the journal, from 0 */
        void take(int number, String heading, Object cell);
    }

    /** Reads the cells of a row. */
    void cells(CellReader in, Use use) {
        while (in.hasMore()) {
            int number = in.readInt();
            if (number == headings.size()) headings.add((String) in.read());
            use.take(number, headings.get(number), in.read());
        }
    }
}
