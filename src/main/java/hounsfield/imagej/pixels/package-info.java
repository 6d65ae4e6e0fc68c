/** Between DICOM frames and the pixel arrays and stacks of ImageJ. */
package hounsfield.imagej.pixels;
