/** ImageJ's regions of interest: their slices, their descriptions, and their conversion from regions of DICOM files. */
package hounsfield.imagej.roi;
