package hounsfield.imageio;

import hounsfield.codec.YbrEquations;
import java.awt.color.ColorSpace;

/** Luminance and chroma as PS3.3 C.7.6.3.1.2 defines them, each from 0 to 1. Exact for samples of 8 bits. */
final class YbrColorSpace extends ColorSpace {
    private static final long serialVersionUID = 1L;

    /** YBR_FULL. */
    static final YbrColorSpace FULL = new YbrColorSpace(true);

    /** YBR_PARTIAL_422 and YBR_PARTIAL_420. */
    static final YbrColorSpace PARTIAL = new YbrColorSpace(false);

    private static final float MIDDLE = 128 / 255f;

    private final boolean full;

    private YbrColorSpace(boolean full) {
        super(TYPE_YCbCr, 3);
        this.full = full;
    }

    @Override
    public float[] toRGB(float[] ybr) {
        YbrEquations equations = full ? YbrEquations.FULL : YbrEquations.PARTIAL;
        int rgb = equations.rgb(toByte(ybr[0]), toByte(ybr[1]), toByte(ybr[2]));
        return new float[] {(rgb >> 16) / 255f, (rgb >> 8 & 0xFF) / 255f, (rgb & 0xFF) / 255f};
    }

    @Override
    public float[] fromRGB(float[] rgb) {
        float y = 0.299f * rgb[0] + 0.587f * rgb[1] + 0.114f * rgb[2];
        float cb = (rgb[2] - y) / 1.772f;
        float cr = (rgb[0] - y) / 1.402f;
        if (full) return new float[] {y, limit(cb + MIDDLE), limit(cr + MIDDLE)};
        return new float[] {(16 + 219 * y) / 255, MIDDLE + cb * 224 / 255, MIDDLE + cr * 224 / 255};
    }

    @Override
    public float[] toCIEXYZ(float[] ybr) {
        return getInstance(CS_sRGB).toCIEXYZ(toRGB(ybr));
    }

    @Override
    public float[] fromCIEXYZ(float[] xyz) {
        return fromRGB(getInstance(CS_sRGB).fromCIEXYZ(xyz));
    }

    private static int toByte(float value) {
        return Math.round(limit(value) * 255);
    }

    private static float limit(float value) {
        return Math.max(0, Math.min(1, value));
    }
}
