/** Tables of the headers and pixels of a folder: a row per file. */
package hounsfield.dataset.table;
