package hounsfield.codec.jpegls;

/**
 * The coding parameters of a scan: given, default and derived values (T.87 A.2.1, C.2.4.1.1).
 *
 * @param maximum MAXVAL, the largest sample value
 * @param near NEAR, the largest difference between a sample and its reconstruction; 0 is lossless
 * @param threshold1 T1, a quantization threshold of gradients
 * @param threshold2 T2
 * @param threshold3 T3
 * @param reset RESET, the count at which the statistics of a context are halved
 */
record CodingParameters(int maximum, int near, int threshold1, int threshold2, int threshold3, int reset) {

    private static final int DEFAULT_RESET = 64;

    /**
     * Returns parameters in which defaults (C.2.4.1.1.1) replace values that the preset gives as 0 or that no preset
     * gives.
     *
     * @param precision P of the frame header
     * @return parameters that may still violate table C.1: see {@link #problem(int)}
     */
    static CodingParameters of(Preset preset, int precision, int near) {
        int maximum = preset.maximum() != 0 ? preset.maximum() : (1 << precision) - 1;
        int t1;
        int t2;
        int t3;
        if (maximum >= 128) {
            int factor = (Math.min(maximum, 4095) + 128) >> 8;
            t1 = factor + 2 + 3 * near;
            t2 = 4 * factor + 3 + 5 * near;
            t3 = 17 * factor + 4 + 7 * near;
        } else {
            int factor = 256 / (maximum + 1);
            t1 = Math.max(2, 3 / factor + 3 * near);
            t2 = Math.max(3, 7 / factor + 5 * near);
            t3 = Math.max(4, 21 / factor + 7 * near);
        }
        t1 = preset.threshold1() != 0 ? preset.threshold1() : clamp(t1, near + 1, maximum);
        t2 = preset.threshold2() != 0 ? preset.threshold2() : clamp(t2, t1, maximum);
        t3 = preset.threshold3() != 0 ? preset.threshold3() : clamp(t3, t2, maximum);
        int reset = preset.reset() != 0 ? preset.reset() : DEFAULT_RESET;
        return new CodingParameters(maximum, near, t1, t2, t3, reset);
    }

    /** CLAMP of C.2.4.1.1.1: a value outside the range becomes the lower end of the range, not the nearest. */
    private static int clamp(int value, int low, int high) {
        return value > high || value < low ? low : value;
    }

    /** Describes the parameter that is outside the ranges of tables C.1 and C.3; null if none is. */
    String problem(int precision) {
        if (maximum >= 1 << precision) return "MAXVAL is " + maximum + ", but the precision is " + precision + " bits";
        if (near > Math.min(255, maximum / 2)) return "NEAR is " + near + ", but MAXVAL is " + maximum;
        if (threshold1 < near + 1
                || threshold1 > Math.max(maximum, near + 1)
                || threshold2 < threshold1
                || threshold2 > Math.max(maximum, threshold1)
                || threshold3 < threshold2
                || threshold3 > Math.max(maximum, threshold2)) {
            return "the thresholds are " + threshold1 + ", " + threshold2 + ", " + threshold3 + ", but NEAR is " + near
                    + " and MAXVAL " + maximum;
        }
        if (reset < 3 || reset > Math.max(255, maximum)) return "RESET is " + reset;
        return null;
    }

    /** Returns 2 NEAR + 1, the step between reconstructed values. */
    int step() {
        return 2 * near + 1;
    }

    /** Returns RANGE, the number of different prediction errors (A.2.1). */
    int range() {
        return (maximum + 2 * near) / step() + 1;
    }

    /** Returns qbpp, the number of bits in a mapped error that is coded directly: ceil(log2 RANGE). */
    int errorBits() {
        return bitsFor(range() - 1);
    }

    /** Returns LIMIT, the largest number of bits in a code of the regular mode. */
    int limit() {
        int sampleBits = Math.max(2, bitsFor(maximum));
        return 2 * (sampleBits + Math.max(8, sampleBits));
    }

    /** Returns whether prediction errors wrap as in two's complement: lossless, and MAXVAL + 1 a power of two. */
    boolean wrapsByMask() {
        return near == 0 && (maximum & (maximum + 1)) == 0;
    }

    private static int bitsFor(int largest) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(largest);
    }

    /** The preset coding parameters of an LSE marker segment with ID 1 (C.2.4.1.1); 0 means the default. */
    record Preset(int maximum, int threshold1, int threshold2, int threshold3, int reset) {
        static final Preset DEFAULTS = new Preset(0, 0, 0, 0, 0);
    }
}
