package hounsfield.standard.error;

/** Content that is not a DICOM file, not even a damaged one. Folder scans skip it. */
public final class NotDicomException extends DicomException {
    private enum Content {
        FOLDER,
        PACKED,
        ZIP,
        OTHER
    }

    /** The kind of content found instead. */
    private final Content content;

    /**
     * Creates an exception.
     *
     * @param content what the file is instead, as far as known
     * @param location the file
     */
    public NotDicomException(String content, Location location) {
        this("not a DICOM file: " + content, location, null, Content.OTHER);
    }

    private NotDicomException(String problem, Location location, Throwable cause, Content content) {
        super(problem, location, cause);
        this.content = content;
    }

    /**
     * {@return the exception for a folder in place of a file}
     *
     * @param location the folder
     */
    public static NotDicomException folder(Location location) {
        return new NotDicomException("a folder, not a DICOM file", location, null, Content.FOLDER);
    }

    /**
     * {@return the exception for an archive or compressed file, which may contain DICOM files}
     *
     * @param content its type, such as {@code a ZIP archive}
     * @param location the file
     */
    public static NotDicomException packed(String content, Location location) {
        return new NotDicomException("not a DICOM file: " + content, location, null, Content.PACKED);
    }

    /**
     * {@return the exception for a ZIP archive, whose entries may be DICOM files}
     *
     * @param location the archive
     */
    public static NotDicomException zip(Location location) {
        return new NotDicomException("not a DICOM file: a ZIP archive", location, null, Content.ZIP);
    }

    /** {@return whether the path is a folder} */
    public boolean isFolder() {
        return content == Content.FOLDER;
    }

    /** {@return whether the file is an archive or a compressed file} */
    public boolean isPacked() {
        return content == Content.PACKED || isZip();
    }

    /** {@return whether the file is a ZIP archive} */
    public boolean isZip() {
        return content == Content.ZIP;
    }

    @Override
    protected DicomException copy(String text, Location place) {
        return new NotDicomException(text, place, getCause(), content);
    }
}
