/** Statistics, histograms and volumes of images. */
package hounsfield.imagej.measure;
