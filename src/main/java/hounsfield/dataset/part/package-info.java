/** Work on many files in parts: shards of a list, and output folders that survive a kill. */
package hounsfield.dataset.part;
