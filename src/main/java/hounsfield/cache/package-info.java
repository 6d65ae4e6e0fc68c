/** Decoded planes that are kept for the next access: one bounded cache, planes of an image in it, and read-ahead. */
package hounsfield.cache;
