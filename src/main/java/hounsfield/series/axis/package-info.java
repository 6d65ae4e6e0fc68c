/** The axes of a series: which attributes change between slices of one position, and the order of slices along them. */
package hounsfield.series.axis;
