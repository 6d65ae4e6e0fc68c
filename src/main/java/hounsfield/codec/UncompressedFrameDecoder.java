package hounsfield.codec;

import hounsfield.bytes.ByteSpan;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;
import org.scijava.plugin.Plugin;

/**
 * Decodes Encapsulated Uncompressed Explicit VR Little Endian (PS3.5 A.4.11) and its private predecessor. Each fragment
 * is a native little endian frame that begins at a byte boundary, even for pixels of single bits.
 */
@Plugin(type = FrameDecoder.class)
public final class UncompressedFrameDecoder implements FrameDecoder {
    /** Creates the decoder; SciJava calls this. */
    public UncompressedFrameDecoder() {}

    @Override
    public boolean decodes(TransferSyntax syntax) {
        return syntax.equals(TransferSyntax.ENCAPSULATED_UNCOMPRESSED)
                || syntax.equals(TransferSyntax.PIXELMED_ENCAPSULATED_RAW);
    }

    @Override
    public boolean refusesMissingSamples() {
        return true;
    }

    @Override
    public Samples decode(ByteSpan frame, PixelLayout layout, DecodingContext context) throws DicomException {
        context.check();
        NativeDecoder cells = NativeDecoder.ofBytes(layout, context.diagnostics());
        try {
            return cells.decode(frame, 0);
        } catch (MalformedDicomException e) {
            throw cells.cut(e, frame);
        }
    }
}
