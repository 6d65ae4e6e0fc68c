/** Compressed bytes: gzip files, deflated Data Sets and the entries of ZIP archives, with limits for their expanded size. */
package hounsfield.bytes.packed;
