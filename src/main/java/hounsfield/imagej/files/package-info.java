/** Pictures and tables to files. */
package hounsfield.imagej.files;
