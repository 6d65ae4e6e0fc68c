package hounsfield.deidentify.key;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import hounsfield.standard.error.OneLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * A file with the secret key: any bytes, at least {@value #SHORTEST}. Blanks and line breaks at its end are ignored, because editors
 * add them. Only somebody who has the key can test whether a pseudonym belongs to a known person.
 */
public final class KeyFile {
    /** The least number of bytes of a key. */
    public static final int SHORTEST = 16;

    private static final int LONGEST = 1 << 16;
    private static final int RANDOM_BYTES = 32;

    private KeyFile() {}

    /**
     * Reads a key.
     *
     * @param path of the file
     * @return its bytes
     * @throws IllegalArgumentException if there is no such file, or it is too short or too long for a key
     * @throws IOException if it cannot be read
     */
    public static byte[] read(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("there is no key file " + OneLine.of(path));
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(LONGEST + 1);
        }
        if (bytes.length > LONGEST) {
            throw new IllegalArgumentException(
                    OneLine.of(path) + " has more than " + LONGEST + " bytes; it is not a key");
        }
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) end--;
        if (end < SHORTEST) {
            throw new IllegalArgumentException(
                    "the key in " + OneLine.of(path) + " has " + end + " bytes; it needs at least " + SHORTEST);
        }
        return Arrays.copyOf(bytes, end);
    }

    /**
     * Reads a key, after creating the file with a random key if there is none. Only the owner can read a new file, on systems
     * that have permissions.
     *
     * @param path of the file, whose folder is created if necessary
     * @return its bytes
     * @throws IllegalArgumentException as {@link #read} throws it
     * @throws IOException if it cannot be read or created
     */
    public static byte[] readOrCreate(Path path) throws IOException {
        if (!Files.exists(path)) create(path);
        return read(path);
    }

    private static void create(Path path) throws IOException {
        byte[] key = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(path.toAbsolutePath().getParent());
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (ByteChannel channel = Files.newByteChannel(path, Set.of(CREATE_NEW, WRITE), owner)) {
            channel.write(ByteBuffer.wrap((HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII)));
        } catch (FileAlreadyExistsException e) {
            // If two programs create a key at the same time, both use that of the first.
        }
    }
}
