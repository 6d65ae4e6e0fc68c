package hounsfield.codec;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the samples of a pixel mean: Photometric Interpretation (0028,0004), PS3.3 C.7.6.3.1.2. */
public enum PhotometricInterpretation {
    /** Grey, the lowest value white. */
    MONOCHROME1("MONOCHROME1", 1),
    /** Grey, the lowest value black. */
    MONOCHROME2("MONOCHROME2", 1),
    /** Index into the Palette Color Lookup Tables. */
    PALETTE_COLOR("PALETTE COLOR", 1),
    RGB("RGB", 3),
    /** Retired: hue, saturation, value. */
    HSV("HSV", 3),
    /** Retired: a palette index or overlay before red, green and blue. */
    ARGB("ARGB", 4),
    /** Retired: cyan, magenta, yellow, black. */
    CMYK("CMYK", 4),
    /** Luminance and two chroma samples over the full range of values. */
    YBR_FULL("YBR_FULL", 3),
    /** As {@link #YBR_FULL}, chroma halved in each row. */
    YBR_FULL_422("YBR_FULL_422", 3),
    /** Retired: black at 16, white at 235, chroma halved in each row. */
    YBR_PARTIAL_422("YBR_PARTIAL_422", 3),
    /** As {@link #YBR_PARTIAL_422}, chroma halved in each row and column; only in video. */
    YBR_PARTIAL_420("YBR_PARTIAL_420", 3),
    /** The irreversible transform inside a JPEG 2000 code stream, undone by its decoder. */
    YBR_ICT("YBR_ICT", 3),
    /** The reversible transform inside a JPEG 2000 code stream, undone by its decoder. */
    YBR_RCT("YBR_RCT", 3),
    /** The colour space of JPEG XL, undone by its decoder. */
    XYB("XYB", 3);

    private static final Map<String, PhotometricInterpretation> BY_TERM = new HashMap<>();

    static {
        for (PhotometricInterpretation one : values()) BY_TERM.put(one.term, one);
    }

    private final String term;
    private final int samples;

    PhotometricInterpretation(String term, int samples) {
        this.term = term;
        this.samples = samples;
    }

    /** The meaning of a defined term, case and surrounding blanks aside; empty for a term that the standard lacks. */
    public static Optional<PhotometricInterpretation> of(String term) {
        return Optional.ofNullable(BY_TERM.get(term.trim().toUpperCase(Locale.ROOT)));
    }

    /** The term in a file. */
    public String term() {
        return term;
    }

    /** The Samples per Pixel that go with it. */
    public int samplesPerPixel() {
        return samples;
    }

    public boolean isMonochrome() {
        return this == MONOCHROME1 || this == MONOCHROME2;
    }

    /** Whether native chroma is halved in each row. */
    public boolean isHalvedInRows() {
        return this == YBR_FULL_422 || this == YBR_PARTIAL_422;
    }

    /**
     * What the samples mean once a frame is decoded and its chroma brought to full size: JPEG 2000 decoders undo the
     * transforms of that standard (PS3.5 8.2.4), so those are {@link #RGB}.
     */
    public PhotometricInterpretation decoded() {
        return switch (this) {
            case YBR_ICT, YBR_RCT, XYB -> RGB;
            case YBR_FULL_422 -> YBR_FULL;
            default -> this;
        };
    }

    @Override
    public String toString() {
        return term;
    }
}
