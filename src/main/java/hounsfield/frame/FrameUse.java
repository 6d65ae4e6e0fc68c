package hounsfield.frame;

import hounsfield.codec.Samples;
import java.io.IOException;

/** What is done with a frame's stored values while they are lent. */
@FunctionalInterface
public interface FrameUse<T> {
    /** @param samples to be read now; other values may stand in their arrays afterwards */
    T of(Samples samples) throws IOException;
}
