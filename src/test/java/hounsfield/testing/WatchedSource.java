package hounsfield.testing;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.bytes.ByteSource;
import java.io.IOException;

/** The bytes of a file that ends with its pixels, and a listener that is called before pixels are read. */
public final class WatchedSource implements ByteSource {
    /** What a test does about a read. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Called before a read.
         *
         * @param position of the first byte, counted from that of the pixels
         * @param length number of bytes
         */
        void beforeRead(long position, int length);
    }

    private final ByteSource bytes;
    private final long pixels;
    private final Listener listener;

    /** @param pixelBytes number of bytes at the end of the file that are pixels */
    public WatchedSource(String name, byte[] file, int pixelBytes, Listener listener) {
        bytes = new ArrayByteSource(name, file);
        pixels = file.length - pixelBytes;
        this.listener = listener;
    }

    @Override
    public String name() {
        return bytes.name();
    }

    @Override
    public long size() throws IOException {
        return bytes.size();
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) throws IOException {
        if (position >= pixels) listener.beforeRead(position - pixels, length);
        bytes.read(position, target, offset, length);
    }
}
