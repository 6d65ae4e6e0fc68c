package hounsfield.imagej.save;

import hounsfield.derive.file.Compression;

/**
 * The settings for saving an image as DICOM.
 *
 * @param form the number and kind of files
 * @param compression of the files
 * @param floats whether 32-bit values are stored as floats, in a Parametric Map
 * @param description what was done, in the user's words; empty for none
 */
public record SaveSettings(SaveForm form, Compression compression, boolean floats, String description) {}
