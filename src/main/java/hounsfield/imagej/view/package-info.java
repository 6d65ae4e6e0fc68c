/** Windows on screen and live previews: header, histogram, window tool. */
package hounsfield.imagej.view;
