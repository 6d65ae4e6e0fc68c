package hounsfield.imagej.save;

import hounsfield.derive.file.Compression;

/**
 * How an image is saved as DICOM.
 *
 * @param form how many files
 * @param compression of the files
 * @param floats whether 32-bit values stay floats, as a Parametric Map
 * @param description what was done, in the user's words; empty for none
 */
public record SaveSettings(SaveForm form, Compression compression, boolean floats, String description) {}
