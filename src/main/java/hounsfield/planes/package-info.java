/**
 * Planes of an image (calibrated values, or indexes into a table of them), the selection of their pixels, and their
 * values in sorted order. Shared by windowing, equalization and measurement.
 */
package hounsfield.planes;
