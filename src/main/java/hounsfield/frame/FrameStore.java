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

    /** What the decoded samples mean. */
    PhotometricInterpretation colour() throws IOException;
}
