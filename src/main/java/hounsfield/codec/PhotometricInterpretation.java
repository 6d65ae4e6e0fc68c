package hounsfield.codec;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The meaning of the samples of a pixel: Photometric Interpretation (0028,0004), PS3.3 C.7.6.3.1.2. */
public enum PhotometricInterpretation {
    /** Grayscale, the lowest value white. */
    MONOCHROME1("MONOCHROME1", 1),
    /** Grayscale, the lowest value black. */
    MONOCHROME2("MONOCHROME2", 1),
    /** Indexes into the Palette Color Lookup Tables. */
    PALETTE_COLOR("PALETTE COLOR", 1),
    /** Red, green, blue. */
    RGB("RGB", 3),
    /** Retired: hue, saturation, value. */
    HSV("HSV", 3),
    /** Retired: a palette index or overlay before red, green and blue. */
    ARGB("ARGB", 4),
    /** Retired: cyan, magenta, yellow, black. */
    CMYK("CMYK", 4),
    /** Luminance and two chroma samples over the full range of values. */
    YBR_FULL("YBR_FULL", 3),
    /** Like {@link #YBR_FULL}, with chroma subsampled horizontally. */
    YBR_FULL_422("YBR_FULL_422", 3),
    /** Retired: black at 16, white at 235, chroma subsampled horizontally. */
    YBR_PARTIAL_422("YBR_PARTIAL_422", 3),
    /** Like {@link #YBR_PARTIAL_422}, with chroma subsampled in both directions; in video only. */
    YBR_PARTIAL_420("YBR_PARTIAL_420", 3),
    /** The irreversible transform of JPEG 2000, which its decoder reverses. */
    YBR_ICT("YBR_ICT", 3),
    /** The reversible transform of JPEG 2000, which its decoder reverses. */
    YBR_RCT("YBR_RCT", 3),
    /** The color space of JPEG XL, which its decoder reverses. */
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

    /**
     * Finds the constant of a defined term.
     *
     * @param term in any case, with or without surrounding spaces
     * @return the constant; empty for a term that is not in the standard
     */
    public static Optional<PhotometricInterpretation> of(String term) {
        return Optional.ofNullable(BY_TERM.get(term.trim().toUpperCase(Locale.ROOT)));
    }

    /** {@return the defined term} */
    public String term() {
        return term;
    }

    /** {@return the matching Samples per Pixel} */
    public int samplesPerPixel() {
        return samples;
    }

    /** {@return whether pixels are grayscale} */
    public boolean isMonochrome() {
        return this == MONOCHROME1 || this == MONOCHROME2;
    }

    /** {@return whether native chroma is subsampled horizontally} */
    public boolean isHalvedInRows() {
        return this == YBR_FULL_422 || this == YBR_PARTIAL_422;
    }

    /**
     * Returns the meaning of samples after decoding and chroma upsampling. JPEG 2000 decoders reverse the transforms of
     * that standard (PS3.5 8.2.4), so these become {@link #RGB}.
     *
     * @return the meaning of decoded samples
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
