package hounsfield.standard;

/** A file, or a stream inside it, that breaks the standard so that its meaning is lost. */
public final class MalformedDicomException extends DicomException {
    public MalformedDicomException(String problem, Location location) {
        super(problem, location);
    }

    public MalformedDicomException(String problem, Location location, Throwable cause) {
        super(problem, location, cause);
    }

    @Override
    protected DicomException copy(String text, Location place) {
        return new MalformedDicomException(text, place, getCause());
    }
}
