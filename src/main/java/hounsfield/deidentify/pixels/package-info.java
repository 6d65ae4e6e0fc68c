/** Pixel Data without what identifies: rectangles with text, comments in encoded frames, overlays. */
package hounsfield.deidentify.pixels;
