/** Folders of files to tables and to pictures; windows and bins as channels. */
package hounsfield.dataset;
