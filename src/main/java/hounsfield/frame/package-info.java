/**
 * Frames of stored values: where each lies in Pixel Data, native or encapsulated, what shape it has, and which functional
 * groups belong to it. Yields what the bit stream holds, before any rescale and any colour transform.
 */
package hounsfield.frame;
