/** Writes Data Sets in the DICOM file format (PS3.10) and encodes pixel data for it. */
package hounsfield.write;
