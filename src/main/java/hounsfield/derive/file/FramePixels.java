package hounsfield.derive.file;

import hounsfield.derive.PixelType;
import java.io.IOException;

/** The pixels of a new image's frames. Called from many threads. */
@FunctionalInterface
public interface FramePixels {
    /**
     * Returns the native pixels of a frame.
     *
     * @param index from 0
     * @return new bytes, in the {@link PixelType} of the image, row by row
     * @throws IOException if the frame cannot be read
     */
    byte[] of(int index) throws IOException;
}
