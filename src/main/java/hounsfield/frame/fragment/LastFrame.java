package hounsfield.frame.fragment;

import hounsfield.codec.Samples;
import hounsfield.standard.error.DicomException;
import java.io.IOException;
import java.lang.ref.SoftReference;

/**
 * The frame of a file that was decoded last, so that the tiles of a frame need one decoding. Thread-safe: several threads that request
 * the same frame wait for the one that decodes it. A frame that cannot be decoded is tried once.
 */
public final class LastFrame {
    private int frame = -1;
    private SoftReference<Samples> samples = new SoftReference<>(null);
    private DicomException failure;

    /** Decodes a frame. */
    @FunctionalInterface
    public interface Decoding {
        /**
         * Decodes a frame.
         *
         * @param frame from 0
         * @return its samples
         * @throws IOException if it cannot be read
         */
        Samples read(int frame) throws IOException;
    }

    /**
     * {@return the samples of a frame, which are shared and must not be changed}
     *
     * @param wanted the frame, from 0
     * @param decoding decodes it, unless it is the last one
     * @throws IOException if it cannot be read
     */
    public synchronized Samples read(int wanted, Decoding decoding) throws IOException {
        if (wanted == frame) {
            if (failure != null) throw failure;
            Samples known = samples.get();
            if (known != null) return known;
        }
        // This frame is released before the next one is decoded, to save memory.
        frame = -1;
        failure = null;
        samples = new SoftReference<>(null);
        try {
            Samples decoded = decoding.read(wanted);
            samples = new SoftReference<>(decoded);
            frame = wanted;
            return decoded;
        } catch (DicomException e) {
            failure = e;
            frame = wanted;
            throw e;
        }
    }
}
