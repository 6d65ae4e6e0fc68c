/** Regions of images: what a structure set or a segmentation outlines, in millimeters of the patient, and where it lies on the slices of an image. */
package hounsfield.region;
