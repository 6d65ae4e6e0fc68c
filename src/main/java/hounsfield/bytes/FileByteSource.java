package hounsfield.bytes;

import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.OneLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/**
 * The bytes of a file. The source itself holds no file descriptor and opens the file for each read; {@link #open()}
 * returns a source that keeps the file open. If the reading thread is interrupted, a read throws
 * {@link java.util.concurrent.CancellationException} and the interrupt status stays set.
 */
public final class FileByteSource extends ClosedByteSource {
    private final Path path;
    /** The name in messages. */
    private final String name;

    /**
     * Creates a source without opening the file. Its name in messages is that of the file without the folder.
     *
     * @param path the file
     */
    public FileByteSource(Path path) {
        this(path, String.valueOf(path.getFileName() == null ? path : path.getFileName()));
    }

    /**
     * Creates a source without opening the file.
     *
     * @param path the file
     * @param name the name in messages, for example the path relative to a scanned folder; line breaks in it are escaped
     */
    public FileByteSource(Path path, String name) {
        this.path = Objects.requireNonNull(path);
        this.name = OneLine.of(name);
    }

    /**
     * Returns the path of a source that is a file.
     *
     * @param source any source
     * @return its path; empty for an array, an object in a store, and other sources
     */
    public static Optional<Path> pathOf(ByteSource source) {
        if (source instanceof FileByteSource file) return Optional.of(file.path);
        return source instanceof Opened opened ? Optional.of(opened.file.path) : Optional.empty();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() throws IOException {
        return Files.size(path);
    }

    @Override
    public ByteSource open() throws IOException {
        return new Opened(this);
    }

    /** The file with an open channel. */
    private static final class Opened implements ByteSource {
        /**
         * Largest read, in bytes. The JDK copies each read into an array through a direct buffer of the same size,
         * which it then caches for the thread; small reads keep that buffer small.
         */
        private static final int PIECE = 1 << 18;

        private final FileByteSource file;
        private FileChannel channel;
        private boolean closed;

        Opened(FileByteSource file) throws IOException {
            this.file = file;
            channel = FileChannel.open(file.path, StandardOpenOption.READ);
        }

        @Override
        public String name() {
            return file.name();
        }

        @Override
        public long size() throws IOException {
            while (true) {
                FileChannel current = channel();
                try {
                    return current.size();
                } catch (ClosedChannelException e) {
                    DicomException.checkInterrupt(e);
                    reopen(current, e);
                }
            }
        }

        @Override
        public void read(long position, byte[] target, int offset, int length) throws IOException {
            int available = readUpTo(position, target, offset, length);
            if (available < length) throw ArrayByteSource.endsEarly(this, position, length, position + available);
        }

        @Override
        public int readUpTo(long position, byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            int done = 0;
            while (done < length) {
                ByteBuffer piece = ByteBuffer.wrap(target, offset + done, Math.min(PIECE, length - done));
                int count = readPiece(piece, position + done);
                if (count < 0) break;
                done += count;
            }
            return done;
        }

        /** An interrupt closes the channel for all threads. Threads that were not interrupted open it again. */
        private int readPiece(ByteBuffer piece, long position) throws IOException {
            while (true) {
                FileChannel current = channel();
                try {
                    return current.read(piece, position);
                } catch (ClosedChannelException e) {
                    DicomException.checkInterrupt(e);
                    reopen(current, e);
                }
            }
        }

        private synchronized FileChannel channel() {
            return channel;
        }

        private synchronized void reopen(FileChannel broken, ClosedChannelException reason) throws IOException {
            if (closed) throw reason;
            if (channel == broken) channel = FileChannel.open(file.path, StandardOpenOption.READ);
        }

        @Override
        public ByteSource open() throws IOException {
            return file.open();
        }

        @Override
        public synchronized void close() throws IOException {
            closed = true;
            channel.close();
        }
    }
}
