package hounsfield.imagej.host;

import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.NoImageException;
import hounsfield.standard.error.NotDicomException;
import java.io.IOException;

/** Adds to a read failure the command or call that accepts such a file or folder. */
public final class Advice {
    private static final String FOLDER =
            "Import DICOM Series... (openSeries) opens the series in a folder, DICOM Folder Table... (folderTable) lists its"
                    + " headers";
    private static final String DIRECTORY =
            "Import DICOM Series... (openSeries) opens the series that a DICOMDIR names, DICOM Header... (header) shows"
                    + " its records";
    private static final String ZIP =
            "Import DICOM Series... (openSeries) opens the series in a ZIP archive, DICOM Folder Table... (folderTable) lists"
                    + " its headers";
    private static final String STRUCTURE_SET =
            "DICOM Regions... (addRegions) places its contours on the images to which they belong";
    private static final String NO_IMAGE = "DICOM Header... (header) shows its elements";

    private Advice() {}

    /**
     * An operation that reads a path.
     *
     * @param <T> the type of the result
     */
    public interface Reading<T> {
        /**
         * Reads the path.
         *
         * @return the result
         * @throws IOException if the path cannot be read
         */
        T read() throws IOException;
    }

    /**
     * Runs {@code reading} and adds advice to its failure.
     *
     * @param <T> the type of the result
     * @param reading the operation to run
     * @return the result of {@code reading}
     * @throws DicomException with advice, if the path is a folder, a packed file or a file without an image
     * @throws IOException if the path cannot be read
     */
    public static <T> T on(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (NotDicomException e) {
            if (e.isZip()) throw e.with(ZIP);
            if (e.isPacked()) throw e.with("It must be unpacked first");
            throw e.isFolder() ? e.with(FOLDER) : e;
        } catch (NoImageException e) {
            throw e.with(e.isDirectory() ? DIRECTORY : e.isStructureSet() ? STRUCTURE_SET : NO_IMAGE);
        }
    }
}
