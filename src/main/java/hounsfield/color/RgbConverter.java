package hounsfield.color;

import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.frame.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.Tag;
import hounsfield.standard.UnsupportedDicomException;
import java.io.IOException;

/**
 * Turns the stored values of colour frames into red, green and blue (PS3.3 C.7.6.3.1.2). Goes by what the decoder says its
 * samples mean, {@link FrameReader#decodedPhotometric()}. Immutable, for many threads.
 */
public abstract class RgbConverter {
    private final int bits;

    RgbConverter(int bits) {
        this.bits = bits;
    }

    /**
     * The converter for a file's frames.
     *
     * @throws DicomException if the palette is damaged, or for a Photometric Interpretation that has no way to RGB
     * @throws IllegalArgumentException if the image is monochrome
     */
    public static RgbConverter of(DicomFile file, FrameReader frames) throws IOException {
        PhotometricInterpretation colour = frames.decodedPhotometric();
        PixelLayout layout = frames.layout();
        try {
            return switch (colour) {
                case MONOCHROME1, MONOCHROME2 -> throw new IllegalArgumentException("the image is monochrome");
                case PALETTE_COLOR -> new PaletteColor(file.dataSet(), layout, frames.warnings());
                case RGB, YBR_ICT, YBR_RCT, XYB -> new DirectColor(layout);
                case YBR_FULL, YBR_FULL_422 -> new LuminanceColor(layout, true);
                case YBR_PARTIAL_422, YBR_PARTIAL_420 -> new LuminanceColor(layout, false);
                case HSV, ARGB, CMYK ->
                    throw new UnsupportedDicomException(
                            "colour of Photometric Interpretation " + colour + " is retired and not supported",
                            Location.ofTag(Tag.PHOTOMETRIC_INTERPRETATION));
            };
        } catch (DicomException e) {
            throw e.at(Location.ofFile(file.name()));
        }
    }

    /** The bits of each value that {@link #toRgb16} gives, 1 to 16. */
    public final int bits() {
        return bits;
    }

    /** Whether {@link #toRgb} would drop bits that {@link #toRgb16} keeps. */
    public final boolean isDeep() {
        return bits > Byte.SIZE;
    }

    /**
     * Red, green and blue of 8 bits each; of deeper colour the 8 most significant.
     *
     * @param samples of one frame, as {@link FrameReader#read} gives them
     * @return {@code 0xRRGGBB} a pixel, row by row
     */
    public abstract int[] toRgb(Samples samples);

    /**
     * Red, green and blue with all their bits up to 16; of 32-bit colour the 16 most significant.
     *
     * @param samples of one frame, as {@link FrameReader#read} gives them
     * @return three planes, row by row, of unsigned values of {@link #bits()}
     */
    public abstract short[][] toRgb16(Samples samples);
}
