/** Shows presentation states on ImageJ images: graphics, texts, shutters and overlays as ROIs, and turned images. */
package hounsfield.imagej.present;
