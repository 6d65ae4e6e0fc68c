package hounsfield.imagej.pixels;

import hounsfield.calibrate.ValueSource;
import hounsfield.frame.FrameRef;
import hounsfield.frame.pixeldata.FrameReader;
import ij.ImagePlus;
import java.io.IOException;

/** Converts frames to ImageJ's pixel arrays, one converter per image. Safe for many threads. */
public interface PixelConverter {
    /** {@return ImageJ's bit depth: 8, 16, 24 for color, 32 for floats} */
    int bitDepth();

    /** {@return planes per frame: 3 for deep color, else 1} */
    default int channels() {
        return 1;
    }

    /**
     * Converts a frame.
     *
     * @param frame the frame
     * @param reader reads the frame's file
     * @return one array per channel: {@code byte[]}, {@code short[]}, {@code int[]} for color, or {@code float[]}
     * @throws IOException if the frame cannot be read or decoded
     */
    Object[] pixels(FrameRef frame, FrameReader reader) throws IOException;

    /**
     * Sets ImageJ's calibration of the pixel values.
     *
     * @param image an image of converted pixels
     */
    default void calibrate(ImagePlus image) {}

    /** {@return whether pixels are values, which have a window and padding; otherwise they are colors} */
    default boolean hasValues() {
        return true;
    }

    /** {@return the number that represents the stored value 0, if pixels are integers} */
    default int storedZero() {
        return 0;
    }

    /** {@return the source of the values} */
    default ValueSource source() {
        return ValueSource.RESCALE;
    }
}
