package hounsfield.codec.jpeg2000;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.FrameDecoder;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.standard.DicomException;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.Warnings;
import java.util.Set;
import org.scijava.plugin.Plugin;

/**
 * Decodes frames of JPEG 2000 and High-Throughput JPEG 2000 (PS3.5 8.2.4, 8.2.14).
 *
 * <p>Whom it trusts where the code stream and the data set differ:
 *
 * <ol>
 *   <li>Rows, Columns and Samples per Pixel must be the code stream's, or the frame is refused.
 *   <li>The bits of a sample are the code stream's: its precision and its sign say how to decode, and overshoot of a lossy
 *       stream is held to that range.
 *   <li>What the bits mean is the data set's: where Pixel Representation says signed and the code stream unsigned, the
 *       sample's bits, as many as the code stream's precision, are read as two's complement; and the other way round as
 *       unsigned. Vendors that write the one for the other are common (J2K_pixelrep_mismatch.dcm, TOSHIBA_J2K_*.dcm).
 *   <li>The result is then held to the range of Bits Stored. A precision above or below Bits Stored changes nothing else.
 * </ol>
 *
 * <p>A subsampled component is brought to full size by repeating its samples. Samples may have up to 32 bits; PS3.5 8.2.4
 * would allow 38, which no {@link Samples} hold.
 */
@Plugin(type = FrameDecoder.class)
public final class Jpeg2000Decoder implements FrameDecoder {
    private static final Set<TransferSyntax> SYNTAXES = Set.of(
            TransferSyntax.JPEG_2000_LOSSLESS,
            TransferSyntax.JPEG_2000,
            TransferSyntax.HTJ2K_LOSSLESS,
            TransferSyntax.HTJ2K_LOSSLESS_RPCL,
            TransferSyntax.HTJ2K);

    private final Jpeg2000.Options options;

    /** Decodes in the calling thread, and only complete streams. */
    public Jpeg2000Decoder() {
        this(Jpeg2000.Options.DEFAULT);
    }

    /** @param options how to decode; frames are always decoded at full size */
    public Jpeg2000Decoder(Jpeg2000.Options options) {
        this.options = options.withDiscardLevels(0);
    }

    @Override
    public boolean decodes(TransferSyntax syntax) {
        return SYNTAXES.contains(syntax);
    }

    @Override
    public Samples decode(ByteSpan frame, PixelLayout layout, Warnings warnings) throws DicomException {
        checkSize(CodestreamParser.size(frame), layout);
        return FrameSamples.of(Jpeg2000.decode(frame, options, warnings), layout);
    }

    private static void checkSize(ImageSize size, PixelLayout layout) throws DicomException {
        int components = size.components().length;
        if (size.width() != layout.columns()
                || size.height() != layout.rows()
                || components != layout.samplesPerPixel()) {
            throw SegmentReader.malformed(
                    String.format(
                            "the code stream has %d x %d pixels of %d samples, the data set %d x %d of %d",
                            size.width(),
                            size.height(),
                            components,
                            layout.columns(),
                            layout.rows(),
                            layout.samplesPerPixel()),
                    0);
        }
        if (layout.bitsStored() > 32) {
            throw SegmentReader.unsupported("Bits Stored is " + layout.bitsStored(), 0);
        }
    }
}
