/** De-identification of Pixel Data: rectangles with text, comments in encoded frames, and overlays. */
package hounsfield.deidentify.pixels;
