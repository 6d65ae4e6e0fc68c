/** Presentation states on images of ImageJ: graphics, texts, shutters and overlays as ROIs, and turned images. */
package hounsfield.imagej.present;
