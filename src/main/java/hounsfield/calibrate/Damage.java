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
        String what = rows == 0
                ? "all its pixels are NaN"
                : "the last " + (height - rows) + " of its " + height + " rows are NaN";
        return cause.adding(what).getMessage();
    }
}
