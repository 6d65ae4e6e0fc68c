package hounsfield.calibrate;

import hounsfield.codec.Samples;

/**
 * The way from stored values to real ones: a line, or a table.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.11.html">PS3.3 C.11.1</a>
 */
public sealed interface ModalityLut permits Rescale, LookupTable {
    /** Stored values are real values. */
    ModalityLut IDENTITY = new Rescale(1, 0);

    /** One stored value's real value. */
    double apply(double stored);

    /**
     * The real values of a frame's samples: computed in double, rounded to float once.
     *
     * @param target as many values, in the same order
     * @throws IllegalArgumentException if the target has another length
     */
    void apply(Samples samples, float[] target);
}
