package hounsfield.spark;

import hounsfield.bytes.ByteSource;
import hounsfield.bytes.RemoteByteSource;
import hounsfield.standard.error.OneLine;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A file of the input as a source of ranges. It is opened at the first read, and once. */
final class StoredFile implements Closeable {
    /** Largest read of a local file [bytes]; Java keeps a buffer of this size for each thread. */
    private static final int PIECE = 1 << 18;

    private final FoundFile file;
    private final FileSystem files;
    private final ByteSource source;
    private RemoteByteSource.Ranges ranges;
    private Closeable opened;
    private long bytes;

    /** @param files the file system of the input */
    StoredFile(FoundFile file, FileSystem files) {
        this.file = file;
        this.files = files;
        source = new RemoteByteSource(OneLine.of(file.name()), file.size(), this::read);
    }

    ByteSource source() {
        return source;
    }

    /** Returns the number of bytes read. */
    long bytes() {
        return bytes;
    }

    private int read(long position, byte[] target, int offset, int length) throws IOException {
        if (ranges == null) open();
        int count = ranges.read(position, target, offset, length);
        if (count > 0) bytes += count;
        return count;
    }

    private void open() throws IOException {
        if (Storage.isLocal(files)) {
            // Hadoop's own reads of a local disk cost more than the parser, for its statistics.
            FileChannel channel = FileChannel.open(Storage.local(file), StandardOpenOption.READ);
            opened = channel;
            ranges = (position, target, offset, length) ->
                    channel.read(ByteBuffer.wrap(target, offset, Math.min(length, PIECE)), position);
        } else {
            FSDataInputStream stream = stream(new Path(file.path()));
            opened = stream;
            ranges = (position, target, offset, length) -> {
                try {
                    return stream.read(position, target, offset, length);
                } catch (IOException e) {
                    throw Storage.withoutPaths(e);
                }
            };
        }
    }

    /** Opens the file without a question for its length, and says that ranges are read. */
    private FSDataInputStream stream(Path path) throws IOException {
        try {
            return files.openFile(path)
                    .opt("fs.option.openfile.read.policy", "random")
                    .opt("fs.option.openfile.length", Long.toString(file.size()))
                    .build()
                    .get();
        } catch (IOException e) {
            throw Storage.withoutPaths(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) throw Storage.withoutPaths(io);
            throw new IOException(e.getCause().getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (opened != null) opened.close();
    }
}
