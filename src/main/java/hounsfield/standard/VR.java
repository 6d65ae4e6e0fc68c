package hounsfield.standard;

/**
 * Value Representations (PS3.5 6.2), with the length of their header in explicit VR syntaxes (7.1.2), their padding and
 * the kind of their values.
 */
public enum VR {
    /** Application Entity. */
    AE(Kind.TEXT, 1, false),
    /** Age String. */
    AS(Kind.TEXT, 1, false),
    /** Attribute Tag. */
    AT(Kind.TAG, 4, false),
    /** Code String. */
    CS(Kind.TEXT, 1, false),
    /** Date. */
    DA(Kind.TEXT, 1, false),
    /** Decimal String. */
    DS(Kind.TEXT, 1, false),
    /** Date Time. */
    DT(Kind.TEXT, 1, false),
    /** Floating Point Double. */
    FD(Kind.FLOAT, 8, false),
    /** Floating Point Single. */
    FL(Kind.FLOAT, 4, false),
    /** Integer String. */
    IS(Kind.TEXT, 1, false),
    /** Long String. */
    LO(Kind.LOCAL_TEXT, 1, false),
    /** Long Text. */
    LT(Kind.LOCAL_TEXT, 1, false),
    /** Other Byte. */
    OB(Kind.BYTES, 1, true),
    /** Other Double. */
    OD(Kind.FLOAT, 8, true),
    /** Other Float. */
    OF(Kind.FLOAT, 4, true),
    /** Other Long. */
    OL(Kind.INTEGER, 4, true),
    /** Other 64-bit Very Long. */
    OV(Kind.INTEGER, 8, true),
    /** Other Word. */
    OW(Kind.INTEGER, 2, true),
    /** Person Name. */
    PN(Kind.LOCAL_TEXT, 1, false),
    /** Short String. */
    SH(Kind.LOCAL_TEXT, 1, false),
    /** Signed Long. */
    SL(Kind.INTEGER, 4, false),
    /** Sequence of Items. */
    SQ(Kind.SEQUENCE, 1, true),
    /** Signed Short. */
    SS(Kind.INTEGER, 2, false),
    /** Short Text. */
    ST(Kind.LOCAL_TEXT, 1, false),
    /** Signed 64-bit Very Long. */
    SV(Kind.INTEGER, 8, true),
    /** Time. */
    TM(Kind.TEXT, 1, false),
    /** Unlimited Characters. */
    UC(Kind.LOCAL_TEXT, 1, true),
    /** Unique Identifier. */
    UI(Kind.TEXT, 1, false),
    /** Unsigned Long. */
    UL(Kind.INTEGER, 4, false),
    /** Unknown. */
    UN(Kind.BYTES, 1, true),
    /** Universal Resource Identifier or Locator. */
    UR(Kind.TEXT, 1, true),
    /** Unsigned Short. */
    US(Kind.INTEGER, 2, false),
    /** Unlimited Text. */
    UT(Kind.LOCAL_TEXT, 1, true),
    /** Unsigned 64-bit Very Long. */
    UV(Kind.INTEGER, 8, true);

    /** The kind of a value. */
    public enum Kind {
        /** Characters of the default repertoire. */
        TEXT,
        /** Characters encoded by Specific Character Set (0008,0005). */
        LOCAL_TEXT,
        /** Binary integers of {@link VR#width} bytes. */
        INTEGER,
        /** IEEE 754 numbers of {@link VR#width} bytes. */
        FLOAT,
        /** Attribute tags. */
        TAG,
        /** Bytes whose meaning other elements define. */
        BYTES,
        /** Items, each a Data Set. */
        SEQUENCE
    }

    private final Kind kind;
    private final int width;
    private final boolean longHeader;

    VR(Kind kind, int width, boolean longHeader) {
        this.kind = kind;
        this.width = width;
        this.longHeader = longHeader;
    }

    /** {@return the kind of the values} */
    public Kind kind() {
        return kind;
    }

    /** {@return bytes per value; 1 for text and byte strings} */
    public int width() {
        return width;
    }

    /**
     * {@return the size of the unit whose bytes are reversed in big endian: {@link #width}, except for a tag, which
     * consists of two 16-bit numbers (PS3.5 6.2)}
     */
    public int swappedWidth() {
        return kind == Kind.TAG ? Short.BYTES : width;
    }

    /**
     * Returns whether an explicit VR header has two reserved bytes and a 32-bit length.
     *
     * @return true for headers of 12 bytes, false for 8 bytes
     */
    public boolean longHeader() {
        return longHeader;
    }

    /** {@return whether values are text} */
    public boolean isText() {
        return kind == Kind.TEXT || kind == Kind.LOCAL_TEXT;
    }

    /**
     * Returns whether a backslash separates values. In long texts it is an ordinary character (PS3.5 6.1.2.3).
     *
     * @return false for LT, ST, UT and UR
     */
    public boolean isMultiValued() {
        return this != LT && this != ST && this != UT && this != UR;
    }

    /** {@return whether integers are signed} */
    public boolean isSigned() {
        return this == SS || this == SL || this == SV;
    }

    /** {@return the byte that pads a value to even length: NUL for UI and byte strings, a space for other texts} */
    public byte padding() {
        return isText() && this != UI ? (byte) ' ' : 0;
    }

    /**
     * Finds the VR with a two-letter code.
     *
     * @param first ASCII code of the first letter
     * @param second ASCII code of the second letter
     * @return the VR, or {@code null}
     */
    public static VR ofCode(int first, int second) {
        if (first < 'A' || first > 'Z' || second < 'A' || second > 'Z') return null;
        return BY_CODE[(first - 'A') * 26 + second - 'A'];
    }

    private static final VR[] BY_CODE = new VR[26 * 26];

    static {
        for (VR vr : values())
            BY_CODE[(vr.name().charAt(0) - 'A') * 26 + vr.name().charAt(1) - 'A'] = vr;
    }
}
