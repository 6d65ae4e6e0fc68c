package hounsfield.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.security.AccessControlException;

/**
 * The local disk under {@code odd:/path}, which jobs take for other storage. It logs each file that it opens, opens slowly, and refuses
 * folders and files of certain names.
 */
public final class OddFileSystem extends RawLocalFileSystem {
    /** Key of the log's path. */
    static final String LOG = "hounsfield.odd.log";
    /** Key of the time that opening takes [ms]. */
    static final String DELAY = "hounsfield.odd.delay";

    static final String UNREADABLE = "no permission";
    /** Name of files that cannot be opened. */
    static final String LOST = "lost";
    /** Name of files that are listed and not there. */
    static final String DELETED = "deleted";

    private static final URI ODD = URI.create("odd:///");

    private static final class BlockMissingException extends IOException {
        private static final long serialVersionUID = 1;

        private BlockMissingException(String message) {
            super(message);
        }
    }

    @Override
    public void initialize(URI uri, Configuration configuration) throws IOException {
        super.initialize(uri, configuration);
        setConf(configuration);
    }

    @Override
    public URI getUri() {
        return ODD;
    }

    @Override
    public String getScheme() {
        return "odd";
    }

    @Override
    protected void checkPath(Path path) {
        if (path.toUri().getScheme() != null && !path.toUri().getScheme().equals("odd"))
            throw new IllegalArgumentException("not odd: " + path);
    }

    @Override
    public FSDataInputStream open(Path path, int bufferSize) throws IOException {
        if (path.getName().equals(LOST)) throw new BlockMissingException("no block of " + path);
        if (path.getName().equals(DELETED)) throw new FileNotFoundException("File does not exist: " + path);
        String log = getConf().get(LOG);
        if (log != null) {
            Files.writeString(
                    java.nio.file.Path.of(log),
                    path.toUri().getPath() + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            try {
                Thread.sleep(getConf().getInt(DELAY, 0));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return super.open(path, bufferSize);
    }

    @Override
    public FileStatus[] listStatus(Path folder) throws IOException {
        if (folder.getName().equals(UNREADABLE))
            throw new AccessControlException(
                    "Permission denied: user=me, inode=\"" + folder + "\"\n\tat a.stack.Trace");
        return super.listStatus(folder);
    }
}
