/** Sources of bytes that report the absolute offset of every error, and readers that handle both byte orders. */
package hounsfield.bytes;
