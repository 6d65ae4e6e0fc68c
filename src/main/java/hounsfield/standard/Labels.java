package hounsfield.standard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words by which users, macros and scripts choose one of several things. */
public final class Labels {
    private Labels() {}

    /**
     * Finds the value of a word: upper or lower case, with blanks, underscores or hyphens between its parts.
     *
     * @param <T> the kind of the values
     * @param what the values are, for the message: {@code order}
     * @param values all there are
     * @param label gives the word of a value
     * @param word as it was written
     * @return the value
     * @throws IllegalArgumentException if there is none; the message lists the words
     */
    public static <T> T find(String what, T[] values, Function<T, String> label, String word) {
        return find(List.of(values), label, word)
                .orElseThrow(() -> new IllegalArgumentException("no " + what + " \"" + word + "\"; there are "
                        + Arrays.stream(values).map(label).collect(Collectors.joining(", "))));
    }

    /**
     * As above, for any list. A word that is the same as a label comes before one that is alike.
     *
     * @param <T> the kind of the values
     * @param values all there are
     * @param label gives the word of a value
     * @param word as it was written
     * @return the value, empty if there is none
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
     * {@return a word in lower case, its parts separated by one blank}
     *
     * @param word as it was written
     */
    public static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]+", " ");
    }
}
