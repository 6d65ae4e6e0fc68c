package hounsfield.color;

import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;

/**
 * YBR: luminance and two chroma samples a pixel, by the inverse of the equations of PS3.3 C.7.6.3.1.2. Results are rounded
 * half up and cut to the range of values.
 */
final class LuminanceColor extends RgbConverter {
    private final Depth depth;
    private final Tables tables;

    /** @param full whether samples span all values, rather than 16 to 235 and chroma 16 to 240 of 8 bits */
    LuminanceColor(PixelLayout layout, boolean full) {
        super(Math.min(Short.SIZE, layout.bitsStored()));
        depth = new Depth(layout.bitsStored());
        tables = full ? Tables.FULL : Tables.PARTIAL;
    }

    @Override
    public int[] toRgb(Samples samples) {
        byte[] bytes = depth.toBytes(samples);
        int[] rgb = new int[bytes.length / 3];
        for (int i = 0, in = 0; i < rgb.length; i++, in += 3) {
            rgb[i] = tables.rgb(bytes[in] & 0xFF, bytes[in + 1] & 0xFF, bytes[in + 2] & 0xFF);
        }
        return rgb;
    }

    @Override
    public short[][] toRgb16(Samples samples) {
        int max = (1 << bits()) - 1;
        double unit = Math.scalb(1.0, bits() - Byte.SIZE);
        double middle = 128 * unit;
        short[][] planes = new short[3][samples.length() / 3];
        for (int i = 0, in = 0; i < planes[0].length; i++, in += 3) {
            double y = (depth.to16(samples.intAt(in)) - tables.black * unit) * tables.gain;
            double cb = (depth.to16(samples.intAt(in + 1)) - middle) * tables.chromaGain;
            double cr = (depth.to16(samples.intAt(in + 2)) - middle) * tables.chromaGain;
            planes[0][i] = cut(y + Tables.CR_TO_RED * cr, max);
            planes[1][i] = cut(y - Tables.CB_TO_GREEN * cb - Tables.CR_TO_GREEN * cr, max);
            planes[2][i] = cut(y + Tables.CB_TO_BLUE * cb, max);
        }
        return planes;
    }

    private static short cut(double value, int max) {
        return (short) Math.max(0, Math.min(max, Math.floor(value + 0.5)));
    }

    /** What chroma adds, for each of its 8-bit values. */
    private static final class Tables {
        /** With luminance Y = 0.2990 R + 0.5870 G + 0.1140 B: 2 (1 - 0.2990), 2 (1 - 0.1140), and what G then wants. */
        static final double CR_TO_RED = 1.402;

        static final double CB_TO_BLUE = 1.772;
        static final double CB_TO_GREEN = 1.772 * 0.1140 / 0.5870;
        static final double CR_TO_GREEN = 1.402 * 0.2990 / 0.5870;

        static final Tables FULL = new Tables(0, 1, 1);
        static final Tables PARTIAL = new Tables(16, 255.0 / 219, 255.0 / 224);

        private final int black;
        private final double gain;
        private final double chromaGain;

        /** In 32.32 fixed point, as the others; with 0.5 added, for rounding. */
        private final long[] luminance = new long[256];

        private final long[] red = new long[256];
        private final long[] greenByCb = new long[256];
        private final long[] greenByCr = new long[256];
        private final long[] blue = new long[256];

        private Tables(int black, double gain, double chromaGain) {
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

        int rgb(int y, int cb, int cr) {
            long base = luminance[y];
            return cut(base + red[cr]) << 16 | cut(base + greenByCb[cb] + greenByCr[cr]) << 8 | cut(base + blue[cb]);
        }

        private static int cut(long fixed) {
            return Math.max(0, Math.min(255, (int) (fixed >> 32)));
        }

        private static long fixed(double value) {
            return Math.round(value * 0x1p32);
        }
    }
}
