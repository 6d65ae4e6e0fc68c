package hounsfield.standard;

/** Work whose result does not fit into the memory that Java has left. The message says how much it needs, and what would fit. */
public final class InsufficientMemoryException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Work that was refused before it began.
     *
     * @param message how much memory it needs, how much is free, and what would fit
     */
    public InsufficientMemoryException(String message) {
        super(message);
    }

    /**
     * Work during which Java's memory was used up.
     *
     * @param cause what Java threw
     */
    public InsufficientMemoryException(OutOfMemoryError cause) {
        super(
                "Java's memory is used up, " + Memory.text(Runtime.getRuntime().maxMemory())
                        + "; open less at a time, or " + Memory.MORE,
                cause);
    }
}
