package hounsfield.imagej.files;

import hounsfield.dataset.FolderTable;
import hounsfield.imagej.host.TableView;
import hounsfield.work.Progress;
import ij.IJ;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.util.List;

/** A folder's table in ImageJ's own form, as far as memory and eyes can take it. */
public final class FolderResults {
    /** The title of the results table. */
    public static final String TITLE = "DICOM Folder Table";

    /** About 5000 files with 100 columns, and 50 MB. */
    static final int MOST_CELLS = 500_000;

    private FolderResults() {}

    /** Shows the table; where it has more rows than are shown, the log says so. */
    public static void show(FolderTable table, Progress progress) throws IOException {
        TableView.show(of(table, progress), TITLE);
    }

    /** The table's first rows, all of them if that makes no more than {@value #MOST_CELLS} cells; empty cells stay blank. */
    public static ResultsTable of(FolderTable table, Progress progress) throws IOException {
        List<String> headings = table.headings();
        int shown = Math.min(table.rows(), Math.max(1, MOST_CELLS / headings.size()));
        if (table.leftOut() > 0) {
            log(table.leftOut() + " of " + table.rows()
                    + " files were left out, wholly or in part: see the column reason");
        }
        if (shown < table.rows()) {
            log("the first " + shown + " of " + table.rows() + " rows are shown; a CSV file has them all");
        }
        if (table.isCut()) log("there are more columns than a spreadsheet takes; further ones were left out");
        ResultsTable results = new ResultsTable();
        for (String heading : headings) results.getFreeColumn(heading);
        table.forEach(shown, progress, cells -> {
            results.incrementCounter();
            int row = results.size() - 1;
            for (int column = 0; column < cells.length; column++) {
                if (cells[column] instanceof Number number) results.setValue(column, row, number.doubleValue());
                else results.setValue(column, row, cells[column] == null ? "" : (String) cells[column]);
            }
        });
        return results;
    }

    private static void log(String sentence) {
        IJ.log(TITLE + ": " + sentence);
    }
}
