/** Resamples stacks of planes in patient coordinates to even grids. */
package hounsfield.geometry.grid;
