package hounsfield.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The coded character sets selected by ISO 2022 escape sequences (PS3.3 tables C.12-2 to C.12-4). A set is designated
 * either as G0, for bytes below 0x80, or as G1, for the others.
 *
 * <p>A Java runtime without the module {@code jdk.charsets} lacks some of them; their characters become U+FFFD.
 */
enum GraphicSet {
    ASCII("(B", false, 1, "US-ASCII"),
    JIS_ROMAN("(J", false, 1, null),
    JIS_X_0208("$B", false, 2, "EUC-JP"),
    JIS_X_0212("$(D", false, 2, "EUC-JP"),
    KATAKANA(")I", true, 1, null),
    LATIN_1("-A", true, 1, "ISO-8859-1"),
    LATIN_2("-B", true, 1, "ISO-8859-2"),
    LATIN_3("-C", true, 1, "ISO-8859-3"),
    LATIN_4("-D", true, 1, "ISO-8859-4"),
    CYRILLIC("-L", true, 1, "ISO-8859-5"),
    ARABIC("-G", true, 1, "ISO-8859-6"),
    GREEK("-F", true, 1, "ISO-8859-7"),
    HEBREW("-H", true, 1, "ISO-8859-8"),
    LATIN_5("-M", true, 1, "ISO-8859-9"),
    LATIN_9("-b", true, 1, "ISO-8859-15"),
    THAI("-T", true, 1, "TIS-620"),
    KS_X_1001("$)C", true, 2, "EUC-KR"),
    GB_2312("$)A", true, 2, "GB2312");

    private static final GraphicSet[] ALL = values();

    private final String escape;
    private final boolean upper;
    private final int width;
    private final String charsetName;
    /** Loaded on demand; few files need it. */
    private Charset charset;

    /**
     * Creates a set.
     *
     * @param escape the escape sequence that designates it, without ESC
     * @param upper whether it is designated as G1
     * @param width bytes per character
     * @param charsetName the Java charset with its characters; null if they are computed
     */
    GraphicSet(String escape, boolean upper, int width, String charsetName) {
        this.escape = escape;
        this.upper = upper;
        this.width = width;
        this.charsetName = charsetName;
    }

    boolean upper() {
        return upper;
    }

    int width() {
        return width;
    }

    /** Returns the length of the escape sequence without ESC. */
    int escapeLength() {
        return escape.length();
    }

    /** Returns the set designated by the escape sequence whose ESC is just before {@code index}, or {@code null}. */
    static GraphicSet designatedAt(byte[] bytes, int index) {
        for (GraphicSet set : ALL) if (set.matches(bytes, index)) return set;
        return null;
    }

    private boolean matches(byte[] bytes, int index) {
        if (index + escape.length() > bytes.length) return false;
        for (int i = 0; i < escape.length(); i++) if (bytes[index + i] != escape.charAt(i)) return false;
        return true;
    }

    /** Appends the characters of bytes of this set; the last multi-byte character may be incomplete. */
    void decode(byte[] bytes, int from, int to, StringBuilder text) {
        switch (this) {
            case JIS_ROMAN -> {
                for (int i = from; i < to; i++) text.append(romanCharacter(bytes[i]));
            }
            case KATAKANA -> {
                for (int i = from; i < to; i++) text.append(katakana(bytes[i] & 0xFF));
            }
            case JIS_X_0208 -> text.append(asString(extendedUnixCode(bytes, from, to, 0)));
            case JIS_X_0212 -> text.append(asString(extendedUnixCode(bytes, from, to, 0x8F)));
            default -> {
                byte[] part = new byte[to - from];
                System.arraycopy(bytes, from, part, 0, part.length);
                text.append(asString(part));
            }
        }
    }

    /** ISO-IR 14: ASCII except for two characters. */
    private static char romanCharacter(byte code) {
        return code == 0x5C ? '\u00A5' : code == 0x7E ? '\u203E' : (char) (code & 0x7F);
    }

    /** ISO-IR 13: half-width katakana, in the same order as in Unicode. */
    private static char katakana(int code) {
        return code >= 0xA1 && code <= 0xDF ? (char) (0xFF61 + code - 0xA1) : '\uFFFD';
    }

    /** Converts two-byte characters of G0 to EUC-JP: high bits set, and code set 3 after a single shift. */
    private static byte[] extendedUnixCode(byte[] bytes, int from, int to, int shift) {
        int size = shift == 0 ? 2 : 3;
        byte[] unix = new byte[(to - from + 1) / 2 * size];
        int out = 0;
        for (int i = from; i < to; i += 2) {
            if (shift != 0) unix[out++] = (byte) shift;
            unix[out++] = (byte) (bytes[i] | 0x80);
            unix[out++] = (byte) (i + 1 < to ? bytes[i + 1] | 0x80 : 0x80);
        }
        return unix;
    }

    private String asString(byte[] part) {
        // If two threads race, they set the same charset.
        if (charset == null && Charset.isSupported(charsetName)) charset = Charset.forName(charsetName);
        if (charset != null) return new String(part, charset);
        String ascii = new String(part, StandardCharsets.US_ASCII);
        return width == 1 ? ascii : "\uFFFD".repeat(part.length / width);
    }
}
