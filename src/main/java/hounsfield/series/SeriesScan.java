package hounsfield.series;

import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The result of scanning a folder.
 *
 * @param series by Series Number, then UID; of several with the same, the larger first
 * @param rejected DICOM files that could not be used, by path
 */
public record SeriesScan(List<Series> series, List<Rejected> rejected) {
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
     * A DICOM file that is damaged or not an image.
     *
     * @param path the file
     * @param reason the problem, without patient attributes
     */
    public record Rejected(Path path, String reason) {
        /**
         * Creates the entry of a file that could not be read.
         *
         * @param path the file
         * @param failure the problem
         * @return the entry
         */
        public static Rejected of(Path path, IOException failure) {
            DicomException problem = DicomException.of(failure, Location.NOWHERE);
            return new Rejected(path, problem.location().withoutFile().describe(problem.problem()));
        }
    }

    /**
     * Finds a series.
     *
     * @param uid a Series Instance UID
     * @return the series; of several the one with the most slices
     */
    public Optional<Series> find(String uid) {
        return series.stream().filter(each -> each.uid().equals(uid)).findFirst();
    }
}
