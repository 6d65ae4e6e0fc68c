package hounsfield.color;

import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.UnsupportedDicomException;
import java.io.IOException;

/**
 * Converts the stored values of color frames to red, green and blue (PS3.3 C.7.6.3.1.2), according to the decoder's
 * Photometric Interpretation, {@link FrameReader#decodedPhotometric()}. Immutable and thread-safe.
 */
public abstract class RgbConverter {
    private final int bits;

    RgbConverter(int bits) {
        this.bits = bits;
    }

    /**
     * {@return the converter for the frames of a file}
     *
     * @param file the header
     * @param frames the reader of the file
     * @throws DicomException if the palette is damaged, or the Photometric Interpretation cannot be converted to RGB
     * @throws IOException if a frame must be read to determine the color and cannot be
     * @throws IllegalArgumentException if the image is monochrome
     */
    public static RgbConverter of(DicomFile file, FrameReader frames) throws IOException {
        PhotometricInterpretation color = frames.decodedPhotometric();
        PixelLayout layout = frames.layout();
        try {
            return switch (color) {
                case MONOCHROME1, MONOCHROME2 -> throw new IllegalArgumentException("the image is monochrome");
                case PALETTE_COLOR -> new PaletteColor(file.dataSet(), layout, frames.diagnostics());
                case RGB, YBR_ICT, YBR_RCT, XYB -> new DirectColor(layout);
                case YBR_FULL, YBR_FULL_422 -> new LuminanceColor(layout, true);
                case YBR_PARTIAL_422, YBR_PARTIAL_420 -> new LuminanceColor(layout, false);
                case HSV, ARGB, CMYK ->
                    throw new UnsupportedDicomException(
                            "color of Photometric Interpretation " + color + " is retired and not supported",
                            Location.ofTag(Tag.PHOTOMETRIC_INTERPRETATION));
            };
        } catch (DicomException e) {
            throw e.at(Location.ofFile(file.name()));
        }
    }

    /** {@return bits per value of {@link #toRgb16}, 1 to 16} */
    public final int bits() {
        return bits;
    }

    /** {@return whether {@link #toRgb} drops bits that {@link #toRgb16} keeps} */
    public final boolean isDeep() {
        return bits > Byte.SIZE;
    }

    /**
     * Converts to 8 bits per channel, the most significant of deeper color.
     *
     * @param samples of one frame, in the order of {@link FrameReader#read}
     * @return {@code 0xRRGGBB} per pixel, row by row
     */
    public abstract int[] toRgb(Samples samples);

    /**
     * Converts to up to 16 bits per channel, the most significant of 32-bit color.
     *
     * @param samples of one frame, in the order of {@link FrameReader#read}
     * @return three planes, row by row, of unsigned values of {@link #bits()}
     */
    public abstract short[][] toRgb16(Samples samples);
}
