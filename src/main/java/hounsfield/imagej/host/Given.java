package hounsfield.imagej.host;

/** Null checks for arguments of calls from scripts. The message names the argument that is null. */
public final class Given {
    private Given() {}

    /**
     * Checks arguments.
     *
     * @param namesAndArguments for each argument its name, then its value
     * @throws IllegalArgumentException if an argument is null
     */
    public static void check(Object... namesAndArguments) {
        for (int i = 0; i < namesAndArguments.length; i += 2) {
            if (namesAndArguments[i + 1] == null) throw new IllegalArgumentException(namesAndArguments[i] + " is null");
        }
    }
}
