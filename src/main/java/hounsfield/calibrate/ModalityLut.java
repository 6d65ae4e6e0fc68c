package hounsfield.calibrate;

import hounsfield.codec.Samples;

/**
 * The transform from stored to real values: linear, or a table.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.11.html">PS3.3 C.11.1</a>
 */
public sealed interface ModalityLut permits Rescale, LookupTable {
    /** The identity: stored values are real values. */
    ModalityLut IDENTITY = new Rescale(1, 0);

    /**
     * Transforms one value.
     *
     * @param stored a stored value
     * @return its real value
     */
    double apply(double stored);

    /**
     * Transforms the samples of a frame, computed in double and rounded to float once.
     *
     * @param samples the stored values
     * @param target receives the real values, in the same order
     * @throws IllegalArgumentException if the lengths differ
     */
    void apply(Samples samples, float[] target);
}
