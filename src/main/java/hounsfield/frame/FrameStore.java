package hounsfield.frame;

import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.Samples;
import java.io.IOException;

/** The frames of Pixel Data, native or encapsulated. Thread-safe. */
interface FrameStore {
    /** Counts the frames if Number of Frames is invalid. */
    int countFrames() throws IOException;

    /** Reports missing data before anything is read. */
    void check(int frames) throws IOException;

    /** Decodes a frame; exceptions contain the offset in the source where known. */
    Samples read(int frame) throws IOException;

    /** Decodes one tile of a frame; the tiles of a frame should cost about as much as the frame. */
    Samples read(int frame, Tile tile) throws IOException;

    /** Does the same as {@link #read}, but lends the samples to {@code use} only, so that their arrays can be reused. */
    default <T> T lend(int frame, FrameUse<T> use) throws IOException {
        return use.of(read(frame));
    }

    /** Does the same as {@link #lend(int, FrameUse)} for one tile. */
    default <T> T lend(int frame, Tile tile, FrameUse<T> use) throws IOException {
        return use.of(read(frame, tile));
    }

    /**
     * Returns the number of leading rows that are certainly valid in a frame that cannot be read; 0 for complete
     * frames, and if nothing is certain.
     */
    default int rowsBeforeCut(int frame) {
        return 0;
    }

    /** Does the same as {@link #lend} for a frame with {@link #rowsBeforeCut}; the samples after these rows are meaningless. */
    default <T> T lendRows(int frame, FrameUse<T> use) throws IOException {
        return lend(frame, use);
    }

    /** Returns the meaning of the decoded samples. */
    PhotometricInterpretation colour() throws IOException;
}
