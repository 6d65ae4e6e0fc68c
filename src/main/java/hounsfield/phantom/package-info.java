/** Built-in samples: real DICOM files with known contents, whose true values are available from their classes. */
package hounsfield.phantom;
