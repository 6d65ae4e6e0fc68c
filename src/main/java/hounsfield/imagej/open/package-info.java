/** DICOM files and series to {@code ImagePlus}. */
package hounsfield.imagej.open;
