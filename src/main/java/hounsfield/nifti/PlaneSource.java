package hounsfield.nifti;

import java.io.IOException;

/** Gives the planes of an image that is written. It may be called from several threads. */
@FunctionalInterface
public interface PlaneSource {
    /**
     * Gives a plane.
     *
     * @param channel from 0
     * @param slice from 0
     * @param time from 0
     * @return row by row from the top: {@code float[]} of values, or for colors {@code int[]} of {@code 0xRRGGBB}; it is not
     *     changed
     * @throws IOException if the plane cannot be read
     */
    Object plane(int channel, int slice, int time) throws IOException;
}
