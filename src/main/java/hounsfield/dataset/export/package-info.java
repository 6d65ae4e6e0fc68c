/** Exports of folders: pictures of files or arrays of series, in parts that survive a kill, with a list. */
package hounsfield.dataset.export;
