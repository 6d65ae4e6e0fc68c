package hounsfield.spark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;

/** Hadoop's file systems, with whole files or none. */
final class Storage {
    /** End of the names of files that are being written. */
    static final String UNFINISHED = ".part";

    private Storage() {}

    /** Returns the file system of a path; a local one without Hadoop's files of checksums. */
    static FileSystem of(Path path, Configuration configuration) throws IOException {
        FileSystem files = path.getFileSystem(configuration);
        return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
    }

    /** Returns whether files are on a disk of this computer. */
    static boolean isLocal(FileSystem files) {
        return "file".equals(files.getUri().getScheme());
    }

    /** Returns a path on a disk of this computer. */
    static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }

    /** Returns the path of a listed file on a disk of this computer, which has its scheme before it. */
    static java.nio.file.Path local(FoundFile file) {
        return java.nio.file.Path.of(file.path().substring(file.path().indexOf(':') + 1));
    }

    /**
     * Returns a failure of storage without the message, which may have paths and lines of a stack trace.
     *
     * @param failure of Hadoop
     * @return one whose reason is known, or has the name of the class
     */
    static IOException withoutPaths(IOException failure) {
        if (failure instanceof FileNotFoundException) return cause(new NoSuchFileException(""), failure);
        if (failure instanceof AccessControlException) return cause(new AccessDeniedException(""), failure);
        boolean known = failure instanceof FileSystemException || failure instanceof InterruptedIOException;
        return known ? failure : new IOException(failure.getClass().getSimpleName(), failure);
    }

    private static IOException cause(IOException failure, IOException cause) {
        failure.initCause(cause);
        return failure;
    }

    /** Returns the name under which a file is written before it is moved into place; hidden from readers of tables. */
    static Path unfinished(Path file) {
        return new Path(file.getParent(), "." + file.getName() + UNFINISHED);
    }

    /** Creates a file and the folders around it. On a local disk, Hadoop would start a process for the permissions of each. */
    static FSDataOutputStream create(FileSystem files, Path file) throws IOException {
        if (!isLocal(files)) return files.create(file, true);
        mkdirs(files, file.getParent());
        return new FSDataOutputStream(Files.newOutputStream(local(file)), null);
    }

    /** Creates a folder and those around it, if they are not there. */
    static void mkdirs(FileSystem files, Path folder) throws IOException {
        if (isLocal(files)) Files.createDirectories(local(folder));
        else if (!files.mkdirs(folder)) throw new IOException("a folder of the output cannot be created");
    }

    /** Moves a finished file into place. */
    static void finish(FileSystem files, Path file) throws IOException {
        move(files, unfinished(file), file);
    }

    /** Moves a finished file; one that another attempt of a task has moved there stays. */
    static void move(FileSystem files, Path from, Path to) throws IOException {
        if (files.rename(from, to)) return;
        files.delete(from, false);
        if (!files.exists(to)) throw new IOException("a finished file cannot be moved into place");
    }

    /** Writes lines as a whole file, in place of an earlier one. */
    static void writeLines(FileSystem files, Path file, List<String> lines) throws IOException {
        try (BufferedWriter writer =
                new BufferedWriter(new OutputStreamWriter(create(files, unfinished(file)), StandardCharsets.UTF_8))) {
            for (String line : lines) {
                writer.write(line);
                writer.write('\n');
            }
        }
        files.delete(file, false);
        finish(files, file);
    }

    static List<String> readLines(FileSystem files, Path file) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(files.open(file), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    /** Returns what is in a folder; nothing if there is no such folder. */
    static List<FileStatus> list(FileSystem files, Path folder) throws IOException {
        try {
            return List.of(files.listStatus(folder));
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }
}
