package hounsfield.codec.jpeg;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.CutFrameException;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.codec.StreamDecoder;
import hounsfield.codec.StreamHeader;
import hounsfield.codec.StreamHeader.Color;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.work.Diagnostics;
import java.util.Optional;

/**
 * Decodes JPEG streams; {@link JpegFrameDecoder} describes which, and how samples are adapted to a layout.
 *
 * <p>If a stream does not define its color, three components are YCbCr in DCT streams, as in JFIF, and RGB in lossless
 * streams.
 */
public final class JpegStreamDecoder implements StreamDecoder {
    @Override
    public StreamHeader header(ByteSpan bytes) throws DicomException {
        Codestream stream = new Codestream(bytes);
        checkPrecision(stream);
        FrameHeader frame = stream.frame();
        int rows = frame.rows() != 0 ? frame.rows() : rowsAfterScan(stream);
        Color color = Color.of(frame.components().size(), threeComponents(frame, stream.colorMarkers()));
        return new StreamHeader(rows, frame.columns(), frame.components().size(), frame.precision(), false, color);
    }

    /** Returns the number of lines in DNL, which follows the first scan (T.81 B.2.5). */
    private static int rowsAfterScan(Codestream stream) throws DicomException {
        stream.nextScan();
        if (stream.dnlLines() > 0) return stream.dnlLines();
        throw new MalformedDicomException(
                "JPEG stream does not contain its number of lines (T.81 B.2.5)", Location.ofOffset(stream.position()));
    }

    private static Color threeComponents(FrameHeader frame, ColorMarkers markers) {
        PhotometricInterpretation usual =
                frame.lossless() ? PhotometricInterpretation.RGB : PhotometricInterpretation.YBR_FULL;
        boolean rgb = JpegColor.of(frame, markers, usual) == PhotometricInterpretation.RGB;
        return rgb ? Color.RGB : Color.YBR_FULL;
    }

    /**
     * {@inheritDoc}
     *
     * <p>A stream that ends early, or contains invalid codes, is an error. If a lossless or sequential stream of one
     * component ends without a marker, it is a {@link CutFrameException} with the rows before its end.
     */
    @Override
    public Samples decode(ByteSpan bytes, PixelLayout layout, DecodingContext context) throws DicomException {
        layout.check();
        Codestream stream = new Codestream(bytes);
        boolean rowsAreLate = stream.frame().rows() == 0;
        if (rowsAreLate) stream.setRows(layout.rows());
        checkShape(stream, layout);
        checkPrecision(stream);
        int precision = stream.frame().precision();
        if (precision > layout.bitsAllocated()) {
            throw malformed(stream, "JPEG precision is " + precision + ", Bits Allocated is " + layout.bitsAllocated());
        }
        checkLength(stream);
        if (stream.frame().lossless()) return new LosslessDecoder(stream, rowsAreLate).decode(layout, context);
        if (rowsAreLate) return decodeDct(stream, true, layout, context);
        DecodingContext attempt = new DecodingContext(new Diagnostics(), context.progress());
        Optional<Samples> samples = PlatformJpeg.decode(stream, layout, attempt);
        if (samples.isPresent() && attempt.diagnostics().isEmpty()) return samples.get();
        // The JDK fills what is missing or damaged with gray, and warns; it warns of harmless faults, too.
        Samples own = decodeDct(stream, false, layout, context);
        context.diagnostics().addAll(attempt.diagnostics());
        return samples.orElse(own);
    }

    private static Samples decodeDct(
            Codestream stream, boolean rowsAreLate, PixelLayout layout, DecodingContext context) throws DicomException {
        if (stream.frame().process() == Marker.SOF2) {
            return new ProgressiveDecoder(stream, rowsAreLate).decode(layout, context);
        }
        return new DctDecoder(stream, rowsAreLate).decode(layout, context);
    }

    /**
     * {@inheritDoc}
     *
     * <p>{@link JpegColor} describes which takes precedence; if the headers of the stream are unreadable, the Data Set
     * does.
     */
    @Override
    public PhotometricInterpretation color(ByteSpan bytes, PhotometricInterpretation declared) {
        try {
            Codestream stream = new Codestream(bytes);
            return JpegColor.of(stream.frame(), stream.colorMarkers(), declared);
        } catch (DicomException damaged) {
            return declared.decoded(); // decode() detects and reports the damage
        }
    }

    private static void checkShape(Codestream stream, PixelLayout layout) throws DicomException {
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

    /** Checks the precision (B.2.2, table B.2). */
    private static void checkPrecision(Codestream stream) throws DicomException {
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
    }

    /**
     * Refuses streams that are too short for their image before memory is allocated: a lossless sample takes at least
     * one bit, and so does a block in each of its scans.
     */
    private static void checkLength(Codestream stream) throws DicomException {
        FrameHeader frame = stream.frame();
        int unit = frame.lossless() ? 1 : 8;
        long units = 0;
        for (var component : frame.components()) {
            int columns = ComponentPlane.ceilDiv(frame.columns() * component.h(), frame.maxH());
            int rows = ComponentPlane.ceilDiv(frame.rows() * component.v(), frame.maxV());
            units += (long) ComponentPlane.ceilDiv(columns, unit) * ComponentPlane.ceilDiv(rows, unit);
        }
        long bits = 8L * (stream.bytes().length() - stream.position());
        if (units > bits) {
            throw new MalformedDicomException(
                    "JPEG stream ends early: " + bits / 8 + " bytes cannot hold an image of " + frame.columns() + " x "
                            + frame.rows(),
                    Location.ofOffset(stream.bytes().length()));
        }
    }

    private static MalformedDicomException malformed(Codestream stream, String problem) {
        return new MalformedDicomException(problem, stream.framePlace());
    }

    private static UnsupportedDicomException unsupported(Codestream stream) {
        FrameHeader frame = stream.frame();
        return new UnsupportedDicomException(
                "JPEG " + frame.processName() + " with " + frame.precision() + " bits is not supported",
                stream.framePlace());
    }
}
