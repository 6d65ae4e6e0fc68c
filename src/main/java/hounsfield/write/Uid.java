package hounsfield.write;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Unique Identifiers without a registered root: {@code 2.25.} followed by a UUID in decimal (PS3.5 B.2). */
public final class Uid {
    private Uid() {}

    /**
     * Returns the UID of a name: the same for the same name, on every machine.
     *
     * @param name any text
     * @return a UID of at most 44 characters
     */
    public static String ofName(String name) {
        return of(UUID.nameUUIDFromBytes(("hounsfield/" + name).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Returns a new random UID.
     *
     * @return a UID of at most 44 characters
     */
    public static String random() {
        return of(UUID.randomUUID());
    }

    private static String of(UUID uuid) {
        ByteBuffer bytes = ByteBuffer.allocate(16);
        bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
        return "2.25." + new BigInteger(1, bytes.array());
    }
}
