package hounsfield.series.axis;

import static hounsfield.series.slice.AxisAttribute.ACQUISITION_TIME;
import static hounsfield.series.slice.AxisAttribute.CARDIAC_PHASE;
import static hounsfield.series.slice.AxisAttribute.CONTENT_TIME;
import static hounsfield.series.slice.AxisAttribute.ECHO_NUMBER;
import static hounsfield.series.slice.AxisAttribute.ECHO_TIME;
import static hounsfield.series.slice.AxisAttribute.ENERGY_WINDOW;
import static hounsfield.series.slice.AxisAttribute.FRAME_REFERENCE_TIME;
import static hounsfield.series.slice.AxisAttribute.RESPIRATORY_PHASE;
import static hounsfield.series.slice.AxisAttribute.TEMPORAL_INDEX;
import static hounsfield.series.slice.AxisAttribute.TEMPORAL_OFFSET;
import static hounsfield.series.slice.AxisAttribute.TEMPORAL_POSITION;
import static hounsfield.series.slice.AxisAttribute.TRIGGER_TIME;
import static hounsfield.series.slice.AxisAttribute.TUBE_VOLTAGE;

import hounsfield.series.slice.AxisAttribute;
import hounsfield.standard.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The attributes that make the axes of a series: those that differ between the images at a position, those that the
 * user names, or none. It is the value of the import command's {@code axes} option.
 *
 * @param kind how the attributes are found
 * @param words the chosen words, in order; empty for other kinds
 */
public record AxisChoice(Kind kind, List<Word> words) {
    /** The attributes that differ between the images at a position. */
    public static final AxisChoice AUTOMATIC = new AxisChoice(Kind.AUTOMATIC, List.of());
    /** No axes: all images are slices. */
    public static final AxisChoice NONE = new AxisChoice(Kind.NONE, List.of());

    /** How the attributes are found. */
    public enum Kind {
        /** By what differs. */
        AUTOMATIC,
        /** There are none. */
        NONE,
        /** By words. */
        CHOSEN
    }

    /**
     * One word.
     *
     * @param text the word, in lower case
     * @param attributes the attributes that the word can mean; the first that differs between images is used
     */
    public record Word(String text, List<AxisAttribute> attributes) {}

    /** Words for several attributes of one kind; all others are the labels of attributes. */
    private static final Map<String, List<AxisAttribute>> COMMON = new LinkedHashMap<>();

    static {
        COMMON.put("echo", List.of(ECHO_TIME, ECHO_NUMBER));
        COMMON.put("energy", List.of(ENERGY_WINDOW, TUBE_VOLTAGE));
        COMMON.put("phase", List.of(CARDIAC_PHASE, RESPIRATORY_PHASE));
        COMMON.put(
                "time",
                List.of(
                        TEMPORAL_OFFSET,
                        TEMPORAL_INDEX,
                        TEMPORAL_POSITION,
                        TRIGGER_TIME,
                        FRAME_REFERENCE_TIME,
                        ACQUISITION_TIME,
                        CONTENT_TIME));
    }

    /**
     * Copies the words.
     *
     * @param kind how the attributes are found
     * @param words the chosen words
     */
    public AxisChoice {
        words = List.copyOf(words);
    }

    /**
     * Returns the choice of a text.
     *
     * @param text {@code automatic} or an empty text, {@code none}, or words of {@link #labels} separated by commas, in any
     *     case
     * @return the choice
     * @throws IllegalArgumentException if a word is unknown or occurs twice
     */
    public static AxisChoice of(String text) {
        String plain = Labels.plain(text);
        if (plain.isEmpty() || plain.equals("automatic")) return AUTOMATIC;
        if (plain.equals("none")) return NONE;
        List<Word> words = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Word word = word(part);
            if (words.contains(word)) throw new IllegalArgumentException("axes: \"" + word.text + "\" occurs twice");
            words.add(word);
        }
        return new AxisChoice(Kind.CHOSEN, words);
    }

    private static Word word(String part) {
        String plain = Labels.plain(part);
        if (COMMON.containsKey(plain)) return new Word(plain, COMMON.get(plain));
        for (AxisAttribute attribute : AxisAttribute.values()) {
            if (attribute.label().equals(plain)) return new Word(plain, List.of(attribute));
        }
        throw Labels.unknown("axis", part, labels());
    }

    /** {@return all words: {@code automatic}, {@code none}, those for several attributes, and those for one} */
    public static List<String> labels() {
        List<String> labels = new ArrayList<>(List.of("automatic", "none"));
        labels.addAll(COMMON.keySet());
        for (AxisAttribute attribute : AxisAttribute.values()) labels.add(attribute.label());
        return labels;
    }
}
