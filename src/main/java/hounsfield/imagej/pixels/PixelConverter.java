package hounsfield.imagej.pixels;

import hounsfield.calibrate.ModalityLut;
import hounsfield.calibrate.ValueSource;
import hounsfield.frame.FrameReader;
import hounsfield.frame.FrameRef;
import hounsfield.standard.DicomException;
import ij.ImagePlus;
import java.io.IOException;
import java.util.Optional;

/** Makes ImageJ's pixel arrays of frames, all of an image in one way. Safe for many threads. */
public interface PixelConverter {
    /** ImageJ's bit depth: 8, 16, 24 for colour, 32 for floats. */
    int bitDepth();

    /** How many planes a frame gives: 3 for deep colour, else 1. */
    default int channels() {
        return 1;
    }

    /**
     * A frame's pixels.
     *
     * @return an array for each channel: {@code byte[]}, {@code short[]}, {@code int[]} for colour, or {@code float[]}
     */
    Object[] pixels(FrameRef frame, FrameReader reader) throws IOException;

    /** Tells ImageJ what the pixels' numbers mean. */
    default void calibrate(ImagePlus image) {}

    /** From stored values to what the image's numbers say, for windows and padding; empty for colour. */
    Optional<ModalityLut> meaning(FrameRef frame) throws DicomException;

    /** What the values of {@link #meaning} come from. */
    default ValueSource source() {
        return ValueSource.RESCALE;
    }
}
