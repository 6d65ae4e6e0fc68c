package hounsfield.frame;

import hounsfield.work.Workers;
import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Arrays that went through one frame and wait for the next, of this file or of another: as many as threads read at once,
 * and only as long as nobody else wants the memory. Large arrays are costly to make anew for each slice of a series.
 */
final class FrameBuffers {
    /** Where encoded frames and native ones are read to. */
    static final FrameBuffers SHARED = new FrameBuffers(Workers.parallelism());

    private final int most;
    private final Deque<SoftReference<byte[]>> bytes = new ArrayDeque<>();
    private final Deque<SoftReference<short[]>> shorts = new ArrayDeque<>();

    FrameBuffers(int most) {
        this.most = most;
    }

    /** An array of at least {@code length} bytes with anything in them. */
    byte[] takeBytes(int length) {
        byte[] idle = poll(bytes);
        return idle != null && idle.length >= length ? idle : new byte[length];
    }

    /** An array of {@code length} numbers of any value. */
    short[] takeShorts(int length) {
        short[] idle = poll(shorts);
        return idle != null && idle.length == length ? idle : new short[length];
    }

    /** Hands an array back; the caller keeps nothing of it. */
    void give(byte[] buffer) {
        offer(bytes, buffer);
    }

    /** Hands an array back; the caller keeps nothing of it. */
    void give(short[] buffer) {
        offer(shorts, buffer);
    }

    private synchronized <T> T poll(Deque<SoftReference<T>> idle) {
        SoftReference<T> reference = idle.pollLast();
        return reference == null ? null : reference.get();
    }

    private synchronized <T> void offer(Deque<SoftReference<T>> idle, T buffer) {
        if (idle.size() == most) idle.removeFirst();
        idle.addLast(new SoftReference<>(buffer));
    }
}
