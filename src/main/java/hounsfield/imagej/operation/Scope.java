package hounsfield.imagej.operation;

import hounsfield.standard.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The slices that are counted together: the values of the commands' {@code scope} option. */
public enum Scope {
    /** All slices. */
    STACK,
    /** One slice alone. */
    SLICE;

    /** {@return the word in menus, macros and scripts} */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return all words, the default first} */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Scope::label).toList();
    }

    /**
     * {@return the scope of a word in any case}
     *
     * @param label the word
     * @throws IllegalArgumentException if there is none
     */
    public static Scope byLabel(String label) {
        return Labels.find("scope", values(), Scope::label, label);
    }
}
