package hounsfield.command;

import java.util.stream.Stream;

/**
 * The libraries that the plugin requires besides ImageJ. Fiji contains them; for plain ImageJ, a second jar contains
 * them.
 */
final class Libraries {
    private static final String[] CLASSES = {"net/imglib2/img/planar/PlanarImg.class", "org/scijava/plugin/Plugin.class"
    };

    private static final String MESSAGE =
            "ImgLib2 and SciJava are missing. Fiji contains them; for plain ImageJ, use the jar of"
                    + " Hounsfield whose name ends in -all.jar instead of the one in the plugins folder.";

    private Libraries() {}

    /**
     * Checks that the libraries are present, without loading their classes.
     *
     * @param loader the class loader of the plugin
     * @throws IllegalArgumentException if one is missing; the message names the jar that contains it
     */
    static void check(ClassLoader loader) {
        boolean present = Stream.of(CLASSES).allMatch(name -> loader.getResource(name) != null);
        if (!present) throw new IllegalArgumentException(MESSAGE);
    }
}
