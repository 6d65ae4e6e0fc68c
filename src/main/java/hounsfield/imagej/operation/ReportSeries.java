package hounsfield.imagej.operation;

import hounsfield.imagej.host.TableView;
import hounsfield.imagej.open.SeriesReport;
import hounsfield.series.Series;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reports on series as tables: spacing, gaps, duplicates, tilt, order and values. */
public final class ReportSeries {
    /** The title of the table of imported series. */
    public static final String TABLE = "DICOM Series Report";

    private ReportSeries() {}

    /**
     * Reports on all series in a folder. Pixels are not read.
     *
     * @param folder a folder, with all folders in it; a ZIP archive; a DICOMDIR; or another file in the folder
     * @param progress reports and cancels
     * @return one row per series, in the order of {@link ImportSeries#scan}
     * @throws IOException if the folder cannot be read
     * @throws IllegalArgumentException if there is no such folder, or no series in it
     */
    public static ResultsTable run(Path folder, Progress progress) throws IOException {
        return ImportSeries.scan(folder, progress).report();
    }

    /**
     * Reports on an image. Spacing, gaps, duplicates and tilt are those of its current slices.
     *
     * @param image any image
     * @return one row, with the columns of the report on a series
     * @throws IOException if the file of a slice exists and cannot be read
     */
    public static ResultsTable run(ImagePlus image) throws IOException {
        ResultsTable table = new ResultsTable();
        TableView.append(List.of(SeriesReport.of(image)), table);
        return table;
    }

    /**
     * Adds an image to the table {@value #TABLE}, and shows the table.
     *
     * @param image any image
     * @throws IOException if the file of a slice exists and cannot be read
     */
    public static void append(ImagePlus image) throws IOException {
        TableView.append(List.of(SeriesReport.of(image)), TABLE);
    }

    static ResultsTable table(List<Series> all) {
        ResultsTable table = new ResultsTable();
        TableView.append(all.stream().map(SeriesReport::of).toList(), table);
        return table;
    }

    /** Adds a series to the table {@value #TABLE}, and shows the table. */
    static void append(Series series) {
        TableView.append(List.of(SeriesReport.of(series)), TABLE);
    }
}
