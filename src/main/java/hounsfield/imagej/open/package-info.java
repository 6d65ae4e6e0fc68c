/** Opens DICOM files and series as {@code ImagePlus}. */
package hounsfield.imagej.open;
