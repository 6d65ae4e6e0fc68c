/** Decoder of RLE Lossless (PS3.5 annex G). */
package hounsfield.codec.rle;
