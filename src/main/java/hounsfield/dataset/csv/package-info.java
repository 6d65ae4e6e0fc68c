/** Text files of tables: cells, lines, rows that do not fit in memory, and files that appear only when complete. */
package hounsfield.dataset.csv;
