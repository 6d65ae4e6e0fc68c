package hounsfield.derive.file;

import hounsfield.derive.PixelType;
import java.io.IOException;

/** Provides the pixels of the frames of a new image. It is called from several threads. */
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
