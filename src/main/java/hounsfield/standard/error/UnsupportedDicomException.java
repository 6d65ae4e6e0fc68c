package hounsfield.standard.error;

/** Something that the standard allows and this reader does not support; the message names it. */
public final class UnsupportedDicomException extends DicomException {
    /**
     * Creates an exception without a cause.
     *
     * @param problem what is not supported, without the location
     * @param location the location, as far as it is known
     */
    public UnsupportedDicomException(String problem, Location location) {
        super(problem, location);
    }

    /**
     * Creates an exception.
     *
     * @param problem what is not supported, without the location
     * @param location the location, as far as it is known
     * @param cause the underlying failure
     */
    public UnsupportedDicomException(String problem, Location location, Throwable cause) {
        super(problem, location, cause);
    }

    @Override
    protected DicomException copy(String text, Location place) {
        return new UnsupportedDicomException(text, place, getCause());
    }
}
