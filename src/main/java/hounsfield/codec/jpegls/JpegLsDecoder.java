package hounsfield.codec.jpegls;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.FrameDecoder;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.standard.DicomException;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.Warnings;
import org.scijava.plugin.Plugin;

/**
 * JPEG-LS, lossless and near-lossless (ITU-T T.87; PS3.5 8.2.3).
 *
 * <p>Whom it trusts: the stream says how many bits a sample is coded in, its NEAR and its interleaving; the Data Set says how
 * large the frame is, how many samples a pixel has (a stream that differs there is refused), and which of the coded bits are the
 * value's and whether it is signed (Bits Stored, High Bit, Pixel Representation). A stream of fewer bits than Bits Stored holds
 * values that need no more: they are not negative.
 *
 * <p>Refused by name, as DICOM uses none of them: components of different size, point transforms, palettes in mapping tables,
 * and the colour transforms of Hewlett-Packard's encoder.
 */
@Plugin(type = FrameDecoder.class)
public final class JpegLsDecoder implements FrameDecoder {
    @Override
    public boolean decodes(TransferSyntax syntax) {
        return syntax.equals(TransferSyntax.JPEG_LS_LOSSLESS) || syntax.equals(TransferSyntax.JPEG_LS_NEAR_LOSSLESS);
    }

    @Override
    public Samples decode(ByteSpan frame, PixelLayout layout, Warnings warnings) throws DicomException {
        layout.check();
        return new Codestream(frame, layout, warnings).decode();
    }
}
