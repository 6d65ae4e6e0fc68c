/** De-identification of headers: each element by its rule, and texts without names that occur elsewhere in the file. */
package hounsfield.deidentify.header;
