package hounsfield;

import hounsfield.series.SeriesScan;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.OneLine;
import hounsfield.work.Diagnostic;
import java.util.List;
import java.util.Optional;

/** The series that were found in a folder, or in a collection of sources. */
public final class DicomSeriesList {
    private final SeriesScan scan;
    private final List<DicomSeries> series;

    DicomSeriesList(SeriesScan scan) {
        this.scan = scan;
        series = scan.series().stream().map(DicomSeries::new).toList();
    }

    /**
     * Returns all series.
     *
     * @return sorted by Series Number, then Series Instance UID; series that share a UID by the number of slices, largest
     *     first
     */
    public List<DicomSeries> list() {
        return series;
    }

    /**
     * Returns the series if there is a single one.
     *
     * @return the series
     * @throws DicomException if there is none, or more than one
     */
    public DicomSeries only() throws DicomException {
        if (series.size() == 1) return series.get(0);
        String problem = series.isEmpty()
                ? "there is no DICOM image" + firstRejected()
                : "there are " + series.size() + " series; choose one of list(), or use find(name) or largest()";
        throw new DicomException(problem, Location.NOWHERE);
    }

    private String firstRejected() {
        if (rejected().isEmpty()) return "";
        Diagnostic first = rejected().get(0);
        String count =
                rejected().size() == 1 ? "" : ", the first of " + rejected().size() + " files that cannot be used";
        return ". " + OneLine.of(first.name()) + count + ": " + first.sentence();
    }

    /**
     * Returns the series with the most slices.
     *
     * @return the series, the first in {@link #list} if several have the same number of slices; empty if there is no series
     */
    public Optional<DicomSeries> largest() {
        DicomSeries largest = null;
        for (DicomSeries each : series) {
            if (largest == null || size(each) > size(largest)) {
                largest = each;
            }
        }
        return Optional.ofNullable(largest);
    }

    private static int size(DicomSeries series) {
        return series.slices() * series.channels() * series.timePoints();
    }

    /**
     * Returns a series by its name.
     *
     * @param name {@link DicomSeries#name}: the Series Instance UID (0020,000E), with a suffix {@code #2} and so on if several series
     *     share it
     * @return the series; empty if there is none
     */
    public Optional<DicomSeries> find(String name) {
        return series.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /**
     * Returns the files and sources that cannot be used, with the reasons.
     *
     * @return for a folder, DICOM files sorted by path; for a collection, all sources that are in no series, in its order
     */
    public List<Diagnostic> rejected() {
        return scan.rejected();
    }
}
