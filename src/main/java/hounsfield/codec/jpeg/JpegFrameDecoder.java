package hounsfield.codec.jpeg;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.FrameDecoder;
import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.standard.DicomException;
import hounsfield.standard.TransferSyntax;
import hounsfield.work.Warnings;
import java.util.Set;
import org.scijava.plugin.Plugin;

/**
 * Decodes JPEG: Baseline, Extended sequential and progressive DCT of 8 and 12 bits, and Lossless of 2 to 16 bits, all with
 * Huffman coding (PS3.5 8.2.1, ITU-T T.81).
 *
 * <p>The code stream's own frame header tells the coding process, not the transfer syntax: Baseline streams under the
 * Extended syntax are common. Rows, columns and components must be those of the layout, since nobody could tell which of
 * two sizes is meant; {@link StoredValues} says how sign and precision are settled. Samples are the code stream's
 * components without any colour transform, chroma brought to full size ({@link SampleInterleaver}).
 */
@Plugin(type = FrameDecoder.class)
public final class JpegFrameDecoder implements FrameDecoder {
    /** With those retired from PS3.5 in 2004 whose coding processes are decoded here. */
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

    /**
     * {@inheritDoc}
     *
     * <p>A lossless stream that ends early is an error. A lossy one gives what it holds, the rest 0 (or, from the JDK,
     * grey), and a warning; bits that are no code are an error, or, from the JDK, a warning.
     */
    @Override
    public Samples decode(ByteSpan frame, PixelLayout layout, Warnings warnings) throws DicomException {
        return decoder.decode(frame, layout, warnings);
    }

    /**
     * {@inheritDoc}
     *
     * <p>{@link JpegColor} says whom it trusts; of a stream whose headers cannot be read, the Data Set.
     */
    @Override
    public PhotometricInterpretation colour(ByteSpan frame, PixelLayout layout, PhotometricInterpretation declared) {
        return decoder.color(frame, declared);
    }
}
