package hounsfield.data;

import java.nio.charset.StandardCharsets;

/** Specific Character Set (0008,0005): turns the bytes of a text value into characters (PS3.5 6.1, PS3.3 C.12.1.1.2). */
public final class SpecificCharacterSet {
    /** The default repertoire, ISO-IR 6. */
    public static final SpecificCharacterSet DEFAULT = new SpecificCharacterSet();

    private SpecificCharacterSet() {}

    /** The text of a value, escape sequences resolved. */
    public String decode(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
