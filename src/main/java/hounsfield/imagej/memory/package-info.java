/** What an image remembers of its DICOM files and values, in properties and labels. */
package hounsfield.imagej.memory;
