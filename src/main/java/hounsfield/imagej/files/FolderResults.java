package hounsfield.imagej.files;

import hounsfield.dataset.table.FolderTable;
import hounsfield.work.Progress;
import ij.IJ;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.util.List;

/** A folder table as an ImageJ results table of limited size. */
public final class FolderResults {
    /** Title of the results table. */
    public static final String TITLE = "DICOM Folder Table";

    /** Maximum number of cells, about 50 MB: 5000 files with 100 columns. */
    static final int MOST_CELLS = 500_000;

    private FolderResults() {}

    /**
     * Returns the first rows of the table as a results table of at most {@value #MOST_CELLS} cells, or one row. Empty cells
     * stay blank. Logs how many files were left out and whether rows or columns are missing.
     *
     * @param table the folder's table
     * @param progress reports and cancels
     * @return a new results table
     * @throws IOException if the table's temporary file cannot be read
     */
    public static ResultsTable of(FolderTable table, Progress progress) throws IOException {
        List<String> headings = table.headings();
        int shown = Math.min(table.rows(), Math.max(1, MOST_CELLS / headings.size()));
        if (table.leftOut() > 0) {
            log(table.leftOut() + " of " + table.rows()
                    + " files were left out in whole or in part; the column reason has the causes");
        }
        if (shown < table.rows()) {
            log("only the first " + shown + " of " + table.rows()
                    + " rows are shown; write a CSV file to get all rows");
        }
        if (table.isCut()) log("there are more columns than spreadsheets accept; the last ones were left out");
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
