/** Groups the files of folders into series, orders them by position, checks them, and reads them as calibrated volumes. */
package hounsfield.series;
