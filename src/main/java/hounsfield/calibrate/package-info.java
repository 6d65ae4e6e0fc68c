/**
 * Converts stored values to real ones, in one place and once: rescale, Modality LUT, per-frame transformations, Real
 * World Values, dose scaling. The result is a {@link hounsfield.calibrate.CalibratedImage} with its unit; later code
 * never applies a slope.
 */
package hounsfield.calibrate;
