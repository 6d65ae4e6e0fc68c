package hounsfield.standard;

/** Content that is not a DICOM file at all, damaged or not: walks through folders pass over it. */
public final class NotDicomException extends DicomException {
    private enum Content {
        FOLDER,
        PACKED,
        OTHER
    }

    private final Content content;

    /** @param content what it is instead, as far as that can be seen */
    public NotDicomException(String content, Location location) {
        this("not a DICOM file: " + content, location, null, Content.OTHER);
    }

    private NotDicomException(String problem, Location location, Throwable cause, Content content) {
        super(problem, location, cause);
        this.content = content;
    }

    /** A folder where a file is wanted. */
    public static NotDicomException folder(Location location) {
        return new NotDicomException("a folder, not a DICOM file", location, null, Content.FOLDER);
    }

    /**
     * An archive or a compressed file, which may well hold DICOM files.
     *
     * @param content which one, such as {@code a ZIP archive}
     */
    public static NotDicomException packed(String content, Location location) {
        return new NotDicomException("not a DICOM file: " + content, location, null, Content.PACKED);
    }

    /** Returns whether this is a folder. */
    public boolean isFolder() {
        return content == Content.FOLDER;
    }

    /** Returns whether this is an archive or a compressed file. */
    public boolean isPacked() {
        return content == Content.PACKED;
    }

    @Override
    protected DicomException copy(String text, Location place) {
        return new NotDicomException(text, place, getCause(), content);
    }
}
