/**
 * Frames of stored values: their positions in native or encapsulated Pixel Data, their shape, and their functional
 * groups. Values are those of the bit stream, before rescale and color transform.
 */
package hounsfield.frame;
