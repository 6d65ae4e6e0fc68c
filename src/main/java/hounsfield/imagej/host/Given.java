package hounsfield.imagej.host;

/** Whether the arguments of a call are there. A script's variable may hold nothing, and the message should say which. */
public final class Given {
    private Given() {}

    /**
     * Checks arguments.
     *
     * @param namesAndArguments the name of each, then the argument itself
     * @throws IllegalArgumentException if an argument is null
     */
    public static void check(Object... namesAndArguments) {
        for (int i = 0; i < namesAndArguments.length; i += 2) {
            if (namesAndArguments[i + 1] == null) throw new IllegalArgumentException(namesAndArguments[i] + " is null");
        }
    }
}
