/**
 * The planes of an image as they lie in memory, calibrated or indexes into calibrated values, and which of their pixels
 * count. What windowing, equalizing and measuring share.
 */
package hounsfield.planes;
