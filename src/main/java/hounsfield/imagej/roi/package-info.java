/** ImageJ's regions of interest: what they are of, on which slices they lie, and regions of DICOM files as such. */
package hounsfield.imagej.roi;
