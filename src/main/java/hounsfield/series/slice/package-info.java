/** What a scan keeps of a file: small records of its slices, their places, and the values that can tell slices of one position apart. */
package hounsfield.series.slice;
