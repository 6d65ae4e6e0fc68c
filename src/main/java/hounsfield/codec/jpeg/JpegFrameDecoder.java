package hounsfield.codec.jpeg;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.FrameDecoder;
import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.UnsupportedDicomException;
import hounsfield.standard.Warnings;
import java.util.Optional;
import java.util.Set;
import org.scijava.plugin.Plugin;

/**
 * Decodes JPEG: Baseline, Extended sequential and progressive DCT of 8 and 12 bits, and Lossless of 2 to 16 bits, all with
 * Huffman coding (PS3.5 8.2.1, ITU-T T.81).
 *
 * <p>The code stream's own frame header tells the coding process, not the transfer syntax: Baseline streams under the
 * Extended syntax are common. Rows, columns and components must be those of the layout, since nobody could tell which of
 * two sizes is meant; {@link StoredValues} says how sign and precision are settled. Samples are the code stream's
 * components without any colour transform, chroma brought to full size ({@link SampleWeaver}).
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
        layout.check();
        CodeStream stream = new CodeStream(frame);
        boolean rowsAreLate = stream.frame().rows() == 0;
        if (rowsAreLate) stream.setRows(layout.rows());
        checkShape(stream, layout);
        checkPrecision(stream, layout);
        checkLength(stream);
        if (stream.frame().lossless()) return new LosslessDecoder(stream, rowsAreLate).decode(layout, warnings);
        if (!rowsAreLate) {
            Optional<Samples> samples = PlatformJpeg.decode(stream, layout, warnings);
            if (samples.isPresent()) return samples.get();
        }
        if (stream.frame().process() == Marker.SOF2) {
            return new ProgressiveDecoder(stream, rowsAreLate).decode(layout, warnings);
        }
        return new DctDecoder(stream, rowsAreLate).decode(layout, warnings);
    }

    /**
     * {@inheritDoc}
     *
     * <p>{@link JpegColour} says whom it trusts; of a stream whose headers cannot be read, the Data Set.
     */
    @Override
    public PhotometricInterpretation colour(ByteSpan frame, PixelLayout layout, PhotometricInterpretation declared) {
        try {
            CodeStream stream = new CodeStream(frame);
            return JpegColour.of(stream.frame(), stream.colourMarkers(), declared);
        } catch (DicomException damaged) {
            return declared.decoded(); // decode() meets the damage again and tells
        }
    }

    private static void checkShape(CodeStream stream, PixelLayout layout) throws DicomException {
        FrameHeader frame = stream.frame();
        if (frame.rows() != layout.rows() || frame.columns() != layout.columns()) {
            throw malformed(
                    stream,
                    "JPEG image is " + frame.columns() + " x " + frame.rows() + ", Columns x Rows " + layout.columns()
                            + " x " + layout.rows());
        }
        if (frame.components().size() != layout.samplesPerPixel()) {
            throw malformed(
                    stream,
                    "JPEG image has " + frame.components().size() + " components, Samples per Pixel is "
                            + layout.samplesPerPixel());
        }
    }

    /** B.2.2, table B.2. */
    private static void checkPrecision(CodeStream stream, PixelLayout layout) throws DicomException {
        int precision = stream.frame().precision();
        boolean allowed =
                switch (stream.frame().process()) {
                    case Marker.SOF0, Marker.SOF1, Marker.SOF2 -> precision == 8 || precision == 12;
                    case Marker.SOF3 -> precision >= 2 && precision <= 16;
                    default -> throw unsupported(stream);
                };
        if (!allowed) {
            throw malformed(
                    stream,
                    "JPEG precision is " + precision + " in " + stream.frame().processName());
        }
        if (precision > layout.bitsAllocated()) {
            throw malformed(stream, "JPEG precision is " + precision + ", Bits Allocated is " + layout.bitsAllocated());
        }
    }

    /**
     * Refuses streams that cannot hold their image, before room for it is made: a lossless sample takes a bit at least, and
     * so does a block in each of its scans.
     */
    private static void checkLength(CodeStream stream) throws DicomException {
        FrameHeader frame = stream.frame();
        int unit = frame.lossless() ? 1 : 8;
        long units = 0;
        for (var component : frame.components()) {
            int columns = Plane.ceilDiv(frame.columns() * component.h(), frame.maxH());
            int rows = Plane.ceilDiv(frame.rows() * component.v(), frame.maxV());
            units += (long) Plane.ceilDiv(columns, unit) * Plane.ceilDiv(rows, unit);
        }
        long bits = 8L * (stream.bytes().length() - stream.position());
        if (units > bits) {
            throw new MalformedDicomException(
                    "JPEG stream ends early: " + bits / 8 + " bytes cannot hold an image of " + frame.columns() + " x "
                            + frame.rows(),
                    Location.ofOffset(stream.bytes().length()));
        }
    }

    private static MalformedDicomException malformed(CodeStream stream, String problem) {
        return new MalformedDicomException(problem, stream.framePlace());
    }

    private static UnsupportedDicomException unsupported(CodeStream stream) {
        FrameHeader frame = stream.frame();
        return new UnsupportedDicomException(
                "JPEG " + frame.processName() + " with " + frame.precision() + " bits is not supported",
                stream.framePlace());
    }
}
