/** Measurements of calibrated values: histograms, statistics, and bands of HU. Pure functions of planes. */
package hounsfield.measure;
