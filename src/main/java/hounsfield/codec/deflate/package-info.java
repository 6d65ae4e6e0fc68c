/** Decoder of Deflated Image Frame Compression (PS3.5 A.4.14). */
package hounsfield.codec.deflate;
