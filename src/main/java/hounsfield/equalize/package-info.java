/**
 * Frequency-bin equalization: breaks with about the same number of pixels between any two, and the piecewise linear map
 * of calibrated values through them to 0..1. Pure functions of arrays.
 */
package hounsfield.equalize;
