/** Frames in Pixel Data, native or encapsulated, and their layout. Values are those of the bit stream, before rescale and color transform. */
package hounsfield.frame.pixeldata;
