package hounsfield.standard;

/** Content that is no DICOM file at all, damaged or not: what walks through folders pass over. */
public final class NotDicomException extends DicomException {
    /** @param content what it is instead, as far as that can be seen */
    public NotDicomException(String content, Location location) {
        this("not a DICOM file: " + content, location, null);
    }

    private NotDicomException(String problem, Location location, Throwable cause) {
        super(problem, location, cause);
    }

    @Override
    protected DicomException withLocation(Location place) {
        return new NotDicomException(problem(), place, getCause());
    }
}
