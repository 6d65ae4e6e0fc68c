package hounsfield.imagej;

import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import java.awt.GraphicsEnvironment;

/** Shows results tables. */
final class TableView {
    private TableView() {}

    /**
     * Shows a table in a window of its own, in place of one with the same title. Without a display, where ImageJ has no
     * such tables, it becomes the one that {@code getResult} reads.
     */
    static void show(ResultsTable table, String title) {
        if (GraphicsEnvironment.isHeadless()) Analyzer.setResultsTable(table);
        else table.show(title);
    }
}
