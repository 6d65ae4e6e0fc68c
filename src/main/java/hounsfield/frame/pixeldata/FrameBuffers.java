package hounsfield.frame.pixeldata;

import hounsfield.work.Workers;
import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A pool of arrays for reading frames, shared by all files. It holds at most as many arrays as threads read at once, by
 * soft references, because allocating large arrays for each slice of a series is slow.
 */
final class FrameBuffers {
    /** The pool for encoded and native frames. */
    static final FrameBuffers SHARED = new FrameBuffers(Workers.parallelism());

    private final int most;
    private final Deque<SoftReference<byte[]>> bytes = new ArrayDeque<>();
    private final Deque<SoftReference<short[]>> shorts = new ArrayDeque<>();

    FrameBuffers(int most) {
        this.most = most;
    }

    /** Returns an array of at least {@code length} bytes with arbitrary content. */
    byte[] takeBytes(int length) {
        byte[] idle = poll(bytes);
        return idle != null && idle.length >= length ? idle : new byte[length];
    }

    /** Returns an array of {@code length} numbers with arbitrary content. */
    short[] takeShorts(int length) {
        short[] idle = poll(shorts);
        return idle != null && idle.length == length ? idle : new short[length];
    }

    /** Returns an array to the pool; the caller must not use it afterwards. */
    void giveBack(byte[] buffer) {
        offer(bytes, buffer);
    }

    /** Returns an array to the pool; the caller must not use it afterwards. */
    void giveBack(short[] buffer) {
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
