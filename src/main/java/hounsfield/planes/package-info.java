/**
 * The planes of an image, calibrated or indexes into calibrated values, which of their pixels count, and their values in
 * order. What windowing, equalizing and measuring share.
 */
package hounsfield.planes;
