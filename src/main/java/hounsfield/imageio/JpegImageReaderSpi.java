package hounsfield.imageio;

import hounsfield.codec.StreamDecoder;
import hounsfield.codec.jpeg.JpegStreamDecoder;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;

/**
 * Provides the reader of JPEG Lossless of 2 to 16 bits and of JPEG of 12 bits, sequential or progressive (ITU-T T.81).
 *
 * <p>Streams of 8 bits by DCT are not accepted by content, because the JDK reads them. A reader that is found by the
 * name of its format reads them as well, because a DICOM transfer syntax may contain either.
 */
public final class JpegImageReaderSpi extends StreamReaderSpi {
    /** The names of the format; the last is dcm4che's. */
    private static final String[] NAMES = {"jpeg-lossless", "JPEG-LOSSLESS", "jpeg-12-bit", "JPEG-12-BIT", "jpeg-cv"};

    private static final String[] SUFFIXES = {"ljpg", "ljpeg"};
    private static final String[] MIME_TYPES = {"image/jpeg-lossless", "image/x-jpeg-lossless"};

    /** Creates the provider, for {@code ServiceLoader}. */
    public JpegImageReaderSpi() {
        super("JPEG Lossless and 12-bit JPEG reader (pure Java)", NAMES, SUFFIXES, MIME_TYPES);
    }

    @Override
    StreamDecoder decoder() {
        return new JpegStreamDecoder();
    }

    @Override
    boolean reads(ImageInputStream input) throws IOException {
        Optional<JpegFrame> frame = JpegMarkers.frame(input);
        return frame.isPresent()
                && frame.get().hasColor()
                && (frame.get().lossless() || frame.get().dct() && frame.get().precision() == 12);
    }

    @Override
    boolean convertsDeclaredYbr(ImageInputStream input) throws IOException {
        Optional<JpegFrame> frame = JpegMarkers.frame(input);
        return frame.isPresent() && !frame.get().lossless();
    }
}
