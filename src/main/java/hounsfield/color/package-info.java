/** Converts color frames to red, green and blue: palettes, luminance with chroma, and RGB of any depth (PS3.3 C.7.6.3.1). */
package hounsfield.color;
