/**
 * The calls for scripts: {@link hounsfield.imagej.Hounsfield} for Jython, Groovy, JavaScript and Java, and
 * {@link hounsfield.imagej.Macros} for macros.
 */
package hounsfield.imagej;
