/** Windows on calibrated values: presets, the file's own, and the functions that map them to grey. Pure functions. */
package hounsfield.window;
