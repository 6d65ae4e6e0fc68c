package hounsfield.frame;

import java.util.concurrent.ConcurrentLinkedQueue;

/** Byte arrays that went through one frame and wait for the next: as many as threads read at once. */
final class FrameBuffers {
    private final ConcurrentLinkedQueue<byte[]> idle = new ConcurrentLinkedQueue<>();

    /** An array of at least {@code length} bytes with anything in them. */
    byte[] take(int length) {
        byte[] buffer = idle.poll();
        return buffer != null && buffer.length >= length ? buffer : new byte[length];
    }

    /** Hands an array back; the caller keeps nothing of it. */
    void give(byte[] buffer) {
        idle.offer(buffer);
    }
}
