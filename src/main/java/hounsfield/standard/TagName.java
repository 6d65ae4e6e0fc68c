package hounsfield.standard;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text by which users name a Data Element: its keyword in PS3.6 in any case ({@code PatientID}) or its tag ({@code 0010,0020}), and
 * for an element in a sequence the sequences that lead to it.
 *
 * @param tag the tag
 * @param item the index of an Item from 0, if the element is a sequence; {@link #ANY} if none is given
 */
public record TagName(int tag, int item) implements Serializable {
    /** No index of an Item. */
    public static final int ANY = -1;

    private static final Pattern NUMBER = Pattern.compile("\\(?([0-9A-Fa-f]{4}),?([0-9A-Fa-f]{4})\\)?");
    private static final Pattern STEP = Pattern.compile("([^\\[\\]]+)(?:\\[(\\d{1,9})?\\])?");
    /** Maximum number of keywords in a message. */
    private static final int MOST_NEAR = 3;

    /**
     * Parses the path of an element: {@code PixelSpacing}, or {@code
     * SharedFunctionalGroupsSequence[0].PixelMeasuresSequence[0].PixelSpacing}.
     *
     * @param text keywords or tags separated by dots, sequences with the index of an Item or without
     * @return at least one step, the element last
     * @throws IllegalArgumentException if a word is neither keyword nor tag; the message names keywords that are similar
     */
    public static List<TagName> path(String text) {
        List<TagName> steps = new ArrayList<>();
        for (String part : text.strip().split("\\.")) {
            Matcher step = STEP.matcher(part);
            if (!step.matches()) throw unknown(part);
            steps.add(new TagName(tag(step.group(1)), step.group(2) == null ? ANY : Integer.parseInt(step.group(2))));
        }
        if (steps.isEmpty()) throw unknown(text);
        return List.copyOf(steps);
    }

    /**
     * Parses a keyword or tag.
     *
     * @param word {@code PixelSpacing}, {@code 0028,0030}, {@code 00280030} or {@code (0028,0030)}
     * @return the tag
     * @throws IllegalArgumentException if the word is neither; the message names keywords that are similar
     */
    public static int tag(String word) {
        Matcher number = NUMBER.matcher(word.strip());
        if (number.matches()) return Integer.parseUnsignedInt(number.group(1) + number.group(2), 16);
        DictionaryEntry entry = Dictionary.byKeyword(word).orElseGet(() -> Plain.KEYWORDS.get(plain(word)));
        if (entry == null) throw unknown(word);
        return entry.tag();
    }

    private static String plain(String word) {
        return word.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
    }

    private static IllegalArgumentException unknown(String word) {
        List<String> near = near(plain(word));
        return new IllegalArgumentException("\"" + word + "\" is not a tag; "
                + (near.isEmpty()
                        ? "write keywords like PixelSpacing, or numbers like 0028,0030"
                        : "did you mean " + String.join(" or ", near) + "?"));
    }

    /** Returns the keywords that differ least from a word, at most in a quarter of its letters. */
    private static List<String> near(String word) {
        int most = word.length() / 4;
        Map<Integer, List<String>> found = new TreeMap<>();
        for (Map.Entry<String, DictionaryEntry> each : Plain.KEYWORDS.entrySet()) {
            if (Math.abs(each.getKey().length() - word.length()) > most) continue;
            int distance = distance(each.getKey(), word);
            if (distance > most) continue;
            found.computeIfAbsent(distance, ignored -> new ArrayList<>())
                    .add(each.getValue().keyword());
        }
        return found.values().stream()
                .findFirst()
                .map(nearest -> nearest.stream()
                        .sorted(Comparator.naturalOrder())
                        .limit(MOST_NEAR)
                        .toList())
                .orElse(List.of());
    }

    /** Returns how many letters must be inserted, deleted or replaced to make one word of another (Levenshtein). */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j < previous.length; j++) previous[j] = j;
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[previous.length];
            current[0] = i;
            for (int j = 1; j < current.length; j++) {
                int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }

    /** Keywords in lower case, loaded when a word is not a keyword in its own case. */
    private static final class Plain {
        static final Map<String, DictionaryEntry> KEYWORDS = new TreeMap<>();

        static {
            Dictionary.entries()
                    .filter(entry -> !entry.keyword().isEmpty())
                    .forEach(entry -> KEYWORDS.put(plain(entry.keyword()), entry));
        }
    }
}
