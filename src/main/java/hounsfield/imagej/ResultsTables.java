package hounsfield.imagej;

import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import java.awt.GraphicsEnvironment;

/** Tables as ImageJ's users and macros get them. */
final class ResultsTables {
    private ResultsTables() {}

    /**
     * Shows a table in a window of its own; without a display, where ImageJ has no other, makes it the one that
     * {@code getResultString} reads.
     */
    static void show(ResultsTable table, String title) {
        if (GraphicsEnvironment.isHeadless()) Analyzer.setResultsTable(table);
        else table.show(title);
    }
}
