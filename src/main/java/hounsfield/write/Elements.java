package hounsfield.write;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.data.SpecificCharacterSet;
import hounsfield.standard.Dictionary;
import hounsfield.standard.DictionaryEntry;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Builds a Data Set from the keywords of PS3.6, which determine tag and Value Representation: {@code new
 * Elements().text("Modality", "CT").number("Rows", 512)}. Numbers are little endian, text is ASCII. Methods throw
 * {@link IllegalArgumentException} for a keyword that is not in the dictionary and for a value that does not fit the
 * Value Representation.
 */
public final class Elements {
    /** A Decimal String has at most 16 characters (PS3.5 table 6.2-1); ten digits leave room for sign and exponent. */
    private static final MathContext DECIMAL_STRING = new MathContext(10);

    private final DataSet.Builder builder = new DataSet.Builder(SpecificCharacterSet.DEFAULT);

    /**
     * Adds an element of a text VR.
     *
     * @param keyword the attribute
     * @param values the values, in ASCII; they are joined with backslashes
     * @return this
     */
    public Elements text(String keyword, String... values) {
        DictionaryEntry entry = entry(keyword);
        if (!entry.vr().isText())
            throw new IllegalArgumentException(keyword + " has VR " + entry.vr() + ", which is not text");
        String joined = String.join("\\", values);
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(joined)) {
            throw new IllegalArgumentException("only ASCII can be written, not \"" + joined + "\"");
        }
        return add(entry, joined.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Adds an element of a binary numeric VR, DS or IS.
     *
     * @param keyword the attribute
     * @param values the values; integers unless the VR is DS, FL or FD
     * @return this
     */
    public Elements number(String keyword, double... values) {
        DictionaryEntry entry = entry(keyword);
        return switch (entry.vr()) {
            case DS ->
                text(keyword, Arrays.stream(values).mapToObj(Elements::decimal).toArray(String[]::new));
            case IS ->
                text(
                        keyword,
                        Arrays.stream(values)
                                .mapToObj(value -> Integer.toString(exactInt(keyword, value)))
                                .toArray(String[]::new));
            case US, SS, UL, SL, FL, FD -> add(entry, binary(keyword, entry.vr(), values));
            default -> throw new IllegalArgumentException(keyword + " has VR " + entry.vr() + ", which is not numeric");
        };
    }

    /**
     * Adds an element without a value, which type 2 attributes allow (PS3.5 7.4.3).
     *
     * @param keyword the attribute
     * @return this
     */
    public Elements empty(String keyword) {
        DictionaryEntry entry = entry(keyword);
        return entry.vr() == VR.SQ ? sequence(keyword) : add(entry, new byte[0]);
    }

    /**
     * Adds a sequence.
     *
     * @param keyword the attribute
     * @param items its Items, in order
     * @return this
     */
    public Elements sequence(String keyword, Elements... items) {
        List<DataSet> built = new ArrayList<>();
        for (Elements item : items) built.add(item.build());
        builder.add(Element.sequence(entry(keyword).tag(), built));
        return this;
    }

    /**
     * Adds an element of VR AT.
     *
     * @param keyword the attribute
     * @param tags the values: group in the upper 16 bits, element in the lower 16 bits
     * @return this
     */
    public Elements tag(String keyword, int... tags) {
        byte[] bytes = new byte[4 * tags.length];
        for (int i = 0; i < tags.length; i++) {
            put(bytes, 4 * i, Short.BYTES, Tag.group(tags[i]));
            put(bytes, 4 * i + 2, Short.BYTES, Tag.element(tags[i]));
        }
        return add(entry(keyword), bytes);
    }

    /**
     * Adds an existing element, such as pixel data.
     *
     * @param element the element
     * @return this
     */
    public Elements element(Element element) {
        builder.add(element);
        return this;
    }

    /** {@return the Data Set, its elements in ascending order of tag} */
    public DataSet build() {
        return builder.build();
    }

    private Elements add(DictionaryEntry entry, byte[] value) {
        builder.add(Element.of(entry.tag(), entry.vr(), value, true));
        return this;
    }

    private static DictionaryEntry entry(String keyword) {
        return Dictionary.byKeyword(keyword)
                .orElseThrow(() -> new IllegalArgumentException("no attribute has the keyword " + keyword));
    }

    private static byte[] binary(String keyword, VR vr, double[] values) {
        int width = vr.width();
        byte[] bytes = new byte[width * values.length];
        for (int i = 0; i < values.length; i++) put(bytes, width * i, width, bits(keyword, vr, values[i]));
        return bytes;
    }

    private static long bits(String keyword, VR vr, double value) {
        return switch (vr) {
            case US, SS, UL, SL -> exactInt(keyword, value);
            case FL -> Float.floatToRawIntBits((float) value);
            default -> Double.doubleToRawLongBits(value);
        };
    }

    /** Puts the lowest {@code width} bytes of a number in little endian. */
    private static void put(byte[] bytes, int at, int width, long number) {
        for (int i = 0; i < width; i++) bytes[at + i] = (byte) (number >>> Byte.SIZE * i);
    }

    private static String decimal(double value) {
        BigDecimal rounded = new BigDecimal(value, DECIMAL_STRING);
        if (rounded.signum() == 0) return "0";
        String plain = rounded.stripTrailingZeros().toPlainString();
        return plain.length() <= 16 ? plain : rounded.stripTrailingZeros().toString();
    }

    private static int exactInt(String keyword, double value) {
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(keyword + " takes 32-bit integers, not " + value);
        }
        return (int) value;
    }
}
