package hounsfield.deidentify.key;

import hounsfield.write.Uid;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes pseudonyms of UIDs, identifiers and dates by HMAC-SHA256. They depend only on value and key, so they are the same on every
 * machine. Without the key nobody can calculate or reverse them. Thread-safe.
 */
public final class Pseudonyms {
    /** UIDs of DICOM itself: SOP Classes, transfer syntaxes, well-known instances and frames of reference. */
    public static final String STANDARD_ROOT = "1.2.840.10008.";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MARK_BYTES = 16;
    private static final int CODE_BYTES = 8;
    private static final int LEAST_DAYS = 365;
    private static final int MOST_DAYS = 3650;

    private final ThreadLocal<Mac> macs;

    /**
     * Creates the pseudonyms of a key.
     *
     * @param key the bytes of a {@link KeyFile}
     */
    public Pseudonyms(byte[] key) {
        SecretKeySpec secret = new SecretKeySpec(key, ALGORITHM);
        macs = ThreadLocal.withInitial(() -> mac(secret));
    }

    private static Mac mac(SecretKeySpec secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] hash(String kind, String value) {
        return macs.get().doFinal((kind + '\n' + value).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the pseudonym of a UID. The UIDs of the standard are returned unchanged.
     *
     * @param uid any UID, without padding
     * @return {@code 2.25.} and 128 bits in decimal
     */
    public String uid(String uid) {
        if (uid.startsWith(STANDARD_ROOT)) return uid;
        byte[] hash = hash("uid", uid);
        return Uid.ofBits(number(hash, 0), number(hash, Long.BYTES));
    }

    private static long number(byte[] bytes, int start) {
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) number = number << Byte.SIZE | bytes[start + i] & 0xFF;
        return number;
    }

    /**
     * Returns the pseudonym of an identifier.
     *
     * @param kind what the identifier names; equal identifiers of different kinds have different pseudonyms
     * @param value the identifier
     * @return 16 hexadecimal digits, which fit every VR of identifiers
     */
    public String code(String kind, String value) {
        return HexFormat.of().withUpperCase().formatHex(hash(kind, value), 0, CODE_BYTES);
    }

    /**
     * Returns a keyed hash of the name of a file or of options, which shows only whether two of them are equal.
     *
     * @param kind what is marked
     * @param value the name or text
     * @return 32 hexadecimal digits
     */
    public String mark(String kind, String value) {
        return HexFormat.of().formatHex(hash("mark " + kind, value), 0, MARK_BYTES);
    }

    /**
     * Returns the number of days by which the dates of a patient are shifted.
     *
     * @param patient the identifier of the patient
     * @return -3650 to -365
     */
    public int days(String patient) {
        BigInteger number = new BigInteger(1, hash("days", patient));
        return -LEAST_DAYS
                - number.mod(BigInteger.valueOf(MOST_DAYS - LEAST_DAYS + 1)).intValue();
    }
}
