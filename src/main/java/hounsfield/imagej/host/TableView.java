package hounsfield.imagej.host;

import hounsfield.dataset.csv.AtomicFile;
import hounsfield.standard.Labels;
import hounsfield.standard.Numbers;
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
 * Results tables of this plugin by title, separate from ImageJ's own Results table. With a display, each table has a
 * window. Without a display, ImageJ has only its Results table, so this class keeps the tables for {@code
 * Hounsfield.table}.
 */
public final class TableView {
    private static final Map<String, ResultsTable> WITHOUT_DISPLAY = new TreeMap<>();

    private TableView() {}

    /**
     * Shows a table. Replaces a table with the same title.
     *
     * @param table the table to show
     * @param title its title
     */
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
     * Adds rows to the table with a title. Creates and shows the table if there is none.
     *
     * @param rows for each row its cells, numbers or text, by column heading
     * @param title the table's title
     */
    public static void append(List<Map<String, Object>> rows, String title) {
        ResultsTable table = find(title).orElseGet(ResultsTable::new);
        append(rows, table);
        show(table, title);
    }

    /**
     * Adds rows to a table. A missing cell is empty, not 0.
     *
     * @param rows for each row its cells, numbers or text, by column heading
     * @param table the table to extend
     */
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
     * Returns the table with a title.
     *
     * @param title the table's title, in any case
     * @return the table
     * @throws IllegalArgumentException if there is none
     */
    public static ResultsTable get(String title) {
        return find(title).orElseThrow(() -> new IllegalArgumentException("there is no table \"" + title + "\""));
    }

    /**
     * Returns a cell as text, for {@code Hounsfield.tableValue}. Numbers are not rounded.
     *
     * @param table the table
     * @param column the column heading, in any case
     * @param row the row, counted from 0; negative rows count from the end, -1 is the last
     * @return the cell's text or number
     * @throws IllegalArgumentException if the table has no such row or column
     */
    public static String cell(ResultsTable table, String column, int row) {
        int at = row < 0 ? table.size() + row : row;
        if (at < 0 || at >= table.size()) {
            throw new IllegalArgumentException("the table has " + table.size() + " rows, no row " + row);
        }
        int index = Labels.find(headings(table), heading -> heading, column)
                .map(table::getColumnIndex)
                .orElse(ResultsTable.COLUMN_NOT_FOUND);
        if (index == ResultsTable.COLUMN_NOT_FOUND) {
            throw new IllegalArgumentException(
                    "the table has no column \"" + column + "\"; it has " + String.join(", ", table.getHeadings()));
        }
        double number = table.getValueAsDouble(index, at);
        if (Double.isNaN(number)) return table.getStringValue(index, at);
        // ImageJ rounds the text that it shows.
        return Numbers.exact(number);
    }

    /**
     * Writes a table as {@link ResultsTable#saveAs} does.
     *
     * @param table the table to write
     * @param file the target in an existing folder; the extension selects the format
     * @throws IOException if the folder does not exist or the file cannot be written
     */
    public static void save(ResultsTable table, Path file) throws IOException {
        AtomicFile.checkFolder(file);
        table.saveAs(file.toString());
    }

    /**
     * Closes the table with a title. Does nothing if there is none.
     *
     * @param title the table's title
     */
    public static void close(String title) {
        if (WindowManager.getFrame(titleOf(title)) instanceof TextWindow window) window.close(false);
        synchronized (WITHOUT_DISPLAY) {
            WITHOUT_DISPLAY.keySet().removeIf(own -> Labels.plain(own).equals(Labels.plain(title)));
        }
    }

    private static Optional<ResultsTable> find(String title) {
        ResultsTable shown = ResultsTable.getResultsTable(titleOf(title));
        if (shown != null) return Optional.of(shown);
        synchronized (WITHOUT_DISPLAY) {
            return Labels.find(List.copyOf(WITHOUT_DISPLAY.keySet()), own -> own, title)
                    .map(WITHOUT_DISPLAY::get);
        }
    }

    /** Returns the title of the window whose title differs from a title only in case, or the title itself. */
    private static String titleOf(String title) {
        return Labels.find(List.of(WindowManager.getNonImageTitles()), own -> own, title)
                .orElse(title);
    }
}
