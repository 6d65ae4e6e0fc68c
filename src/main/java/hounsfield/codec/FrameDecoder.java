package hounsfield.codec;

import hounsfield.bytes.ByteSpan;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import org.scijava.plugin.SciJavaPlugin;

/**
 * Decodes the frames of one or more transfer syntaxes. Implementations are annotated with {@code @Plugin(type =
 * FrameDecoder.class, priority = ...)}, have a public constructor without arguments, keep no state between calls, and
 * may be called from several threads at once. If there are several for a transfer syntax, the one with the highest
 * priority is used.
 */
public interface FrameDecoder extends SciJavaPlugin {
    /**
     * Returns whether this decoder decodes frames of a transfer syntax.
     *
     * @param syntax the transfer syntax
     * @return whether it is supported
     */
    boolean decodes(TransferSyntax syntax);

    /**
     * Decodes one frame.
     *
     * @param frame the whole encoded bit stream, with fragments joined, possibly followed by padding
     * @param layout the frame according to the Image Pixel Module; decoders document which takes precedence if the bit
     *     stream differs
     * @param context receives faults in spite of which the frame is decoded, and can cancel: long work calls {@link
     *     DecodingContext#check}
     * @return exactly the stored values in the bit stream: {@code rows * columns * samplesPerPixel} samples, row by
     *     row, interleaved by pixel, sign-extended from Bits Stored, before any color transform of the Photometric
     *     Interpretation
     * @throws DicomException if the bit stream is damaged or not supported; its offset is relative to the first byte of
     *     the frame; if the bit stream only ends early, and its rows are in order, it may be a {@link
     *     CutFrameException} with the rows before its end
     * @throws java.util.concurrent.CancellationException if {@code context} was cancelled
     */
    Samples decode(ByteSpan frame, PixelLayout layout, DecodingContext context) throws DicomException;

    /**
     * Returns whether {@link #decode} throws an exception for each bit stream that lacks samples. If so, and a frame in
     * which a file was truncated can be decoded, the file lacks only bytes after the last sample.
     *
     * @return whether a frame that can be decoded is complete
     */
    default boolean refusesMissingSamples() {
        return false;
    }

    /**
     * Returns the meaning of the samples that {@link #decode} returns for this frame. Decoders override this if their
     * bit stream defines a color space, and document which takes precedence.
     *
     * @param frame as in {@link #decode}
     * @param layout as in {@link #decode}
     * @param declared the Photometric Interpretation of the Data Set
     * @return the Photometric Interpretation of the decoded samples
     */
    default PhotometricInterpretation color(ByteSpan frame, PixelLayout layout, PhotometricInterpretation declared) {
        return declared.decoded();
    }
}
