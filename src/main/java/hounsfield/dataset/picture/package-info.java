/** Exports the images of a folder as pictures, with windows and bins as channels. */
package hounsfield.dataset.picture;
