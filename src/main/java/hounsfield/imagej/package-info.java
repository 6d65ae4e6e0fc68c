/**
 * Where ImageJ begins: the {@code ImagePlus} bridge, virtual stacks, header texts, and the
 * {@link hounsfield.imagej.Hounsfield} facade for scripts.
 */
package hounsfield.imagej;
