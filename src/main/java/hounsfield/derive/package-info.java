/** New DICOM images from images and headers: pixels, geometry and values as Data Sets, with references to their sources. */
package hounsfield.derive;
