/**
 * Geometry of pixels: planes in patient coordinates, stacks of planes, and substitutes if a file has no positions.
 * Lengths are in mm; axes are x (along a row), y (down a column) and z (slice); patient coordinates are LPS (PS3.3
 * C.7.6.2).
 */
package hounsfield.geometry;
