package hounsfield.codec.jpeg;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.CutFrameException;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.FrameDecoder;
import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import java.util.Set;
import org.scijava.plugin.Plugin;

/**
 * Decodes JPEG: Baseline, Extended sequential and progressive DCT of 8 and 12 bits, and Lossless of 2 to 16 bits, all
 * with Huffman coding (PS3.5 8.2.1, ITU-T T.81).
 *
 * <p>The coding process is that of the frame header, not that of the transfer syntax, because Baseline streams with the
 * Extended transfer syntax are common. Rows, columns and components must match the layout, because it is unknown which
 * of two sizes is correct; {@link StoredValues} describes the rules for sign and precision. Samples are the components
 * of the codestream without any color transform, with upsampled chroma ({@link SampleInterleaver}).
 */
@Plugin(type = FrameDecoder.class)
public final class JpegFrameDecoder implements FrameDecoder {
    /** Includes retired transfer syntaxes (removed from PS3.5 in 2004) whose coding process is supported. */
    private static final Set<String> SYNTAXES = Set.of(
            TransferSyntax.JPEG_BASELINE.uid(),
            TransferSyntax.JPEG_EXTENDED.uid(),
            TransferSyntax.JPEG_LOSSLESS.uid(),
            TransferSyntax.JPEG_LOSSLESS_SV1.uid(),
            TransferSyntax.JPEG_SPECTRAL_SELECTION.uid(),
            TransferSyntax.JPEG_PROGRESSIVE.uid());

    private final JpegStreamDecoder decoder = new JpegStreamDecoder();

    @Override
    public boolean decodes(TransferSyntax syntax) {
        return SYNTAXES.contains(syntax.uid());
    }

    @Override
    public boolean refusesMissingSamples() {
        return true;
    }

    /**
     * {@inheritDoc}
     *
     * <p>A stream that ends early, or contains invalid codes, is an error. If a lossless or sequential stream of one
     * component ends without a marker, it is a {@link CutFrameException} with the rows before its end.
     */
    @Override
    public Samples decode(ByteSpan frame, PixelLayout layout, DecodingContext context) throws DicomException {
        return decoder.decode(frame, layout, context);
    }

    /**
     * {@inheritDoc}
     *
     * <p>{@link JpegColor} describes which takes precedence; if the headers of the stream are unreadable, the Data Set
     * does.
     */
    @Override
    public PhotometricInterpretation color(ByteSpan frame, PixelLayout layout, PhotometricInterpretation declared) {
        return decoder.color(frame, declared);
    }
}
