/** Regions of images from structure sets, segmentations, reports and overlays, and their placement on the slices of an image. */
package hounsfield.region;
