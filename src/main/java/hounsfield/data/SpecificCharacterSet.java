package hounsfield.data;

import hounsfield.standard.VR;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Specific Character Set (0008,0005), which decodes text values (PS3.5 6.1, PS3.3 C.12.1.1.2).
 *
 * <p>The first term selects the sets that are active at the start of a value and after each delimiter; ISO 2022 escape
 * sequences select others. All escape sequences in the standard are supported, even if the term for them is missing.
 * Immutable.
 */
public final class SpecificCharacterSet {
    private static final byte ESCAPE = 0x1B;

    private static final Map<String, GraphicSet> INITIAL_SETS = Map.ofEntries(
            Map.entry("", GraphicSet.LATIN_1),
            Map.entry("6", GraphicSet.LATIN_1),
            Map.entry("13", GraphicSet.KATAKANA),
            Map.entry("58", GraphicSet.GB_2312),
            Map.entry("87", GraphicSet.LATIN_1),
            Map.entry("100", GraphicSet.LATIN_1),
            Map.entry("101", GraphicSet.LATIN_2),
            Map.entry("109", GraphicSet.LATIN_3),
            Map.entry("110", GraphicSet.LATIN_4),
            Map.entry("126", GraphicSet.GREEK),
            Map.entry("127", GraphicSet.ARABIC),
            Map.entry("138", GraphicSet.HEBREW),
            Map.entry("144", GraphicSet.CYRILLIC),
            Map.entry("148", GraphicSet.LATIN_5),
            Map.entry("149", GraphicSet.KS_X_1001),
            Map.entry("159", GraphicSet.LATIN_1),
            Map.entry("166", GraphicSet.THAI),
            Map.entry("203", GraphicSet.LATIN_9));

    /** Charsets of terms without code extensions; {@code ISO_IR} is removed from the terms. */
    private static final Map<String, String> WHOLE_CHARSETS =
            Map.of("192", "UTF-8", "UTF8", "UTF-8", "GB18030", "GB18030", "GBK", "GBK");

    /** The sets of terms that were requested before, because a scan of a folder requests the same for each file. */
    private static final Map<List<String>, SpecificCharacterSet> REQUESTED = new ConcurrentHashMap<>();

    /** Maximum number of {@link #REQUESTED} sets, because damaged files may have arbitrary terms. */
    private static final int MOST_REQUESTED = 100;

    /** The default repertoire, ISO-IR 6. Invalid bytes above it are decoded as ISO 8859-1. */
    public static final SpecificCharacterSet DEFAULT =
            new SpecificCharacterSet(null, GraphicSet.ASCII, GraphicSet.LATIN_1, true);

    /** The charset of terms without code extensions; otherwise {@code null}. */
    private final Charset whole;

    private final GraphicSet initialLower;
    private final GraphicSet initialUpper;
    private final boolean known;

    private SpecificCharacterSet(Charset whole, GraphicSet lower, GraphicSet upper, boolean known) {
        this.whole = whole;
        initialLower = lower;
        initialUpper = upper;
        this.known = known;
    }

    /**
     * {@return the character set of the values of (0008,0005)} Small deviations are accepted ("ISO-IR 100", "UTF-8"). A
     * term that is not recognized selects the default; see {@link #isKnown()}.
     *
     * @param terms the values of (0008,0005)
     */
    public static SpecificCharacterSet of(List<String> terms) {
        SpecificCharacterSet requested = REQUESTED.get(terms);
        if (requested != null) return requested;
        SpecificCharacterSet found = find(terms);
        if (REQUESTED.size() < MOST_REQUESTED) REQUESTED.put(List.copyOf(terms), found);
        return found;
    }

    private static SpecificCharacterSet find(List<String> terms) {
        boolean known = true;
        for (String term : terms) known &= isTerm(essence(term));
        String first = terms.isEmpty() ? "" : essence(terms.get(0));
        String charset = WHOLE_CHARSETS.get(first);
        if (charset != null) {
            boolean supported = Charset.isSupported(charset);
            return new SpecificCharacterSet(
                    supported ? Charset.forName(charset) : StandardCharsets.US_ASCII,
                    GraphicSet.ASCII,
                    GraphicSet.LATIN_1,
                    known && supported);
        }
        GraphicSet upper = INITIAL_SETS.getOrDefault(first, GraphicSet.LATIN_1);
        GraphicSet lower = upper == GraphicSet.KATAKANA ? GraphicSet.JIS_ROMAN : GraphicSet.ASCII;
        return new SpecificCharacterSet(null, lower, upper, known);
    }

