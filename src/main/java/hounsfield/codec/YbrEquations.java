package hounsfield.codec;

/**
 * Converts luminance and two chroma samples to red, green and blue with the inverse of the equations in PS3.3
 * C.7.6.3.1.2. Results are rounded half up and clamped to the range of values.
 */
public final class YbrEquations {
    /** For luminance Y = 0.2990 R + 0.5870 G + 0.1140 B: 2 (1 - 0.2990), 2 (1 - 0.1140), and the derived factors of G. */
    private static final double CR_TO_RED = 1.402;

    private static final double CB_TO_BLUE = 1.772;
    private static final double CB_TO_GREEN = 1.772 * 0.1140 / 0.5870;
    private static final double CR_TO_GREEN = 1.402 * 0.2990 / 0.5870;

    /** Samples use the full range: YBR_FULL. */
    public static final YbrEquations FULL = new YbrEquations(0, 1, 1);

    /** Luminance from 16 to 235 and chroma from 16 to 240 of 8 bits: YBR_PARTIAL. */
    public static final YbrEquations PARTIAL = new YbrEquations(16, 255.0 / 219, 255.0 / 224);

    private final int black;
    private final double gain;
    private final double chromaGain;

    /** Contribution of each 8-bit value in 32.32 fixed point; luminance includes 0.5 for rounding. */
    private final long[] luminance = new long[256];

    private final long[] red = new long[256];
    private final long[] greenByCb = new long[256];
    private final long[] greenByCr = new long[256];
    private final long[] blue = new long[256];

    private YbrEquations(int black, double gain, double chromaGain) {
        this.black = black;
        this.gain = gain;
        this.chromaGain = chromaGain;
        for (int i = 0; i < 256; i++) {
            luminance[i] = fixed((i - black) * gain + 0.5);
            red[i] = fixed(CR_TO_RED * chromaGain * (i - 128));
            greenByCb[i] = fixed(-CB_TO_GREEN * chromaGain * (i - 128));
            greenByCr[i] = fixed(-CR_TO_GREEN * chromaGain * (i - 128));
            blue[i] = fixed(CB_TO_BLUE * chromaGain * (i - 128));
        }
    }

    /**
     * Converts a pixel of 8-bit samples.
     *
     * @param y luminance, 0 to 255
     * @param cb blue chroma, 0 to 255
     * @param cr red chroma, 0 to 255
     * @return {@code 0xRRGGBB}
     */
    public int rgb(int y, int cb, int cr) {
        long base = luminance[y];
        return clamp(base + red[cr]) << 16 | clamp(base + greenByCb[cb] + greenByCr[cr]) << 8 | clamp(base + blue[cb]);
    }

    /**
     * Converts a pixel of samples of any depth.
     *
     * @param y luminance, unsigned
     * @param cb blue chroma, unsigned
     * @param cr red chroma, unsigned
     * @param bits of each sample, 1 to 16
     * @return {@code 0xRRRRGGGGBBBB}, unsigned values of {@code bits} in 16 bits each
     */
    public long rgb(int y, int cb, int cr, int bits) {
        int max = (1 << bits) - 1;
        double unit = Math.scalb(1.0, bits - Byte.SIZE);
        double middle = 128 * unit;
        double base = (y - black * unit) * gain;
        double b = (cb - middle) * chromaGain;
        double r = (cr - middle) * chromaGain;
        return clamp(base + CR_TO_RED * r, max) << 32
                | clamp(base - CB_TO_GREEN * b - CR_TO_GREEN * r, max) << 16
                | clamp(base + CB_TO_BLUE * b, max);
    }

    private static long clamp(double value, int max) {
        return (long) Math.max(0, Math.min(max, Math.floor(value + 0.5)));
    }

    private static int clamp(long fixed) {
        return Math.max(0, Math.min(255, (int) (fixed >> 32)));
    }

    private static long fixed(double value) {
        return Math.round(value * 0x1p32);
    }
}
