package hounsfield.calibrate;

import hounsfield.standard.error.DicomException;

/**
 * The part of a plane that could not be decoded, and is NaN.
 *
 * @param cause the reason, located by file, element, frame and byte
 * @param rows number of leading rows with values; 0 if all pixels are NaN
 */
public record Damage(DicomException cause, int rows) {
    /**
     * Describes the damage for the log.
     *
     * @param height number of rows of the plane
     * @return a sentence
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
