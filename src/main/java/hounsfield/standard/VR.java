package hounsfield.standard;

/**
 * Value Representations of PS3.5 6.2: how long the header is in an explicit syntax (7.1.2), how a value is padded, and what
 * kind of value it holds.
 */
public enum VR {
    AE(Kind.TEXT, 1, false),
    AS(Kind.TEXT, 1, false),
    AT(Kind.TAG, 4, false),
    CS(Kind.TEXT, 1, false),
    DA(Kind.TEXT, 1, false),
    DS(Kind.TEXT, 1, false),
    DT(Kind.TEXT, 1, false),
    FD(Kind.FLOAT, 8, false),
    FL(Kind.FLOAT, 4, false),
    IS(Kind.TEXT, 1, false),
    LO(Kind.LOCAL_TEXT, 1, false),
    LT(Kind.LOCAL_TEXT, 1, false),
    OB(Kind.BYTES, 1, true),
    OD(Kind.FLOAT, 8, true),
    OF(Kind.FLOAT, 4, true),
    OL(Kind.INTEGER, 4, true),
    OV(Kind.INTEGER, 8, true),
    OW(Kind.INTEGER, 2, true),
    PN(Kind.LOCAL_TEXT, 1, false),
    SH(Kind.LOCAL_TEXT, 1, false),
    SL(Kind.INTEGER, 4, false),
    SQ(Kind.SEQUENCE, 1, true),
    SS(Kind.INTEGER, 2, false),
    ST(Kind.LOCAL_TEXT, 1, false),
    SV(Kind.INTEGER, 8, true),
    TM(Kind.TEXT, 1, false),
    UC(Kind.LOCAL_TEXT, 1, true),
    UI(Kind.TEXT, 1, false),
    UL(Kind.INTEGER, 4, false),
    UN(Kind.BYTES, 1, true),
    UR(Kind.TEXT, 1, true),
    US(Kind.INTEGER, 2, false),
    UT(Kind.LOCAL_TEXT, 1, true),
    UV(Kind.INTEGER, 8, true);

    /** What a value consists of. */
    public enum Kind {
        /** Characters of the default repertoire. */
        TEXT,
        /** Characters that Specific Character Set (0008,0005) governs. */
        LOCAL_TEXT,
        /** Binary integers of {@link VR#width} bytes. */
        INTEGER,
        /** IEEE 754 numbers of {@link VR#width} bytes. */
        FLOAT,
        /** Attribute tags. */
        TAG,
        /** Bytes whose meaning lies elsewhere. */
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

    public Kind kind() {
        return kind;
    }

    /** Bytes of one value; 1 for text and byte strings. */
    public int width() {
        return width;
    }

    /** Bytes that turn round in big endian: as {@link #width}, but a tag is two numbers of 16 bits (PS3.5 6.2). */
    public int swappedWidth() {
        return kind == Kind.TAG ? Short.BYTES : width;
    }

    /** Whether an explicit header has two reserved bytes and a length of 32 bits, 12 bytes in all instead of 8. */
    public boolean longHeader() {
        return longHeader;
    }

    public boolean isText() {
        return kind == Kind.TEXT || kind == Kind.LOCAL_TEXT;
    }

    /** Whether a backslash separates values: not in long texts, where it is an ordinary character (PS3.5 6.1.2.3). */
    public boolean isMultiValued() {
        return this != LT && this != ST && this != UT && this != UR;
    }

    /** Signed integers, as opposed to unsigned ones. */
    public boolean isSigned() {
        return this == SS || this == SL || this == SV;
    }

    /** The byte that pads a value to even length: NUL for UI and byte strings, a space for other texts. */
    public byte padding() {
        return isText() && this != UI ? (byte) ' ' : 0;
    }

    /** The VR of two ASCII bytes, or {@code null} if no VR is written so. */
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
