package hounsfield.color;

import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;

/** RGB: three intensities per pixel. */
final class DirectColor extends RgbConverter {
    private final Depth depth;

    DirectColor(PixelLayout layout) {
        super(Math.min(Short.SIZE, layout.bitsStored()));
        depth = new Depth(layout.bitsStored());
    }

    @Override
    public int[] toRgb(Samples samples) {
        byte[] bytes = depth.toBytes(samples);
        int[] rgb = new int[bytes.length / 3];
        for (int i = 0, in = 0; i < rgb.length; i++, in += 3) {
            rgb[i] = (bytes[in] & 0xFF) << 16 | (bytes[in + 1] & 0xFF) << 8 | bytes[in + 2] & 0xFF;
        }
        return rgb;
    }

    @Override
    public short[][] toRgb16(Samples samples) {
        short[][] planes = new short[3][samples.length() / 3];
        for (int i = 0, in = 0; i < planes[0].length; i++) {
            for (short[] plane : planes) plane[i] = (short) depth.to16(samples.intAt(in++));
        }
        return planes;
    }
}
