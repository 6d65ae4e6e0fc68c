/** Windows on calibrated values: presets, those of files, and the functions that map them to grayscale. */
package hounsfield.window;
