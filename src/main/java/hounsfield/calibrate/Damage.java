package hounsfield.calibrate;

import hounsfield.standard.DicomException;

/**
 * What of a plane could not be decoded, and is NaN.
 *
 * @param cause why; says file, element, frame and byte
 * @param rows how many rows, from the first on, have their values; 0 if all pixels are NaN
 */
public record Damage(DicomException cause, int rows) {
    /**
     * A sentence for the log.
     *
     * @param height rows of the plane
     */
    public String sentence(int height) {
        return cause.adding(what(height)).getMessage();
    }

    private String what(int height) {
        if (rows == 0) return "all its pixels are NaN";
        if (rows == height - 1) return "the last of its " + height + " rows is NaN";
        return "the last " + (height - rows) + " of its " + height + " rows are NaN";
    }
}
