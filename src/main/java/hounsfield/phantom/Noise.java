package hounsfield.phantom;

/**
 * Nearly normal noise that is the same on every machine and Java version: sums of four uniform numbers from Marsaglia's
 * xorshift with a multiplier (G. Marsaglia, "Xorshift RNGs", 2003; S. Vigna, "An experimental exploration of
 * Marsaglia's xorshift generators, scrambled", 2016).
 */
final class Noise {
    /** The standard deviation of a uniform number in 0..1 is 1/sqrt(12), that of the sum of four is 1/sqrt(3). */
    private static final double SCALE = Math.sqrt(3) / 65536;

    private final double deviation;
    private long state;

    /**
     * @param seed the sequence to generate
     * @param deviation the standard deviation
     */
    Noise(long seed, double deviation) {
        this.deviation = deviation;
        // The generator cannot leave state zero; odd multiples of the golden ratio keep the states of different seeds
        // apart.
        state = (2 * seed + 1) * 0x9E3779B97F4A7C15L;
    }

    double next() {
        state ^= state >>> 12;
        state ^= state << 25;
        state ^= state >>> 27;
        long random = state * 0x2545F4914F6CDD1DL;
        long sum = (random & 0xFFFF) + (random >>> 16 & 0xFFFF) + (random >>> 32 & 0xFFFF) + (random >>> 48);
        // The mean of the sum of four 16-bit numbers is 2 * 65535.
        return (sum - 2 * 65535) * SCALE * deviation;
    }
}
