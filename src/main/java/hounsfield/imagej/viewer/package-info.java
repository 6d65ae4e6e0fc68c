/** The windows of images that this plugin opened: their display window by mouse, keys and presets, and what is painted on them. */
package hounsfield.imagej.viewer;
