/**
 * Where pixels are: planes in the patient's coordinates, the stack that several of them make, and what stands in for
 * them when a file names no position. Lengths in mm, axes x (along a row), y (down a column), z (slice), patient
 * coordinates LPS (PS3.3 C.7.6.2).
 */
package hounsfield.geometry;
