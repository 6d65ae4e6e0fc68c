/** Exports of folders: pictures of files and arrays of series in parts that survive a kill, and the list of them. */
package hounsfield.dataset.export;
