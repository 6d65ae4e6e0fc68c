package hounsfield.spark;

import hounsfield.bytes.ByteSource;
import hounsfield.bytes.RemoteByteSource;
import hounsfield.standard.error.OneLine;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** A file of the input as a source of ranges. It is opened at the first read, and once. */
final class StoredFile implements Closeable {
    /** Reads at positions use no buffer, but there must be one [bytes]. */
    private static final int NO_BUFFER = 1;

    private final FoundFile file;
    private final FileSystem files;
    private final ByteSource source;
    private FSDataInputStream stream;
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
        if (stream == null) stream = open();
        int count = stream.read(position, target, offset, length);
        if (count > 0) bytes += count;
        return count;
    }

    /** Opens the file; in other storage than a local disk without a question for its length, and for reads of ranges. */
    private FSDataInputStream open() throws IOException {
        Path path = new Path(file.path());
        if (files instanceof RawLocalFileSystem) return files.open(path, NO_BUFFER);
        try {
            return files.openFile(path)
                    .opt("fs.option.openfile.read.policy", "random")
                    .opt("fs.option.openfile.length", Long.toString(file.size()))
                    .build()
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) throw io;
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (stream != null) stream.close();
    }
}
