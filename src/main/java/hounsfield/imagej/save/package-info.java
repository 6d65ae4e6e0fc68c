/** Saves images of ImageJ as new DICOM files and as NIfTI files. */
package hounsfield.imagej.save;
