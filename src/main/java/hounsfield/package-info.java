/**
 * The entry points for Java programs, which need no ImageJ: {@link hounsfield.Dicom} opens files, arrays, streams and
 * folders.
 */
package hounsfield;
