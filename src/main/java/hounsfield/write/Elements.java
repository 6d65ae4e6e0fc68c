package hounsfield.write;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.data.SpecificCharacterSet;
import hounsfield.standard.Dictionary;
import hounsfield.standard.DictionaryEntry;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Builds a Data Set from the keywords of PS3.6, which determine tag and Value Representation: {@code new Elements().text("Modality",
 * "CT").number("Rows", 512)}. Numbers are little endian; text is ASCII unless {@link #utf8} was called. A later element replaces an
 * earlier one of the same tag. Methods throw {@link IllegalArgumentException} for a keyword that is not in the dictionary and for a
 * value that does not fit the Value Representation.
 */
public final class Elements {
    private final DataSet.Builder builder;
    private Charset charset = StandardCharsets.US_ASCII;

    /** Creates an empty builder. */
    public Elements() {
        this(SpecificCharacterSet.DEFAULT);
    }

    /**
     * Creates an empty builder for a Data Set that receives text of another Data Set.
     *
     * @param inherited the character set of that text
     */
    public Elements(SpecificCharacterSet inherited) {
        builder = new DataSet.Builder(inherited);
    }

    /**
     * Encodes text that is added later as UTF-8, and declares this in Specific Character Set (0008,0005).
     *
     * @return this
     */
    public Elements utf8() {
        charset = StandardCharsets.UTF_8;
        builder.characterSet(SpecificCharacterSet.of(List.of("ISO_IR 192")));
        return text("SpecificCharacterSet", "ISO_IR 192");
    }

    /**
     * Adds an element of a text VR.
     *
     * @param keyword the attribute
     * @param values the values, in ASCII or after {@link #utf8} in any characters; they are joined with backslashes
     * @return this
     */
    public Elements text(String keyword, String... values) {
        DictionaryEntry entry = entry(keyword);
        if (!entry.vr().isText())
            throw new IllegalArgumentException(keyword + " has VR " + entry.vr() + ", which is not text");
        String joined = String.join("\\", values);
        if (!charset.newEncoder().canEncode(joined)) {
            throw new IllegalArgumentException("only " + charset + " can be written, not \"" + joined + "\"");
        }
        return add(entry, joined.getBytes(charset));
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
                text(keyword, Arrays.stream(values).mapToObj(DecimalString::of).toArray(String[]::new));
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

    /**
     * Adds an element of VR US or SS; the choice depends on the pixels.
     *
     * @param tag the attribute
     * @param signed whether Pixel Representation is 1, so that the VR is SS
     * @param values the values
     * @return this
     */
    public Elements pixelValue(int tag, boolean signed, int... values) {
        byte[] bytes = new byte[Short.BYTES * values.length];
        for (int i = 0; i < values.length; i++) put(bytes, Short.BYTES * i, Short.BYTES, values[i]);
        builder.add(Element.of(tag, signed ? VR.SS : VR.US, bytes, true));
        return this;
    }

    /**
     * Adds an empty element for each attribute that is absent, as type 2 attributes need.
     *
     * @param keywords the attributes
     * @return this
     */
    public Elements emptyUnlessPresent(String... keywords) {
        for (String keyword : keywords) if (!contains(keyword)) empty(keyword);
        return this;
    }

    /**
     * Returns whether an attribute is present.
     *
     * @param keyword the attribute
     * @return whether it was added, with or without a value
     */
    public boolean contains(String keyword) {
        return builder.contains(entry(keyword).tag());
    }

    /**
     * Returns whether an attribute has a value.
     *
     * @param keyword the attribute
     * @return whether it was added with a value
     */
    public boolean hasValue(String keyword) {
        return builder.find(entry(keyword).tag())
                .filter(element -> element.length() > 0)
                .isPresent();
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

    private static int exactInt(String keyword, double value) {
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(keyword + " takes 32-bit integers, not " + value);
        }
        return (int) value;
    }
}
