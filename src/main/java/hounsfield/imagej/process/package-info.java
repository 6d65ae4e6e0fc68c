/** Makes new images from images: windowed, equalized, channels, masks, crops, ranges. */
package hounsfield.imagej.process;
