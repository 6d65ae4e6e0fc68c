package hounsfield.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The coded character sets that ISO 2022 escape sequences switch between (PS3.3 tables C.12-2 to C.12-4). A set stands
 * either in G0, for bytes below 0x80, or in G1, for the others.
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
    /** Looked up when first needed; few files need any. */
    private Charset charset;

    /**
     * @param escape what follows the ESC that designates the set
     * @param upper whether it stands in G1
     * @param width bytes a character
     * @param charsetName the Java charset that has its characters; none where they are computed
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

    /** How long the escape sequence is without its ESC. */
    int escapeLength() {
        return escape.length();
    }

    /** The set that the escape sequence whose ESC stands before {@code index} designates, or {@code null}. */
    static GraphicSet designatedAt(byte[] bytes, int index) {
        for (GraphicSet set : ALL) if (set.matches(bytes, index)) return set;
        return null;
    }

    private boolean matches(byte[] bytes, int index) {
        if (index + escape.length() > bytes.length) return false;
        for (int i = 0; i < escape.length(); i++) if (bytes[index + i] != escape.charAt(i)) return false;
        return true;
    }

    /** Appends the characters of bytes that are all in this set; a multi-byte character may be cut off at the end. */
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

    /** ISO-IR 14: ASCII but for two characters. */
    private static char romanCharacter(byte code) {
        return code == 0x5C ? '\u00A5' : code == 0x7E ? '\u203E' : (char) (code & 0x7F);
    }

    /** ISO-IR 13: half-width forms in the order of Unicode. */
    private static char katakana(int code) {
        return code >= 0xA1 && code <= 0xDF ? (char) (0xFF61 + code - 0xA1) : '\uFFFD';
    }

    /** Two-byte characters of G0 as EUC-JP has them: in the upper half, the third code set behind a shift. */
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
        // A race sets the same charset twice.
        if (charset == null && Charset.isSupported(charsetName)) charset = Charset.forName(charsetName);
        if (charset != null) return new String(part, charset);
        String ascii = new String(part, StandardCharsets.US_ASCII);
        return width == 1 ? ascii : "\uFFFD".repeat(part.length / width);
    }
}
