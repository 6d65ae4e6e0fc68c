package hounsfield.series;

import hounsfield.bytes.ByteSource;
import hounsfield.bytes.FileByteSource;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The series of a folder or of a collection of sources.
 *
 * @param series by Series Number, then UID; of several with the same, the larger first
 * @param rejected DICOM files that could not be used: of a folder by path, of sources in their order
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
     * @param bytes the file, or another source of its bytes; of a folder that cannot be read its path
     * @param reason the problem, without patient attributes
     */
    public record Rejected(ByteSource bytes, String reason) {
        /**
         * Creates the entry of a file that could not be read.
         *
         * @param bytes the file
         * @param failure the problem
         * @return the entry
         */
        public static Rejected of(ByteSource bytes, IOException failure) {
            return new Rejected(bytes, reason(failure));
        }

        /**
         * Describes why a file could not be read, without its name.
         *
         * @param failure the problem
         * @return element, frame and byte, if known, and the problem
         */
        public static String reason(IOException failure) {
            DicomException problem = DicomException.of(failure, Location.NOWHERE);
            return problem.location().withoutFile().describe(problem.problem());
        }

        /** {@return name of the source; of a file its path relative to the folder, on one line} */
        public String name() {
            return bytes.name();
        }

        /** {@return path of the file; empty if the source is not a file} */
        public Optional<Path> path() {
            return FileByteSource.pathOf(bytes);
        }
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
