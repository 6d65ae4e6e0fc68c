/** Files of regions by path, and the images in folders to which they refer. */
package hounsfield.region.source;
