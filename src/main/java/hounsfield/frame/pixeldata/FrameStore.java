package hounsfield.frame.pixeldata;

import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.Samples;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.Optional;

/** The frames of Pixel Data, native or encapsulated. Thread-safe. */
interface FrameStore {
    /** Counts the frames if Number of Frames is invalid. */
    int countFrames() throws IOException;

    /** Reports missing data before anything is read. */
    void check(int frames) throws IOException;

    /** Decodes a frame, unless {@code progress} is cancelled; exceptions contain the offset in the source where known. */
    Samples read(int frame, Progress progress) throws IOException;

    /** Decodes one tile of a frame; the tiles of a frame should cost about as much as the frame. */
    Samples read(int frame, Tile tile, Progress progress) throws IOException;

    /** Does the same as {@link #read}, but lends the samples to {@code use} only, so that their arrays can be reused. */
    default <T> T lend(int frame, Progress progress, FrameUse<T> use) throws IOException {
        return use.of(read(frame, progress));
    }

    /** Does the same as {@link #lend(int, Progress, FrameUse)} for one tile. */
    default <T> T lend(int frame, Tile tile, Progress progress, FrameUse<T> use) throws IOException {
        return use.of(read(frame, tile, progress));
    }

    /**
     * Does the same as {@link #lend} for the leading rows that are certain in a frame that cannot be read because it
     * ends early.
     *
     * @return empty if the frame is complete, or no row is certain
     */
    <T> Optional<T> lendRows(int frame, Progress progress, RowsUse<T> use) throws IOException;

    /** Returns the meaning of the decoded samples. */
    PhotometricInterpretation color() throws IOException;
}
