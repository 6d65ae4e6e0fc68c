package hounsfield.codec.jpeg2000;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.FrameDecoder;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import java.util.Set;
import org.scijava.plugin.Plugin;

/**
 * Decodes frames of JPEG 2000 and High-Throughput JPEG 2000 (PS3.5 8.2.4, 8.2.14).
 *
 * <p>Where the codestream and the Data Set differ:
 * <ol>
 *   <li>Rows, Columns and Samples per Pixel must be those of the codestream; otherwise the frame is refused.
 *   <li>The precision and sign in the codestream determine how samples are decoded. Overshoot of a lossy stream is
 *       clamped to their range.
 *   <li>Pixel Representation determines what the decoded bits mean. If it says signed and the codestream unsigned, the
 *       bits of a sample, as many as the precision of the codestream, are read as two's complement; in the opposite
 *       case as unsigned. It is common that vendors write one for the other (J2K_pixelrep_mismatch.dcm,
 *       TOSHIBA_J2K_*.dcm).
 *   <li>The result is then clamped to the range of Bits Stored. A precision above or below Bits Stored has no other
 *       effect.
 * </ol>
 *
 * <p>The samples of a subsampled component are repeated to full size. Samples may have up to 32 bits; PS3.5 8.2.4
 * allows 38, which {@link Samples} cannot hold.
 */
@Plugin(type = FrameDecoder.class)
public final class Jpeg2000Decoder implements FrameDecoder {
    private static final Set<TransferSyntax> SYNTAXES = Set.of(
            TransferSyntax.JPEG_2000_LOSSLESS,
            TransferSyntax.JPEG_2000,
            TransferSyntax.HTJ2K_LOSSLESS,
            TransferSyntax.HTJ2K_LOSSLESS_RPCL,
            TransferSyntax.HTJ2K);

    private final Jpeg2000StreamDecoder decoder;

    /** Creates a decoder that decodes in the calling thread and refuses incomplete streams. */
    public Jpeg2000Decoder() {
        this(Jpeg2000.Options.DEFAULT);
    }

    /**
     * Creates a decoder with options.
     *
     * @param options frames are always decoded at full size, whatever {@code discardLevels} is
     */
    public Jpeg2000Decoder(Jpeg2000.Options options) {
        decoder = new Jpeg2000StreamDecoder(options);
    }

    @Override
    public boolean decodes(TransferSyntax syntax) {
        return SYNTAXES.contains(syntax);
    }

    @Override
    public Samples decode(ByteSpan frame, PixelLayout layout, DecodingContext context) throws DicomException {
        return decoder.decode(frame, layout, context);
    }
}
