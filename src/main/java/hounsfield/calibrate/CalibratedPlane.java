package hounsfield.calibrate;

import java.util.List;
import java.util.Optional;

/**
 * One frame's real values.
 *
 * @param width pixels in a row
 * @param height rows
 * @param values row by row, {@code width * height} of them in the unit; taken over, not copied
 * @param unit such as {@code HU}, empty if the file names none
 * @param padding what of the values is padding
 * @param findings sentences for the log
 * @param damage what could not be decoded; empty for a sound plane
 */
public record CalibratedPlane(
        int width,
        int height,
        float[] values,
        String unit,
        Optional<PixelPadding> padding,
        List<String> findings,
        Optional<Damage> damage) {
    /** A sound plane. */
    public CalibratedPlane(
            int width, int height, float[] values, String unit, Optional<PixelPadding> padding, List<String> findings) {
        this(width, height, values, unit, padding, findings, Optional.empty());
    }

    /** @throws IllegalArgumentException if there are not as many values as pixels */
    public CalibratedPlane {
        if (values.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(values.length + " values, not " + width + " x " + height);
        }
        findings = List.copyOf(findings);
    }
}
