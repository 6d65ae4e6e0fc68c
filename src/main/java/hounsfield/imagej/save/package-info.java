/** ImageJ images to new DICOM files. */
package hounsfield.imagej.save;
