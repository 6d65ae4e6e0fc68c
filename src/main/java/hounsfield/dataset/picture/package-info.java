/** Exports the images of a folder as pictures and its series as arrays, with windows and bins as channels. */
package hounsfield.dataset.picture;
