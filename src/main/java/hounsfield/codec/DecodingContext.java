package hounsfield.codec;

import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import java.util.concurrent.CancellationException;

/**
 * The context of a decoder: receives its diagnostics and can cancel it.
 *
 * @param diagnostics receives faults that do not prevent decoding
 * @param progress can cancel; decoders report no progress to it
 */
public record DecodingContext(Diagnostics diagnostics, Progress progress) {
    /** Creates a context with empty diagnostics that is not cancelled. */
    public DecodingContext() {
        this(new Diagnostics());
    }

    /**
     * Creates a context that is not cancelled.
     *
     * @param diagnostics receives faults that do not prevent decoding
     */
    public DecodingContext(Diagnostics diagnostics) {
        this(diagnostics, Progress.NONE);
    }

    /**
     * Reports a fault that does not prevent decoding.
     *
     * @param sentence must not contain patient attributes
     */
    public void warn(String sentence) {
        diagnostics.add(sentence);
    }

    /**
     * Ends the decoding if it was cancelled. Decoders call this several times a second, for example once per row.
     *
     * @throws CancellationException if the user cancelled, or the thread is interrupted
     */
    public void check() {
        progress.check();
        if (Thread.currentThread().isInterrupted()) throw new CancellationException("interrupted");
    }
}
