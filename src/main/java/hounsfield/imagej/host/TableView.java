package hounsfield.imagej.host;

import hounsfield.dataset.AtomicFile;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.text.TextWindow;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Results tables of this plugin, each by its title and beside ImageJ's own Results. With a display each has a window.
 * Without one ImageJ has no tables but Results, so they are kept here, where {@code Hounsfield.table} finds them.
 */
public final class TableView {
    private static final Map<String, ResultsTable> WITHOUT_DISPLAY = new TreeMap<>();

    private TableView() {}

    /** Shows a table, in place of one with the same title. */
    public static void show(ResultsTable table, String title) {
        if (!GraphicsEnvironment.isHeadless()) {
            table.show(title);
            return;
        }
        synchronized (WITHOUT_DISPLAY) {
            WITHOUT_DISPLAY.put(title, table);
        }
    }

    /**
     * Adds rows to the table of a title, or shows a new one.
     *
     * @param rows cells by heading, numbers and text
     */
    public static void append(List<Map<String, Object>> rows, String title) {
        ResultsTable table = find(title).orElseGet(ResultsTable::new);
        append(rows, table);
        show(table, title);
    }

    /** Adds rows to a table; a cell that a row does not have is empty, not 0. */
    public static void append(List<Map<String, Object>> rows, ResultsTable table) {
        for (Map<String, Object> row : rows) {
            Set<String> headings = new LinkedHashSet<>(headings(table));
            for (String added : row.keySet()) {
                if (!headings.add(added)) continue;
                for (int earlier = 0; earlier < table.size(); earlier++) table.setValue(added, earlier, "");
            }
            table.addRow();
            for (String heading : headings) {
                Object cell = row.getOrDefault(heading, "");
                if (cell instanceof Number number) table.addValue(heading, number.doubleValue());
                else table.addValue(heading, cell.toString());
            }
        }
    }

    private static List<String> headings(ResultsTable table) {
        return table.size() == 0 ? List.of() : List.of(table.getHeadings());
    }

    /**
     * The table of a title.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ResultsTable get(String title) {
        return find(title).orElseThrow(() -> new IllegalArgumentException("there is no table \"" + title + "\""));
    }

    /** A cell as text, as {@code Hounsfield.tableValue} has it. */
    public static String cell(ResultsTable table, String column, int row) {
        int at = row < 0 ? table.size() + row : row;
        if (at < 0 || at >= table.size()) {
            throw new IllegalArgumentException("the table has " + table.size() + " rows, and none numbered " + row);
        }
        int index = table.getColumnIndex(column);
        if (index == ResultsTable.COLUMN_NOT_FOUND) {
            throw new IllegalArgumentException(
                    "the table has no column \"" + column + "\"; it has " + String.join(", ", table.getHeadings()));
        }
        double number = table.getValueAsDouble(index, at);
        if (Double.isNaN(number)) return table.getStringValue(index, at);
        // The text that is shown is rounded.
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? Long.toString((long) number) : Double.toString(number);
    }

    /** Writes a table as {@link ResultsTable#saveAs} does, in a folder that is there. */
    public static void save(ResultsTable table, Path file) throws IOException {
        AtomicFile.checkFolder(file);
        table.saveAs(file.toString());
    }

    /** Closes the table of a title, if there is one. */
    public static void close(String title) {
        if (WindowManager.getFrame(title) instanceof TextWindow window) window.close(false);
        synchronized (WITHOUT_DISPLAY) {
            WITHOUT_DISPLAY.remove(title);
        }
    }

    private static Optional<ResultsTable> find(String title) {
        ResultsTable shown = ResultsTable.getResultsTable(title);
        if (shown != null) return Optional.of(shown);
        synchronized (WITHOUT_DISPLAY) {
            return Optional.ofNullable(WITHOUT_DISPLAY.get(title));
        }
    }
}
