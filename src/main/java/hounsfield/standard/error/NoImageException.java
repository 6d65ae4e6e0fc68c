package hounsfield.standard.error;

import hounsfield.standard.SopClass;
import java.util.Optional;

/** A readable DICOM file without an image, such as a report, a plan or a DICOMDIR. */
public final class NoImageException extends DicomException {
    /** SOP Class UID of the file, or empty. */
    private final String sopClass;

    private NoImageException(String problem, Location location, Throwable cause, String sopClass) {
        super(problem, location, cause);
        this.sopClass = sopClass;
    }

    /**
     * Creates the exception for a file without Pixel Data.
     *
     * @param sopClassUid SOP Class UID of the file, or empty; only a well-formed UID appears in the message
     * @param location the file
     * @return the exception
     */
    public static NoImageException of(String sopClassUid, Location location) {
        String problem = "has no Pixel Data (7FE0,0010), so it holds no image";
        String content = content(sopClassUid);
        return new NoImageException(
                content.isEmpty() ? problem : problem + ": " + content, location, null, sopClassUid);
    }

    private static String content(String uid) {
        Optional<SopClass> sopClass = SopClass.find(uid);
        if (sopClass.isPresent()) {
            String what = sopClass.get().content();
            return what.isEmpty()
                    ? "its SOP Class is " + sopClass.get().name()
                    : "it is " + what + " (" + sopClass.get().name() + ")";
        }
        boolean wellFormed = uid.length() <= 64 && uid.matches("[0-9]+(\\.[0-9]+)+");
        return wellFormed ? "its SOP Class is not known here (" + uid + ")" : "";
    }

    /** {@return whether the file is a DICOMDIR} */
    public boolean isDirectory() {
        return sopClass.equals(SopClass.MEDIA_STORAGE_DIRECTORY);
    }

    /** {@return whether the file is an RT structure set, whose contours are of other images} */
    public boolean isStructureSet() {
        return sopClass.equals(SopClass.RT_STRUCTURE_SET);
    }

    @Override
    protected DicomException copy(String text, Location place) {
        return new NoImageException(text, place, getCause(), sopClass);
    }
}
