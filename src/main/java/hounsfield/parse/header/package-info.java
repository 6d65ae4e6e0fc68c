/** Rows of headers, selected by a text and compared with those of other headers. */
package hounsfield.parse.header;
