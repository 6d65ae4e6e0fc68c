/** How images are shown: windows, presets, lookup tables. */
package hounsfield.imagej.display;
