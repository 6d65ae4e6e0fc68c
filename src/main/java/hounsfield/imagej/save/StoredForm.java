package hounsfield.imagej.save;

import hounsfield.calibrate.Rescale;
import hounsfield.derive.PixelType;
import java.util.List;
import java.util.OptionalInt;

/**
 * The form in which the values of an image are stored in DICOM.
 *
 * @param type the form of the pixels
 * @param lines from stored values to values, one for each slice
 * @param padding the stored value for pixels without a value; empty if there are none
 * @param error the greatest difference between a value and the value that a reader gets, in the unit of the values; 0 if all are exact
 */
record StoredForm(PixelType type, List<Rescale> lines, OptionalInt padding, double error) {}
