package hounsfield.frame.pixeldata;

import hounsfield.codec.Samples;
import java.io.IOException;

/**
 * A function of the first rows of a frame that ends early. It must not keep the stored values.
 *
 * @param <T> the type of the result
 */
@FunctionalInterface
public interface RowsUse<T> {
    /**
     * Computes the result.
     *
     * @param samples a whole frame of samples, of which those after the valid rows are meaningless; valid during this
     *     call only, because their arrays are reused
     * @param rows number of valid rows, at least 1 and fewer than the frame has
     * @return the result
     * @throws IOException if it fails
     */
    T of(Samples samples, int rows) throws IOException;
}
