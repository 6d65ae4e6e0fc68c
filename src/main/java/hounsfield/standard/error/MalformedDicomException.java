package hounsfield.standard.error;

/** A file, or a stream inside it, violates the standard in a way that makes its content ambiguous or unreadable. */
public class MalformedDicomException extends DicomException {
    /**
     * Creates an exception without a cause.
     *
     * @param problem what is wrong, without the location
     * @param location the location, as far as it is known
     */
    public MalformedDicomException(String problem, Location location) {
        super(problem, location);
    }

    /**
     * Creates an exception.
     *
     * @param problem what is wrong, without the location
     * @param location the location, as far as it is known
     * @param cause the underlying failure
     */
    public MalformedDicomException(String problem, Location location, Throwable cause) {
        super(problem, location, cause);
    }

    @Override
    protected DicomException copy(String text, Location place) {
        return new MalformedDicomException(text, place, getCause());
    }
}
