/** Writes ROIs, masks and labels of an ImageJ image to new Segmentation and RT Structure Set files. */
package hounsfield.imagej.save.region;
