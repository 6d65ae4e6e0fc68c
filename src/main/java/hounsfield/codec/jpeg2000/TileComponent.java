package hounsfield.codec.jpeg2000;

/** A component of a tile: its resolutions, lowest first (T.800 B.3, B.5). */
final class TileComponent {
    /**
     * Largest precision, in bits, for which an {@code int} holds the arithmetic of the 5/3 wavelet with guard bits and
     * RCT.
     */
    private static final int MAX_INT_PRECISION = 28;

    /**
     * Largest precision, in bits, for which a {@code float} holds the results of the 9/7 wavelet with an error far
     * below 1.
     */
    static final int MAX_FLOAT_PRECISION = 20;

    final Area area;
    final CodingStyle style;
    final Resolution[] resolutions;
    final int roiShift;
    /** Whether the precision is so large that the tile-component is decoded in {@code double}. */
    final boolean wide;

    TileComponent(int index, Area area, int precision, Parameters parameters) {
        this.area = area;
        style = parameters.style(index);
        roiShift = parameters.roiShift(index);
        wide = precision > (style.reversible() ? MAX_INT_PRECISION : MAX_FLOAT_PRECISION);
        Quantization quantization = parameters.quantization(index);
        int levels = style.levels();
        resolutions = new Resolution[levels + 1];
        for (int r = 0; r <= levels; r++) {
            Subband[] bands;
            if (r == 0) {
                bands = new Subband[] {band(0, 0, area.halved(levels), precision, quantization)};
            } else {
                bands = new Subband[3];
                for (int b = 1; b <= 3; b++) {
                    Area samples = area.subband(levels - r + 1, b & 1, b >> 1);
                    bands[b - 1] = band(b, 3 * (r - 1) + b, samples, precision, quantization);
                }
            }
            resolutions[r] = new Resolution(index, r, style, area.halved(levels - r), bands);
        }
    }

    private Subband band(int orientation, int index, Area area, int precision, Quantization quantization) {
        int gain = orientation == 0 ? 0 : orientation == 3 ? 2 : 1;
        float step = style.reversible() ? 1 : quantization.stepSize(index, precision + gain);
        return new Subband(orientation, area, quantization.magnitudeBits(index), step, wide);
    }
}
