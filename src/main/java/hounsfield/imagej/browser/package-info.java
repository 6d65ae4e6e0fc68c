/** The window of {@code DICOM Browser}: patients, studies and series of a folder, with pictures. */
package hounsfield.imagej.browser;