    private static boolean isTerm(String essence) {
        return WHOLE_CHARSETS.containsKey(essence) || INITIAL_SETS.containsKey(essence);
    }

    /** Reduces a term to its registration number or name. */
    private static String essence(String term) {
        return term.toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "")
                .replaceFirst("^ISO(2022)?IR(?=\\d)", "")
                .replaceFirst("^ISO(2022)?(?=GB)", "");
    }

    /** {@return whether all terms are in the standard and the Java runtime supports them} */
    public boolean isKnown() {
        return known;
    }

    /**
     * Decodes a value, including escape sequences. Invalid bytes become U+FFFD.
     *
     * @param bytes the value
     * @return its text
     */
    public String decode(byte[] bytes) {
        if (isPlain(bytes)) return new String(bytes, StandardCharsets.ISO_8859_1);
        if (whole != null) return new String(bytes, whole);
        return String.join("\\", decode(bytes, false, false));
    }

    /**
     * Decodes the values of an element. A backslash separates values, unless the VR allows only one value or the byte
     * is the second of a character.
     *
     * @param bytes all values
     * @param vr Value Representation
     * @return untrimmed texts
     */
    public List<String> values(byte[] bytes, VR vr) {
        if (!vr.isMultiValued()) return List.of(decode(bytes));
        if (isPlain(bytes)) return split(new String(bytes, StandardCharsets.ISO_8859_1));
        if (whole != null) return split(new String(bytes, whole));
        return decode(bytes, true, vr == VR.PN);
    }

    private static List<String> split(String text) {
        int end = text.indexOf('\\');
        if (end < 0) return List.of(text);
        List<String> values = new ArrayList<>();
        int start = 0;
        for (; end >= 0; end = text.indexOf('\\', start)) {
            values.add(text.substring(start, end));
            start = end + 1;
        }
        values.add(text.substring(start));
        return values;
    }

    /** Returns whether all bytes are characters that have the same code in every set. */
    private boolean isPlain(byte[] bytes) {
        boolean ascii = initialLower == GraphicSet.ASCII;
        for (byte code : bytes)
            if (code < 0 || code == ESCAPE || !ascii && (code == 0x5C || code == 0x7E)) return false;
        return true;
    }

    /** Decodes text with escape sequences (PS3.5 6.1.2.5). */
    private List<String> decode(byte[] bytes, boolean split, boolean personName) {
        List<String> values = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        GraphicSet lower = initialLower;
        GraphicSet upper = initialUpper;
        int index = 0;
        while (index < bytes.length) {
            byte code = bytes[index];
            GraphicSet designated = code == ESCAPE ? GraphicSet.designatedAt(bytes, index + 1) : null;
            if (designated != null) {
                if (designated.upper()) upper = designated;
                else lower = designated;
                index += 1 + designated.escapeLength();
            } else if (isDelimiter(code, lower, split, personName)) {
                if (split && code == '\\') {
                    values.add(text.toString());
                    text.setLength(0);
                } else {
                    text.append((char) code);
                }
                lower = initialLower;
                upper = initialUpper;
                index++;
            } else if (code >= 0 && code <= 0x20) {
                // Control characters and the space are the same in all sets.
                text.append((char) code);
                index++;
            } else {
                GraphicSet set = code < 0 ? upper : lower;
                int end = endOfRun(bytes, index, set, split, personName);
                set.decode(bytes, index, end, text);
                index = end;
            }
        }
        values.add(text.toString());
        return values;
    }

    /** Returns whether a byte resets the sets to the initial ones (PS3.5 6.1.2.5.3); the second byte of a character does not. */
    private static boolean isDelimiter(byte code, GraphicSet lower, boolean split, boolean personName) {
        return switch (code) {
            case '\t', '\n', '\f', '\r' -> true;
            case '\\' -> split && lower.width() == 1;
            case '^', '=' -> personName && lower.width() == 1;
            default -> false;
        };
    }

    /** Returns the end of the characters of one set that begin at {@code start}. */
    private static int endOfRun(byte[] bytes, int start, GraphicSet set, boolean split, boolean personName) {
        int index = start;
        while (index < bytes.length) {
            byte code = bytes[index];
            boolean upper = code < 0;
            if (upper != set.upper() || !upper && code <= 0x20 || isDelimiter(code, set, split, personName)) break;
            index += set.width();
        }
        return Math.min(index, bytes.length);
    }
}
