/** Makes the Data Sets of new DICOM images from images and headers: pixels, geometry, values, and references to the sources. */
package hounsfield.derive;
