package hounsfield.series;

import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a folder holds.
 *
 * @param series by Series Number, then UID, the larger first of those that share one
 * @param rejected DICOM files that could not be used, by path
 */
public record SeriesScan(List<Series> series, List<Rejected> rejected) {
    public SeriesScan {
        series = List.copyOf(series);
        rejected = List.copyOf(rejected);
    }

    /** A DICOM file that is damaged or no image, and why; the reason names no patient. */
    public record Rejected(Path path, String reason) {
        /** A file that could not be read, or not as what it should be. */
        public static Rejected of(Path path, IOException failure) {
            DicomException problem = DicomException.of(failure, Location.NOWHERE);
            return new Rejected(path, problem.location().withoutFile().describe(problem.problem()));
        }
    }

    /** The series of this UID; of several the one with the most slices. */
    public Optional<Series> find(String uid) {
        return series.stream().filter(each -> each.uid().equals(uid)).findFirst();
    }
}
