package hounsfield.standard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The words by which users, macros and scripts select one of several things. Case is ignored. */
public final class Labels {
    private Labels() {}

    /**
     * {@return the labels of constants, in their order}
     *
     * @param values the constants
     */
    public static List<String> of(Labeled... values) {
        return Arrays.stream(values).map(Labeled::label).toList();
    }

    /**
     * Finds the constant with a label.
     *
     * @param <T> the type of the constants
     * @param what the noun for the constants in the message: {@code order}
     * @param values all constants
     * @param word the label in any case, with blanks, underscores or hyphens between its parts
     * @return the constant
     * @throws IllegalArgumentException if there is none; the message lists the labels
     */
    public static <T extends Labeled> T find(String what, T[] values, String word) {
        return find(List.of(values), Labeled::label, word).orElseThrow(() -> unknown(what, word, of(values)));
    }

    /**
     * Finds the element with a label. A label that equals the word precedes one that differs in case or separators.
     *
     * @param <T> the type of the things
     * @param values all things
     * @param label returns the label of a thing
     * @param word the label in any case, with blanks, underscores or hyphens between its parts
     * @return the thing; empty if there is none
     */
    public static <T> Optional<T> find(List<T> values, Function<T, String> label, String word) {
        Optional<T> same =
                values.stream().filter(value -> label.apply(value).equals(word)).findFirst();
        String plain = plain(word);
        return same.or(() -> values.stream()
                .filter(value -> plain(label.apply(value)).equals(plain))
                .findFirst());
    }

    /**
     * Finds a label.
     *
     * @param what the noun for a label in the message
     * @param labels all labels
     * @param word the label in any case, with blanks, underscores or hyphens between its parts
     * @return the label
     * @throws IllegalArgumentException if there is none; the message lists the labels
     */
    public static String oneOf(String what, List<String> labels, String word) {
        return find(labels, label -> label, word).orElseThrow(() -> unknown(what, word, labels));
    }

    /**
     * Creates the exception for a word that is not a label.
     *
     * @param what the noun for the things
     * @param word as the user wrote it
     * @param labels all labels
     * @return an exception whose message lists the labels
     */
    public static IllegalArgumentException unknown(String what, String word, List<String> labels) {
        return new IllegalArgumentException("no " + what + " \"" + word + "\"; there are " + String.join(", ", labels));
    }

    /**
     * {@return a word in lower case, its parts separated by one blank}
     *
     * @param word as the user wrote it
     */
    public static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]+", " ");
    }
}
