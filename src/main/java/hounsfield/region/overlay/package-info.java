/** Overlay planes of images as regions (PS3.3 C.9.2). */
package hounsfield.region.overlay;
