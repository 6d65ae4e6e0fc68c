/** Immutable Data Sets: elements, items, and values decoded on request (PS3.5 section 7). */
package hounsfield.data;
