/** Immutable Data Sets: elements, Items, and values that are decoded on demand (PS3.5 section 7). */
package hounsfield.data;
