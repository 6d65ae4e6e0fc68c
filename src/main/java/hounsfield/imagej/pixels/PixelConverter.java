package hounsfield.imagej.pixels;

import hounsfield.calibrate.ModalityLut;
import hounsfield.calibrate.ValueSource;
import hounsfield.frame.FrameReader;
import hounsfield.frame.FrameRef;
import hounsfield.standard.DicomException;
import ij.ImagePlus;
import java.io.IOException;
import java.util.Optional;

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

    /**
     * Returns the map from stored values to the image's calibrated values, for windows and padding.
     *
     * @param frame the frame
     * @return the map; empty for color
     * @throws DicomException if the frame's header cannot be read
     */
    Optional<ModalityLut> meaning(FrameRef frame) throws DicomException;

    /** {@return the source of the values of {@link #meaning}} */
    default ValueSource source() {
        return ValueSource.RESCALE;
    }
}
