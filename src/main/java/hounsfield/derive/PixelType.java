package hounsfield.derive;

import hounsfield.standard.Tag;
import hounsfield.standard.VR;

/** The form of the pixels of a new image. Numbers are little endian, colors are interleaved by pixel. */
public enum PixelType {
    /** Single bits, eight per byte, the first in the lowest bit (PS3.5 8.1.1). */
    BIT(1, 1, false, "MONOCHROME2"),
    /** Unsigned, 8 bits. */
    GRAY_8(1, 8, false, "MONOCHROME2"),
    /** Unsigned, 16 bits. */
    GRAY_16(1, 16, false, "MONOCHROME2"),
    /** Signed, 16 bits. */
    SIGNED_16(1, 16, true, "MONOCHROME2"),
    /** 32-bit floats, which are the values: Float Pixel Data (PS3.3 C.7.6.24). */
    FLOAT(1, 32, false, "MONOCHROME2"),
    /** Red, green and blue of 8 bits. */
    RGB(3, 8, false, "RGB");

    private final int samples;
    private final int bits;
    private final boolean signed;
    private final String photometric;

    PixelType(int samples, int bits, boolean signed, String photometric) {
        this.samples = samples;
        this.bits = bits;
        this.signed = signed;
        this.photometric = photometric;
    }

    /** {@return Samples per Pixel} */
    public int samples() {
        return samples;
    }

    /** {@return Bits Allocated, all of which are stored} */
    public int bits() {
        return bits;
    }

    /** {@return whether Pixel Representation is 1} */
    public boolean isSigned() {
        return signed;
    }

    /** {@return bytes per pixel; 0 for single bits} */
    public int bytes() {
        return samples * bits / Byte.SIZE;
    }

    String photometric() {
        return photometric;
    }

    /** {@return the tag of the pixels} */
    public int tag() {
        return this == FLOAT ? Tag.FLOAT_PIXEL_DATA : Tag.PIXEL_DATA;
    }

    /** {@return the VR of native pixels in explicit VR (PS3.5 8.1.2)} */
    public VR vr() {
        return switch (bits) {
            case 1, Byte.SIZE -> VR.OB;
            case Short.SIZE -> VR.OW;
            default -> VR.OF;
        };
    }
}
