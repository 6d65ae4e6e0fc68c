package hounsfield.color;

import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.codec.YbrEquations;

/** YBR: a luminance and two chroma samples per pixel (PS3.3 C.7.6.3.1.2). */
final class LuminanceColor extends RgbConverter {
    private final Depth depth;
    private final YbrEquations equations;

    /** @param full whether samples use the full range, instead of 16 to 235 and for chroma 16 to 240 of 8 bits */
    LuminanceColor(PixelLayout layout, boolean full) {
        super(Math.min(Short.SIZE, layout.bitsStored()));
        depth = new Depth(layout.bitsStored());
        equations = full ? YbrEquations.FULL : YbrEquations.PARTIAL;
    }

    @Override
    public int[] toRgb(Samples samples) {
        byte[] bytes = depth.toBytes(samples);
        int[] rgb = new int[bytes.length / 3];
        for (int i = 0, in = 0; i < rgb.length; i++, in += 3) {
            rgb[i] = equations.rgb(bytes[in] & 0xFF, bytes[in + 1] & 0xFF, bytes[in + 2] & 0xFF);
        }
        return rgb;
    }

    @Override
    public short[][] toRgb16(Samples samples) {
        short[][] planes = new short[3][samples.length() / 3];
        for (int i = 0, in = 0; i < planes[0].length; i++, in += 3) {
            int y = depth.to16(samples.intAt(in));
            int cb = depth.to16(samples.intAt(in + 1));
            int cr = depth.to16(samples.intAt(in + 2));
            long rgb = equations.rgb(y, cb, cr, bits());
            planes[0][i] = (short) (rgb >>> 32);
            planes[1][i] = (short) (rgb >>> 16);
            planes[2][i] = (short) rgb;
        }
        return planes;
    }
}
