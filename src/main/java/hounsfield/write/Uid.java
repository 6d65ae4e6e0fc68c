package hounsfield.write;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Unique Identifiers that need no registered root: {@code 2.25.} and a UUID in decimal (PS3.5 B.2). */
public final class Uid {
    private Uid() {}

    /** The same UID for the same name, at any time on any machine. */
    public static String ofName(String name) {
        return of(UUID.nameUUIDFromBytes(("hounsfield/" + name).getBytes(StandardCharsets.UTF_8)));
    }

    /** A UID that nobody else has. */
    public static String random() {
        return of(UUID.randomUUID());
    }

    private static String of(UUID uuid) {
        ByteBuffer bytes = ByteBuffer.allocate(16);
        bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
        return "2.25." + new BigInteger(1, bytes.array());
    }
}
