package hounsfield.codec;

import hounsfield.bytes.ByteSpan;
import hounsfield.standard.DicomException;
import hounsfield.standard.TransferSyntax;
import hounsfield.work.Warnings;
import org.scijava.plugin.SciJavaPlugin;

/**
 * Decodes the frames of one or more transfer syntaxes. Implementations carry
 * {@code @Plugin(type = FrameDecoder.class, priority = ...)}, have a public constructor without arguments, keep no state
 * between calls and may be called from many threads at once. Of several for a syntax the one with the highest priority
 * decodes.
 */
public interface FrameDecoder extends SciJavaPlugin {
    /** Whether frames of this transfer syntax are for this decoder. */
    boolean decodes(TransferSyntax syntax);

    /**
     * Decodes one frame.
     *
     * @param frame all bytes of the frame's encoded bit stream, fragments already joined; possibly padding after its end
     * @param layout what the Image Pixel Module says of the frame; where the bit stream says otherwise, the decoder
     *     documents whom it trusts
     * @param warnings takes what the user should know when a frame is decoded in spite of a fault
     * @return exactly the stored values that the bit stream holds: {@code rows * columns * samplesPerPixel} samples row by
     *     row, the samples of a pixel together, sign-extended from Bits Stored, before any colour transform that belongs to
     *     the Photometric Interpretation
     * @throws DicomException if the bit stream is damaged or not supported; its offset counts from the frame's first byte
     */
    Samples decode(ByteSpan frame, PixelLayout layout, Warnings warnings) throws DicomException;

    /**
     * What the samples that {@link #decode} gives of this frame mean. Decoders whose bit streams tell their colour space
     * override this, and document whom they trust.
     *
     * @param frame as for {@link #decode}
     * @param declared the Data Set's Photometric Interpretation
     */
    default PhotometricInterpretation colour(ByteSpan frame, PixelLayout layout, PhotometricInterpretation declared) {
        return declared.decoded();
    }
}
