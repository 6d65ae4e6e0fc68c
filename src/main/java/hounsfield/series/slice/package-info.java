/**
 * What a scan keeps of a file: small records of its slices, their positions, and the values that can differ between
 * slices at one position.
 */
package hounsfield.series.slice;
