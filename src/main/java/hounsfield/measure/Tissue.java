package hounsfield.measure;

import hounsfield.standard.Labeled;
import java.util.Optional;

/**
 * Bands of HU, named for the tissues that usually have these values. A band excludes its lower and includes its upper end. Bands do not
 * overlap. The gaps between lung and fat and between fat and water belong to no band, because voxels there are mostly partial volumes.
 * HU alone do not identify a tissue: contrast medium counts as bone, and bowel gas as air or lung.
 */
public enum Tissue implements Labeled {
    /**
     * Up to -950 HU, the threshold below which lung counts as emphysema and therefore here as air (Gevenois et al., Am
     * J Respir Crit Care Med 1995;152:653).
     */
    AIR(Double.NEGATIVE_INFINITY, -950),
    /** -950 to -500 HU: aerated lung (Gattinoni et al., Am J Respir Crit Care Med 2001;164:1701). */
    LUNG(-950, -500),
    /** -190 to -30 HU: adipose tissue (Kvist et al., Am J Clin Nutr 1988;48:1351). */
    FAT(-190, -30),
    /** -10 to 20 HU: fluid, for example in a simple cyst (Silverman et al., Radiology 2019;292:475). */
    WATER(-10, 20),
    /** 20 to 150 HU: muscle extends up to 150 HU (Mitsiopoulos et al., J Appl Physiol 1998;85:115). */
    SOFT_TISSUE(20, 150),
    /** 150 to 2000 HU: from above muscle to the densest cortical bone. */
    BONE(150, 2000),
    /** Above 2000 HU, denser than bone; includes dental enamel. A convention, not a measured threshold. */
    METAL(2000, Double.POSITIVE_INFINITY);

    private final double low;
    private final double high;

    Tissue(double low, double high) {
        this.low = low;
        this.high = high;
    }

    /** {@return the values of the band, in HU} */
    public ValueRange range() {
        return ValueRange.above(low, high);
    }

    /** {@return the lower end in HU, excluded} */
    public double low() {
        return low;
    }

    /** {@return the upper end in HU, included} */
    public double high() {
        return high;
    }

    /**
     * Returns the band that contains a value.
     *
     * @param value in HU
     * @return empty if the value is in a gap or NaN
     */
    public static Optional<Tissue> of(double value) {
        for (Tissue tissue : values()) {
            if (value > tissue.low && value <= tissue.high) return Optional.of(tissue);
        }
        return Optional.empty();
    }
}
