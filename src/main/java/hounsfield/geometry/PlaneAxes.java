package hounsfield.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The axes of an image's planes beside their position. Planes are ordered by time point, then by position, then by channel,
 * as in ImageJ's hyperstacks.
 *
 * @param channels number of channels, at least 1
 * @param timePoints number of time points, at least 1
 * @param frameSeconds the interval from time point to time point [s], if known
 */
public record PlaneAxes(int channels, int timePoints, OptionalDouble frameSeconds) {
    /** One channel at one time. */
    public static final PlaneAxes NONE = new PlaneAxes(1, 1, OptionalDouble.empty());

    /**
     * Checks the numbers.
     *
     * @param channels number of channels
     * @param timePoints number of time points
     * @param frameSeconds the interval
     * @throws IllegalArgumentException if a number is below 1
     */
    public PlaneAxes {
        if (channels < 1 || timePoints < 1) {
            throw new IllegalArgumentException(channels + " channels, " + timePoints + " time points");
        }
    }

    /**
     * {@return the number of positions: of the planes of one channel at one time}
     *
     * @param planes number of planes
     * @throws IllegalArgumentException if the planes cannot be divided among channels and time points
     */
    public int positions(int planes) {
        if (planes < 1 || planes % (channels * timePoints) != 0) {
            throw new IllegalArgumentException(
                    planes + " planes, " + channels + " channels, " + timePoints + " time points");
        }
        return planes / (channels * timePoints);
    }

    /**
     * {@return the names of the axes of an image: x, y, c if there are several channels, z unless there is one position at
     * several times, and t if there are several time points}
     *
     * @param planes number of planes
     */
    public List<String> names(int planes) {
        List<String> names = new ArrayList<>(List.of("x", "y"));
        if (channels > 1) names.add("c");
        if (positions(planes) > 1 || timePoints == 1) names.add("z");
        if (timePoints > 1) names.add("t");
        return names;
    }

    /**
     * {@return the size of an image along each of its {@link #names}}
     *
     * @param width pixels in a row
     * @param height number of rows
     * @param planes number of planes
     */
    public long[] dimensions(int width, int height, int planes) {
        return names(planes).stream()
                .mapToLong(axis -> switch (axis) {
                    case "x" -> width;
                    case "y" -> height;
                    case "c" -> channels;
                    case "z" -> positions(planes);
                    default -> timePoints;
                })
                .toArray();
    }
}
