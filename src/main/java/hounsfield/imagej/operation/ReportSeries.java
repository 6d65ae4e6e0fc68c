package hounsfield.imagej.operation;

import hounsfield.imagej.host.TableView;
import hounsfield.series.Series;
import hounsfield.series.SeriesQuality;
import hounsfield.standard.error.OneLine;
import hounsfield.work.Progress;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables of what is regular in series, and what is not: spacing, gaps, duplicates, tilt, order and values. */
public final class ReportSeries {
    /** The title of the table of imported series. */
    public static final String TABLE = "DICOM Series Report";

    /** Number of different values in a cell; if there are more, it has only their number. */
    private static final int LISTED = 4;

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

    static ResultsTable table(List<Series> all) {
        ResultsTable table = new ResultsTable();
        TableView.append(all.stream().map(ReportSeries::row).toList(), table);
        return table;
    }

    /** Adds a series to the table {@value #TABLE}, which is shown. */
    static void append(Series series) {
        TableView.append(List.of(row(series)), TABLE);
    }

    private static Map<String, Object> row(Series series) {
        SeriesQuality quality = series.quality();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Series", series.name());
        row.put("Number", series.number().isPresent() ? series.number().getAsInt() : "");
        row.put("Description", OneLine.of(series.description()));
        row.put("Modality", OneLine.of(series.modality()));
        row.put("Slices", quality.slices());
        row.put("Channels", quality.channels());
        row.put("Times", quality.times());
        row.put("Min spacing (mm)", known(quality.leastSpacing()));
        row.put("Max spacing (mm)", known(quality.greatestSpacing()));
        row.put("Mean spacing (mm)", known(quality.meanSpacing()));
        row.put("Gaps", list(quality.gapTexts()));
        row.put("Duplicates", quality.duplicates());
        row.put("Tilt (degrees)", quality.tilt());
        row.put("Instance order", quality.instanceOrder().label());
        row.put("Missing images", quality.missing());
        row.put("Incomplete volumes", list(quality.incomplete()));
        row.put("Unit", list(quality.units()));
        row.put("Rescale", list(quality.rescales()));
        row.put("Window", list(quality.windows()));
        row.put("Kernel", list(quality.kernels()));
        return row;
    }

    private static Object known(double value) {
        return Double.isNaN(value) ? "" : value;
    }

    private static String list(List<String> values) {
        return values.size() > LISTED ? values.size() + " different" : String.join("; ", values);
    }
}
