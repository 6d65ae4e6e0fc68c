/** Bounded, endian-aware reads that know their absolute offset. */
package hounsfield.bytes;
