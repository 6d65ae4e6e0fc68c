package hounsfield.standard;

/** A constant that users select by a word in menus, macros and scripts. */
public interface Labeled {
    /** {@return the name of the constant, as {@link Enum#name} gives it} */
    String name();

    /** {@return the word: by default the name in lower case, with blanks in place of underscores} */
    default String label() {
        return Labels.plain(name());
    }
}
