package hounsfield.codec.jpegls;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.FrameDecoder;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import org.scijava.plugin.Plugin;

/**
 * Decodes JPEG-LS, lossless and near-lossless (ITU-T T.87; PS3.5 8.2.3).
 *
 * <p>The stream determines the coded bits per sample, NEAR and the interleaving. The Data Set determines the size of
 * the frame and the samples per pixel (a stream that differs is refused), and which of the coded bits are the value and
 * whether it is signed (Bits Stored, High Bit, Pixel Representation). Values from a stream with fewer bits than Bits
 * Stored are not negative.
 *
 * <p>The following are refused by name, because DICOM does not use them: components of different size, point
 * transforms, palettes in mapping tables, and the color transforms of Hewlett-Packard's encoder.
 */
@Plugin(type = FrameDecoder.class)
public final class JpegLsDecoder implements FrameDecoder {
    private final JpegLsStreamDecoder decoder = new JpegLsStreamDecoder();

    @Override
    public boolean decodes(TransferSyntax syntax) {
        return syntax.equals(TransferSyntax.JPEG_LS_LOSSLESS) || syntax.equals(TransferSyntax.JPEG_LS_NEAR_LOSSLESS);
    }

    @Override
    public boolean refusesMissingSamples() {
        return true;
    }

    @Override
    public Samples decode(ByteSpan frame, PixelLayout layout, DecodingContext context) throws DicomException {
        return decoder.decode(frame, layout, context);
    }
}
