/** The secret key of a de-identification, and the pseudonyms made with it. */
package hounsfield.deidentify.key;
