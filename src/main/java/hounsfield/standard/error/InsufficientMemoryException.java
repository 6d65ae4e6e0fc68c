package hounsfield.standard.error;

/** The result of an operation does not fit into the memory available to Java. The message gives the size needed and what would fit. */
public final class InsufficientMemoryException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception for an operation that was refused before it started.
     *
     * @param message how much memory is needed, how much is free, and what would fit
     */
    public InsufficientMemoryException(String message) {
        super(message);
    }

    /**
     * Creates the exception for an operation that exhausted the memory.
     *
     * @param cause the error thrown by Java
     */
    public InsufficientMemoryException(OutOfMemoryError cause) {
        super(
                "Java's memory is used up, " + Memory.text(Runtime.getRuntime().maxMemory())
                        + "; open less at a time, or " + Memory.MORE,
                cause);
    }
}
