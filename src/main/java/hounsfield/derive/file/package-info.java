/** New images to files: native, RLE or deflated, one frame in memory at a time. */
package hounsfield.derive.file;
