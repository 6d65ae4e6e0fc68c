package hounsfield.measure;

import java.util.Locale;
import java.util.Optional;

/**
 * Bands of HU that go by the name of what is usually found in them, each from above its low end up to its high end. They
 * do not overlap, and leave out what lies between lung and fat, and between fat and water, where voxels mostly hold a
 * mixture. A number alone cannot tell tissues apart: contrast medium counts as bone, bowel gas as air or lung.
 */
public enum Tissue {
    /**
     * Up to -950 HU, the threshold below which lung counts as emphysema, thus as air (Gevenois et al., Am J Respir Crit
     * Care Med 1995;152:653).
     */
    AIR(Double.NEGATIVE_INFINITY, -950),
    /** -950 to -500 HU: aerated lung (Gattinoni et al., Am J Respir Crit Care Med 2001;164:1701). */
    LUNG(-950, -500),
    /** -190 to -30 HU: adipose tissue (Kvist et al., Am J Clin Nutr 1988;48:1351). */
    FAT(-190, -30),
    /** -10 to 20 HU: fluid, as of a simple cyst (Silverman et al., Radiology 2019;292:475). */
    WATER(-10, 20),
    /** 20 to 150 HU: muscle reaches to 150 (Mitsiopoulos et al., J Appl Physiol 1998;85:115). */
    SOFT_TISSUE(20, 150),
    /** 150 to 3000 HU: above muscle, and up to the densest that a body makes, enamel. */
    BONE(150, 3000),
    /** Above 3000 HU; the largest number of a 12-bit scanner, 3071, lies here. */
    METAL(3000, Double.POSITIVE_INFINITY);

    private final double low;
    private final double high;

    Tissue(double low, double high) {
        this.low = low;
        this.high = high;
    }

    /** The band's values in HU. */
    public ValueRange range() {
        return ValueRange.above(low, high);
    }

    /** The end that is not included. */
    public double low() {
        return low;
    }

    /** The end that is included. */
    public double high() {
        return high;
    }

    /** The name as tables have it: {@code soft tissue}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The tissue that a value in HU stands for, if any. */
    public static Optional<Tissue> of(double value) {
        for (Tissue tissue : values()) {
            if (value > tissue.low && value <= tissue.high) return Optional.of(tissue);
        }
        return Optional.empty();
    }
}
