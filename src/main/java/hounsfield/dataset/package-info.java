/** Exports folders of files as tables and pictures, with windows and bins as channels. */
package hounsfield.dataset;
