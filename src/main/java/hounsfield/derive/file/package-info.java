/** Writes new images to files: native, RLE or deflated, with one frame in memory at a time. */
package hounsfield.derive.file;
