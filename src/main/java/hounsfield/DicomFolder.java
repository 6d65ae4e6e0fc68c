package hounsfield;

import hounsfield.series.SeriesScan;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import java.util.List;
import java.util.Optional;

/** The series that were found in a folder. */
public final class DicomFolder {
    private final SeriesScan scan;
    private final List<DicomSeries> series;

    DicomFolder(SeriesScan scan) {
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
     * Returns the series of a folder that holds a single one.
     *
     * @return the series
     * @throws DicomException if there is none, or more than one
     */
    public DicomSeries only() throws DicomException {
        if (series.size() == 1) return series.get(0);
        String problem = series.isEmpty()
                ? "the folder holds no DICOM image; DICOM files that cannot be used: "
                        + scan.rejected().size()
                : "the folder holds " + series.size() + " series; choose one of list(), or use find(uid) or largest()";
        throw new DicomException(problem, Location.NOWHERE);
    }

    /**
     * Returns the series with the most slices.
     *
     * @return of several with the same number of slices the first in {@link #list}; empty if there is no series
     */
    public Optional<DicomSeries> largest() {
        DicomSeries largest = null;
        for (DicomSeries each : series) {
            if (largest == null || each.slices() * each.timePoints() > largest.slices() * largest.timePoints()) {
                largest = each;
            }
        }
        return Optional.ofNullable(largest);
    }

    /**
     * Returns a series by its UID.
     *
     * @param uid Series Instance UID (0020,000E)
     * @return of several the one with the most slices; empty if there is none
     */
    public Optional<DicomSeries> find(String uid) {
        return series.stream().filter(each -> each.uid().equals(uid)).findFirst();
    }

    /** {@return the DICOM files that cannot be used, with the reasons, sorted by path} */
    public List<SeriesScan.Rejected> rejected() {
        return scan.rejected();
    }
}
