/** Windows that users name: presets, center and width, ranges of values. */
package hounsfield.window;
