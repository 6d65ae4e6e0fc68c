/** Conversion of DICOM frames to ImageJ's pixel arrays and stacks; calibrated values, regions and masks of images. */
package hounsfield.imagej.pixels;
