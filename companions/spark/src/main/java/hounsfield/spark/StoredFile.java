package hounsfield.spark;

import hounsfield.bytes.ByteSource;
import hounsfield.bytes.RemoteByteSource;
import hounsfield.standard.error.OneLine;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A file of the input as a source of ranges. It is opened at the first read, and once. */
final class StoredFile implements Closeable {
    private final FoundFile file;
    private final Configuration configuration;
    private final ByteSource source;
    private FSDataInputStream stream;
    private long bytes;

    StoredFile(FoundFile file, Configuration configuration) {
        this.file = file;
        this.configuration = configuration;
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

    /** Opens the file without a question for its length, and says that ranges are read. */
    private FSDataInputStream open() throws IOException {
        Path path = new Path(file.path());
        FileSystem files = Storage.of(path, configuration);
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
