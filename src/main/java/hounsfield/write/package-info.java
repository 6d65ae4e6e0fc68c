/** Data Sets to file bytes: the DICOM file format of PS3.10, and what has to be encoded on the way. */
package hounsfield.write;
