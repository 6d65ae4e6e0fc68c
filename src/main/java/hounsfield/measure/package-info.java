/**
 * Measurements of calibrated values: histograms, statistics, and the tissues that HU stand for. Pure functions of planes.
 */
package hounsfield.measure;
