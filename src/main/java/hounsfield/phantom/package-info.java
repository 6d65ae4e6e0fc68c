/** Built-in samples: real DICOM files with known contents, each of which tells its truth. */
package hounsfield.phantom;
