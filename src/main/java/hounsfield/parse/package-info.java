/** File bytes to Data Set, without the pixel data, which stays a range of the file (PS3.5 section 7, PS3.10 section 7). */
package hounsfield.parse;
