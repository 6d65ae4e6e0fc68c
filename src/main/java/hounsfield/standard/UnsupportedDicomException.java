package hounsfield.standard;

/** Something that the standard allows and this reader does not do, named in the message. */
public final class UnsupportedDicomException extends DicomException {
    public UnsupportedDicomException(String problem, Location location) {
        super(problem, location);
    }

    public UnsupportedDicomException(String problem, Location location, Throwable cause) {
        super(problem, location, cause);
    }

    @Override
    protected DicomException copy(String text, Location place) {
        return new UnsupportedDicomException(text, place, getCause());
    }
}
