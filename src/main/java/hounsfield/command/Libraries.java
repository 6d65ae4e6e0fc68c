package hounsfield.command;

import java.util.stream.Stream;

/** The libraries that the plugin's jar needs besides ImageJ. Fiji has them; for plain ImageJ there is a jar with them in it. */
final class Libraries {
    private static final String[] CLASSES = {"net/imglib2/img/planar/PlanarImg.class", "org/scijava/plugin/Plugin.class"
    };

    private static final String MESSAGE =
            "ImgLib2 and SciJava are missing. Fiji has them; plain ImageJ needs the jar of"
                    + " Hounsfield whose name ends in -all.jar, in place of the one that is in its plugins folder.";

    private Libraries() {}

    /**
     * Checks that the libraries are there, without loading a class of theirs.
     *
     * @param loader of the plugin's classes
     * @throws IllegalArgumentException if one is missing; the message says which jar has it
     */
    static void check(ClassLoader loader) {
        boolean there = Stream.of(CLASSES).allMatch(name -> loader.getResource(name) != null);
        if (!there) throw new IllegalArgumentException(MESSAGE);
    }
}
