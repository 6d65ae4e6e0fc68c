/** Folders of files to series: grouped, ordered by position, checked, and read as calibrated volumes. */
package hounsfield.series;
