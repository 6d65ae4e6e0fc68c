/** Output of pictures to files, and of folder tables to ImageJ. */
package hounsfield.imagej.files;
