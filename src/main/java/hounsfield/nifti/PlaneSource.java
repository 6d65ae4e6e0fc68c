package hounsfield.nifti;

import java.io.IOException;

/** Provides the planes of an image to write. It is called from several threads. */
@FunctionalInterface
public interface PlaneSource {
    /**
     * Returns a plane.
     *
     * @param channel from 0
     * @param slice from 0
     * @param time from 0
     * @return row by row from the top: {@code float[]} of values, or {@code int[]} of {@code 0xRRGGBB} for colors; the caller does not
     *     change it
     * @throws IOException if the plane cannot be read
     */
    Object plane(int channel, int slice, int time) throws IOException;
}
