package hounsfield.write;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Unique Identifiers without a registered root: {@code 2.25.} followed by a UUID in decimal (PS3.5 B.2). */
public final class Uid {
    private static final String ROOT = "2.25.";
    private static final long WORD = 0xFFFFFFFFL;
    /** The power of 10 by which division yields groups of decimal digits. */
    private static final long GROUP = 1_000_000_000;

    private static final int GROUP_DIGITS = 9;
    /** Five groups; 128 bits have at most 39 digits. */
    private static final int MOST_DIGITS = 45;

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
        return ofBits(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
    }

    /**
     * Returns the UID of a number of 128 bits. Long division is faster here than BigInteger.
     *
     * @param high the upper 64 bits
     * @param low the lower 64 bits
     * @return a UID of at most 44 characters
     */
    public static String ofBits(long high, long low) {
        long[] words = {high >>> Integer.SIZE, high & WORD, low >>> Integer.SIZE, low & WORD};
        char[] digits = new char[MOST_DIGITS];
        int start = MOST_DIGITS;
        while (true) {
            long group = 0;
            for (int i = 0; i < words.length; i++) {
                group = group << Integer.SIZE | words[i];
                words[i] = group / GROUP;
                group %= GROUP;
            }
            boolean last = (words[0] | words[1] | words[2] | words[3]) == 0;
            for (int i = 0; i < GROUP_DIGITS && !(last && group == 0 && i > 0); i++) {
                digits[--start] = (char) ('0' + group % 10);
                group /= 10;
            }
            if (last) return ROOT + new String(digits, start, MOST_DIGITS - start);
        }
    }
}
