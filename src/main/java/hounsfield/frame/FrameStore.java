package hounsfield.frame;

import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.Samples;
import java.io.IOException;

/** The frames of Pixel Data in one of its two forms, for many threads at once. */
interface FrameStore {
    /** How many frames there are, where Number of Frames does not say so. */
    int countFrames() throws IOException;

    /** Tells of what is missing, before anything is read. */
    void check(int frames) throws IOException;

    /** Decodes a frame; errors carry the offset in the source where it is known. */
    Samples read(int frame) throws IOException;

    /** As {@link #read}, for a use that keeps nothing of the samples: their arrays may serve the next frame. */
    default <T> T lend(int frame, FrameUse<T> use) throws IOException {
        return use.of(read(frame));
    }

    /**
     * How many rows of a frame that cannot be read are there for certain, from the first on; 0 for a frame that is wholly
     * there, and where nothing is certain.
     */
    default int rowsBeforeCut(int frame) {
        return 0;
    }

    /** As {@link #lend}, of a frame with {@link #rowsBeforeCut}; the samples behind these rows mean nothing. */
    default <T> T lendRows(int frame, FrameUse<T> use) throws IOException {
        return lend(frame, use);
    }

    /** What the decoded samples mean. */
    PhotometricInterpretation colour() throws IOException;
}
