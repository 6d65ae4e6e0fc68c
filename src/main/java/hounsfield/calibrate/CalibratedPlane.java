package hounsfield.calibrate;

import java.util.List;
import java.util.Optional;

/**
 * The real values of one frame.
 *
 * @param width pixels per row
 * @param height number of rows
 * @param values row by row, {@code width * height} values in the unit; not copied
 * @param unit such as {@code HU}; empty if the file has none
 * @param padding the range of padding values, if any
 * @param scaled whether the file has a usable transform; if not, the values are stored values
 * @param findings sentences for the log
 * @param damage the part that could not be decoded; empty if intact
 */
public record CalibratedPlane(
        int width,
        int height,
        float[] values,
        String unit,
        Optional<PixelPadding> padding,
        boolean scaled,
        List<String> findings,
        Optional<Damage> damage) {
    /**
     * Creates an intact plane of a file with a usable transform.
     *
     * @param width pixels per row
     * @param height number of rows
     * @param values row by row
     * @param unit such as {@code HU}; may be empty
     * @param padding the range of padding values, if any
     * @param findings sentences for the log
     */
    public CalibratedPlane(
            int width, int height, float[] values, String unit, Optional<PixelPadding> padding, List<String> findings) {
        this(width, height, values, unit, padding, true, findings, Optional.empty());
    }

    /**
     * Checks the number of values.
     *
     * @param width pixels per row
     * @param height number of rows
     * @param values row by row
     * @param unit such as {@code HU}; may be empty
     * @param padding the range of padding values, if any
     * @param scaled whether the file has a usable transform
     * @param findings sentences for the log
     * @param damage the part that could not be decoded
     * @throws IllegalArgumentException if the number of values differs from the number of pixels
     */
    public CalibratedPlane {
        if (values.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(values.length + " values, not " + width + " x " + height);
        }
        findings = List.copyOf(findings);
    }
}
