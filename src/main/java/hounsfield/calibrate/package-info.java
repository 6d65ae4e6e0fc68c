/**
 * Stored values to real ones, in one place and once: rescale, Modality LUT, per-frame transformations, Real World Values,
 * dose scaling. Later rooms see a {@link hounsfield.calibrate.CalibratedImage} with its unit and never a slope.
 */
package hounsfield.calibrate;
