/** Parses file bytes into a Data Set; the pixel data remains a range of the file (PS3.5 section 7, PS3.10 section 7). */
package hounsfield.parse;
