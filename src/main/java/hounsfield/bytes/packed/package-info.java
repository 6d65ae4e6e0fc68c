/** Bytes inside of others: gzip files, deflated Data Sets, the entries of ZIP archives, with limits of what they may expand to. */
package hounsfield.bytes.packed;
