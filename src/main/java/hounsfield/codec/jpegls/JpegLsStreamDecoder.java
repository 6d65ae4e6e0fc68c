package hounsfield.codec.jpegls;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.codec.StreamDecoder;
import hounsfield.codec.StreamHeader;
import hounsfield.standard.error.DicomException;

/**
 * Decodes JPEG-LS streams; {@link JpegLsDecoder} describes which, and how their samples become those of a layout. Three
 * components are RGB.
 */
public final class JpegLsStreamDecoder implements StreamDecoder {
    @Override
    public StreamHeader header(ByteSpan stream) throws DicomException {
        return new HeaderReader(stream).read();
    }

    @Override
    public Samples decode(ByteSpan stream, PixelLayout layout, DecodingContext context) throws DicomException {
        layout.check();
        return new Codestream(stream, layout, context).decode();
    }
}
