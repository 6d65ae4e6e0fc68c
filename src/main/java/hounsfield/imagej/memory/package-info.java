/** Metadata of DICOM files and values that an image keeps in properties and labels. */
package hounsfield.imagej.memory;
