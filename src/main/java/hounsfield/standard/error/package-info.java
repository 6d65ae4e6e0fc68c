/** Exceptions for files that cannot be read: what is wrong, and where: file, tag, frame, byte offset. And limits of memory. */
package hounsfield.standard.error;
