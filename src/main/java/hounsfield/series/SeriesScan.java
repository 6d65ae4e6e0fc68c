package hounsfield.series;

import hounsfield.work.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * The series of a folder or of a collection of sources.
 *
 * @param series by Series Number, then by UID, then by size, the largest first
 * @param rejected DICOM files that could not be used: of a folder by path, of sources in their order
 */
public record SeriesScan(List<Series> series, List<Diagnostic> rejected) {
    /**
     * Copies the lists.
     *
     * @param series the series
     * @param rejected DICOM files that could not be used
     */
    public SeriesScan {
        series = List.copyOf(series);
        rejected = List.copyOf(rejected);
    }

    /**
     * Finds a series.
     *
     * @param name a name, see {@link Series#name}
     * @return the series
     */
    public Optional<Series> find(String name) {
        return series.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
