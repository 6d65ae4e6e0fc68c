package hounsfield.imagej.pixels;

import hounsfield.planes.Planes;

/** Makes one slice of the new image; called from many threads. */
@FunctionalInterface
public interface SliceMap {
    /**
     * @param slice the values of one slice of the original, not to be written to
     * @param index its place in the stack, counted from 0
     * @return ImageJ's pixel array of the new slice: {@code byte[]}, {@code short[]}, {@code int[]} or {@code float[]}
     */
    Object pixels(Planes slice, int index);
}
