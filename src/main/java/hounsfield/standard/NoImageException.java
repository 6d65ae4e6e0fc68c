package hounsfield.standard;

import java.util.Optional;

/** A DICOM file that can be read and holds no image: a report, a plan, a DICOMDIR. */
public final class NoImageException extends DicomException {
    private final boolean directory;

    private NoImageException(String problem, Location location, Throwable cause, boolean directory) {
        super(problem, location, cause);
        this.directory = directory;
    }

    /**
     * A file without Pixel Data.
     *
     * @param sopClassUid what its SOP Class UID says, empty if it has none; only a well-formed UID gets into the message
     */
    public static NoImageException of(String sopClassUid, Location location) {
        String problem = "has no Pixel Data (7FE0,0010), so it holds no image";
        String content = content(sopClassUid);
        boolean directory = sopClassUid.equals(SopClass.MEDIA_STORAGE_DIRECTORY);
        return new NoImageException(content.isEmpty() ? problem : problem + ": " + content, location, null, directory);
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

    /** Returns whether this is a DICOMDIR. */
    public boolean isDirectory() {
        return directory;
    }

    @Override
    protected DicomException copy(String text, Location place) {
        return new NoImageException(text, place, getCause(), directory);
    }
}
