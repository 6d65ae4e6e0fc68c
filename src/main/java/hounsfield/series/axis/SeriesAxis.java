package hounsfield.series.axis;

import hounsfield.series.slice.AxisAttribute;
import java.util.List;

/**
 * A C or T axis of a hyperstack: the differences between the images at one position.
 *
 * @param attributes the attributes that differ along it; none for an axis of one step
 * @param steps a text for each step, such as {@code phase, TE 4.6 ms}; one empty text for an axis of one step
 * @param summary all steps in one line, such as {@code b 0, 1000 s/mm2; 16 directions}; may be empty
 * @param isGuess whether the images are ordered by an attribute without a physical meaning
 */
public record SeriesAxis(List<AxisAttribute> attributes, List<String> steps, String summary, boolean isGuess) {
    /** The axis of one step, for one image per position. */
    public static final SeriesAxis NONE = new SeriesAxis(List.of(), List.of(""), "", false);

    /**
     * Copies the lists.
     *
     * @param attributes that differ
     * @param steps a text for each
     * @param summary all steps in one line
     * @param isGuess whether the order is a guess
     */
    public SeriesAxis {
        attributes = List.copyOf(attributes);
        steps = List.copyOf(steps);
    }

    /** {@return number of steps, at least 1} */
    public int size() {
        return steps.size();
    }
}
