package hounsfield.imagej.pixels;

import hounsfield.planes.Planes;

/** Converts one slice of an image to a slice of a new image. Called from many threads. */
@FunctionalInterface
public interface SliceMap {
    /**
     * Converts a slice.
     *
     * @param slice the values of one slice of the original, read-only
     * @param index its index in the stack, counted from 0
     * @return ImageJ's pixel array of the new slice: {@code byte[]}, {@code short[]}, {@code int[]} or {@code float[]}
     */
    Object pixels(Planes slice, int index);
}
