package hounsfield.codec;

import hounsfield.bytes.ByteSpan;
import hounsfield.standard.error.DicomException;

/**
 * Decodes the streams of one coding standard on their own, without a Data Set. Neither SciJava nor another library is
 * needed. Implementations keep no state between calls and may be called from several threads at once.
 */
public interface StreamDecoder {
    /**
     * Reads the headers, up to the first coded samples if that is enough.
     *
     * @param stream a stream from its first byte; bytes after the headers may be missing
     * @return the image that the headers describe
     * @throws DicomException if the headers are damaged, incomplete, or describe an image that cannot be decoded; its
     *     offset counts from the first byte of the span
     */
    StreamHeader header(ByteSpan stream) throws DicomException;

    /**
     * Decodes the image.
     *
     * @param stream a whole stream, possibly with padding after its end
     * @param layout the shape of the frame, such as {@link StreamHeader#layout()}
     * @param context receives what is wrong with a stream that can be decoded, and can cancel
     * @return the samples as {@link FrameDecoder#decode} describes them
     * @throws DicomException if the stream is damaged or not supported, or if its shape is not that of the layout; its
     *     offset counts from the first byte of the span
     * @throws java.util.concurrent.CancellationException if {@code context} was cancelled
     */
    Samples decode(ByteSpan stream, PixelLayout layout, DecodingContext context) throws DicomException;

    /**
     * Returns the meaning of the decoded samples.
     *
     * @param stream a stream from its first byte
     * @param declared the Photometric Interpretation of the Data Set
     * @return {@code declared}, after the color transforms that decoding reverses, unless the stream defines another
     */
    default PhotometricInterpretation color(ByteSpan stream, PhotometricInterpretation declared) {
        return declared.decoded();
    }
}
