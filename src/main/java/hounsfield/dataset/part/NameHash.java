package hounsfield.dataset.part;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Hashes names of files; the result is the same on every machine. Anybody can test a guessed name, so names that are secret need a
 * keyed hash.
 */
public final class NameHash {
    private static final int BYTES = 16;

    private final MessageDigest digest;

    /** Creates the hash of an empty list. */
    public NameHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Adds a name to the list.
     *
     * @param name of a file
     * @return this hash
     */
    public NameHash add(String name) {
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** {@return the hash of the list, which depends on its order: 32 hexadecimal digits} Resets the list. */
    public String text() {
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    /** {@return the first 64 bits of the hash of the list} Resets the list. */
    long number() {
        byte[] bytes = digest.digest();
        long first = 0;
        for (int i = 0; i < Long.BYTES; i++) first = first << 8 | bytes[i] & 0xFF;
        return first;
    }
}
