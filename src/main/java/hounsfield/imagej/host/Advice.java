package hounsfield.imagej.host;

import hounsfield.standard.DicomException;
import hounsfield.standard.NoImageException;
import hounsfield.standard.NotDicomException;
import java.io.IOException;

/** Adds to a failure which command or call takes what this one was given. */
public final class Advice {
    private static final String FOLDER =
            "Import DICOM Series... (openSeries) opens the series in a folder, DICOM Folder Table... (folderTable) lists its"
                    + " headers";
    private static final String DIRECTORY =
            "Import DICOM Series... (openSeries) opens the series in the folder of a DICOMDIR, DICOM Header... (header) shows"
                    + " its records";
    private static final String NO_IMAGE = "DICOM Header... (header) shows its elements";

    private Advice() {}

    /** Something that is read from a path. */
    public interface Reading<T> {
        T read() throws IOException;
    }

    /**
     * Returns what {@code reading} returns.
     *
     * @throws DicomException with advice, if a file that is no image, or a folder, was to be read as an image
     */
    public static <T> T on(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (NotDicomException e) {
            if (e.isPacked()) throw e.with("It must be unpacked first");
            throw e.isFolder() ? e.with(FOLDER) : e;
        } catch (NoImageException e) {
            throw e.with(e.isDirectory() ? DIRECTORY : NO_IMAGE);
        }
    }
}
