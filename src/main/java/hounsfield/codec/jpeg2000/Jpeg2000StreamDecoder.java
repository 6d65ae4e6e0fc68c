package hounsfield.codec.jpeg2000;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.codec.StreamDecoder;
import hounsfield.codec.StreamHeader;
import hounsfield.standard.error.DicomException;

/**
 * Decodes JPEG 2000 and High-Throughput JPEG 2000 streams, bare or in JP2 boxes; {@link Jpeg2000Decoder} describes how
 * their samples become those of a layout. Three components are RGB, or luminance and chroma if two of them are
 * subsampled, unless the boxes of a JP2 file say otherwise.
 */
public final class Jpeg2000StreamDecoder implements StreamDecoder {
    private final Jpeg2000.Options options;

    /** Creates a decoder that decodes in the calling thread and refuses incomplete streams. */
    public Jpeg2000StreamDecoder() {
        this(Jpeg2000.Options.DEFAULT);
    }

    /**
     * Creates a decoder with options.
     *
     * @param options images are always decoded at full size, whatever {@code discardLevels} is
     */
    public Jpeg2000StreamDecoder(Jpeg2000.Options options) {
        this.options = options.withDiscardLevels(0);
    }

    @Override
    public StreamHeader header(ByteSpan stream) throws DicomException {
        ImageSize size = CodestreamParser.size(stream);
        int precision = 0;
        boolean signed = size.components()[0].signed();
        for (ImageSize.Component component : size.components()) {
            if (component.signed() != signed) {
                throw SegmentReader.unsupported("some components are signed and some are not", 0);
            }
            precision = Math.max(precision, component.precision());
        }
        if (precision > Jpeg2000.MAX_PRECISION) {
            throw SegmentReader.unsupported("samples of " + precision + " bits are not supported", 0);
        }
        int components = size.components().length;
        return new StreamHeader(
                size.height(), size.width(), components, precision, signed, Jp2Color.of(stream, size.components()));
    }

    @Override
    public Samples decode(ByteSpan stream, PixelLayout layout, DecodingContext context) throws DicomException {
        checkSize(CodestreamParser.size(stream), layout);
        return FrameSamples.of(Jpeg2000.decode(stream, options, context), layout);
    }

    private static void checkSize(ImageSize size, PixelLayout layout) throws DicomException {
        int components = size.components().length;
        if (size.width() != layout.columns()
                || size.height() != layout.rows()
                || components != layout.samplesPerPixel()) {
            throw SegmentReader.malformed(
                    String.format(
                            "the codestream has %d x %d pixels of %d samples, but the Data Set has %d x %d of %d",
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
