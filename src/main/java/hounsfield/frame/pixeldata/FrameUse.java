package hounsfield.frame.pixeldata;

import hounsfield.codec.Samples;
import java.io.IOException;

/**
 * A function of the stored values of a frame, which are lent to it.
 *
 * @param <T> the type of the result
 */
@FunctionalInterface
public interface FrameUse<T> {
    /**
     * Computes the result.
     *
     * @param samples valid during this call only, because their arrays are reused
     * @return the result
     * @throws IOException if it fails
     */
    T of(Samples samples) throws IOException;
}
