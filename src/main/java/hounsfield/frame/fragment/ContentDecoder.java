package hounsfield.frame.fragment;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.CutFrameException;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.FrameDecoder;
import hounsfield.codec.FrameDecoders;
import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.work.Diagnostics;
import java.util.Optional;

/**
 * Decodes frames with the decoder of the transfer syntax, or, if the stream of a frame begins like that of another
 * method, with the decoder of that method.
 */
public final class ContentDecoder {
    private final TransferSyntax syntax;
    private final Optional<FrameDecoder> declared;
    private final StreamStart expected;
    private final Diagnostics diagnostics;

    /**
     * Prepares the decoding of the frames of a file.
     *
     * @param syntax the transfer syntax
     * @param declared the decoder of the transfer syntax; empty for a native syntax
     * @param diagnostics receives a sentence if frames have another encoding
     */
    public ContentDecoder(TransferSyntax syntax, Optional<FrameDecoder> declared, Diagnostics diagnostics) {
        this.syntax = syntax;
        this.declared = declared;
        this.diagnostics = diagnostics;
        expected = StreamStart.of(syntax);
    }

    /**
     * Decodes a frame by the actual encoding of its bytes.
     *
     * @param frame the bit stream
     * @param layout shape of the frame
     * @param context cancels the decoding and receives its findings
     * @return all samples
     * @throws DicomException if the bit stream is invalid
     */
    public Samples decode(ByteSpan frame, PixelLayout layout, DecodingContext context) throws DicomException {
        return decode(of(frame), frame, layout, context);
    }

    /**
     * Decodes the bytes that are present of a frame in which the file is truncated.
     *
     * @param frame the bytes that are present
     * @param layout shape of the frame
     * @param problem describes what is missing
     * @param context cancels the decoding and receives its findings
     * @return all samples
     * @throws DicomException with this problem, unless all samples are present; a {@link CutFrameException} if rows are
     */
    public Samples decodeCut(ByteSpan frame, PixelLayout layout, String problem, DecodingContext context)
            throws DicomException {
        MalformedDicomException cut = new MalformedDicomException(problem, Location.ofOffset(frame.length()));
        try {
            FrameDecoder decoder = of(frame);
            if (decoder.refusesMissingSamples()) return decode(decoder, frame, layout, context);
        } catch (CutFrameException e) {
            throw CutFrameException.of(cut, e.rows(), layout, e::samples);
        } catch (DicomException e) {
            // The end of the file is the reason, whatever the decoder reports.
        }
        throw cut;
    }

    private Samples decode(FrameDecoder decoder, ByteSpan frame, PixelLayout layout, DecodingContext context)
            throws DicomException {
        Samples samples = decoder.decode(frame, layout, context);
        if (samples.length() == layout.samples()) return samples;
        throw new DicomException(
                decoder.getClass().getName() + " gave " + samples.length() + " samples of " + layout.samples(),
                Location.NOWHERE);
    }

    /**
     * Returns the color space of decoded samples.
     *
     * @param frame the bit stream
     * @param layout shape of the frame
     * @param photometric Photometric Interpretation (0028,0004) of the file
     * @return the color space, which the bit stream may say better than the file
     * @throws DicomException if the bit stream is invalid
     */
    public PhotometricInterpretation color(ByteSpan frame, PixelLayout layout, PhotometricInterpretation photometric)
            throws DicomException {
        return of(frame).color(frame, layout, photometric);
    }

    private FrameDecoder of(ByteSpan frame) throws DicomException {
        if (declared.isPresent() && expected == StreamStart.UNKNOWN) return declared.get();
        StreamStart found = StreamStart.of(frame);
        if (declared.isPresent() && (found == expected || found == StreamStart.UNKNOWN)) return declared.get();
        if (found == StreamStart.UNKNOWN) {
            throw new UnsupportedDicomException(
                    "a Fragment under the native transfer syntax " + syntax + " does not contain a known stream",
                    Location.ofOffset(0));
        }
        TransferSyntax content = found.syntax(frame);
        if (declared.isPresent())
            diagnostics.add("a frame is " + content.name() + ", against the transfer syntax " + syntax);
        return FrameDecoders.find(content)
                .orElseThrow(() -> new UnsupportedDicomException(content + " has no decoder", Location.NOWHERE));
    }
}
