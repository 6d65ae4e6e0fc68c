/** Headers without what identifies: each element by its rule, and texts without names that are elsewhere in the file. */
package hounsfield.deidentify.header;
