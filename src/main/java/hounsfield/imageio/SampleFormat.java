package hounsfield.imageio;

import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.Samples;
import hounsfield.codec.StreamHeader;
import hounsfield.codec.YbrEquations;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferShort;
import java.awt.image.DataBufferUShort;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import javax.imageio.ImageTypeSpecifier;

/**
 * The form in which samples are in a raster, and their color.
 *
 * @param header the image
 * @param dataType that of {@link DataBuffer}
 * @param colors the color space of the samples, null if they have none
 */
record SampleFormat(StreamHeader header, int dataType, ColorSpace colors) {
    /**
     * Returns the format of the components as they are coded.
     *
     * @param meaning the meaning of the components; null for that in the stream
     */
    static SampleFormat of(StreamHeader header, PhotometricInterpretation meaning) {
        return new SampleFormat(header, dataType(header), colors(header, meaning));
    }

    /** Returns the same format with samples in bytes, two's complement if they are signed. */
    SampleFormat inBytes() {
        return header.precision() > Byte.SIZE ? this : new SampleFormat(header, DataBuffer.TYPE_BYTE, colors);
    }

    /** Returns the format after {@link #toRgb}. */
    SampleFormat asRgb() {
        return new SampleFormat(header, dataType, ColorSpace.getInstance(ColorSpace.CS_sRGB));
    }

    /** Returns whether the samples can be shown: gray, or unsigned color, of up to 16 bits. */
    boolean hasColor() {
        return colors != null && header.precision() <= Short.SIZE && (!header.signed() || header.components() == 1);
    }

    /** Returns whether samples are luminance and chroma. */
    boolean isYbr() {
        return colors instanceof YbrColorSpace;
    }

    /** Returns the type of an image in this format, which {@link #hasColor() has a color}. */
    ImageTypeSpecifier type() {
        return new ImageTypeSpecifier(colorModel(), sampleModel());
    }

    /** Returns the color model of an image in this format, which {@link #hasColor() has a color}. */
    ColorModel colorModel() {
        int[] bits = new int[header.components()];
        Arrays.fill(bits, header.precision());
        return new ComponentColorModel(colors, bits, false, false, Transparency.OPAQUE, dataType);
    }

    /** Returns a raster of decoded samples, whose array it shares if it can. */
    WritableRaster raster(Samples samples) {
        return Raster.createWritableRaster(sampleModel(), buffer(samples), null);
    }

    /** Returns a raster of this format and another size, or of some bands only. */
    WritableRaster raster(int width, int height, int bands) {
        return Raster.createWritableRaster(sampleModel(width, height, bands), null);
    }

    /** Converts luminance and chroma in place. */
    void toRgb(Samples samples) {
        YbrEquations equations = colors == YbrColorSpace.PARTIAL ? YbrEquations.PARTIAL : YbrEquations.FULL;
        if (samples instanceof Samples.Bytes bytes && header.precision() == Byte.SIZE) {
            toRgb(bytes.values(), equations);
        } else if (samples instanceof Samples.Bytes bytes) {
            toRgb(bytes.values(), equations, header.precision());
        } else if (samples instanceof Samples.Shorts shorts) {
            toRgb(shorts.values(), equations, header.precision());
        }
    }

    private static void toRgb(byte[] values, YbrEquations equations) {
        for (int i = 0; i < values.length; i += 3) {
            int rgb = equations.rgb(values[i] & 0xFF, values[i + 1] & 0xFF, values[i + 2] & 0xFF);
            values[i] = (byte) (rgb >> 16);
            values[i + 1] = (byte) (rgb >> 8);
            values[i + 2] = (byte) rgb;
        }
    }

    private static void toRgb(byte[] values, YbrEquations equations, int bits) {
        for (int i = 0; i < values.length; i += 3) {
            long rgb = equations.rgb(values[i] & 0xFF, values[i + 1] & 0xFF, values[i + 2] & 0xFF, bits);
            values[i] = (byte) (rgb >> 32);
            values[i + 1] = (byte) (rgb >> 16);
            values[i + 2] = (byte) rgb;
        }
    }

    private static void toRgb(short[] values, YbrEquations equations, int bits) {
        for (int i = 0; i < values.length; i += 3) {
            long rgb = equations.rgb(values[i] & 0xFFFF, values[i + 1] & 0xFFFF, values[i + 2] & 0xFFFF, bits);
            values[i] = (short) (rgb >> 32);
            values[i + 1] = (short) (rgb >> 16);
            values[i + 2] = (short) rgb;
        }
    }

    private SampleModel sampleModel() {
        return sampleModel(header.columns(), header.rows(), header.components());
    }

    private SampleModel sampleModel(int width, int height, int bands) {
        int[] offsets = new int[bands];
        for (int i = 0; i < bands; i++) offsets[i] = i;
        return new PixelInterleavedSampleModel(dataType, width, height, bands, width * bands, offsets);
    }

    private DataBuffer buffer(Samples samples) {
        if (samples instanceof Samples.Bytes bytes && dataType == DataBuffer.TYPE_BYTE) {
            return new DataBufferByte(bytes.values(), bytes.length());
        }
        if (samples instanceof Samples.Shorts shorts && dataType == DataBuffer.TYPE_USHORT) {
            return new DataBufferUShort(shorts.values(), shorts.length());
        }
        if (samples instanceof Samples.Shorts shorts) return new DataBufferShort(shorts.values(), shorts.length());
        if (samples instanceof Samples.Ints ints) return new DataBufferInt(ints.values(), ints.length());
        short[] wide = new short[samples.length()];
        for (int i = 0; i < wide.length; i++) wide[i] = (short) samples.intAt(i);
        return new DataBufferShort(wide, wide.length);
    }

    private static int dataType(StreamHeader header) {
        if (header.precision() > Short.SIZE) return DataBuffer.TYPE_INT;
        if (header.signed()) return DataBuffer.TYPE_SHORT; // DataBufferByte has no sign
        return header.precision() > Byte.SIZE ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE;
    }

    private static ColorSpace colors(StreamHeader header, PhotometricInterpretation meaning) {
        if (meaning != null && header.components() == 1) return ColorSpace.getInstance(ColorSpace.CS_GRAY);
        if (meaning != null && header.components() == 3) {
            return switch (meaning) {
                case YBR_FULL, YBR_FULL_422 -> YbrColorSpace.FULL;
                case YBR_PARTIAL_422, YBR_PARTIAL_420 -> YbrColorSpace.PARTIAL;
                default -> ColorSpace.getInstance(ColorSpace.CS_sRGB);
            };
        }
        return switch (header.color()) {
            case GRAY -> ColorSpace.getInstance(ColorSpace.CS_GRAY);
            case RGB -> ColorSpace.getInstance(ColorSpace.CS_sRGB);
            case YBR_FULL -> YbrColorSpace.FULL;
            case OTHER -> null;
        };
    }
}
