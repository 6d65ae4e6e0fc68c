package hounsfield.imageio;

import hounsfield.codec.StreamDecoder;
import hounsfield.codec.jpegls.JpegLsStreamDecoder;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;

/** Provides the reader of JPEG-LS, lossless and near-lossless, of 2 to 16 bits (ITU-T T.87). */
public final class JpegLsImageReaderSpi extends StreamReaderSpi {
    /** The last is the name by which dcm4che asks. */
    private static final String[] NAMES = {"jpeg-ls", "JPEG-LS", "jls", "JLS", "jpeg-ls-cv"};

    private static final String[] SUFFIXES = {"jls"};
    private static final String[] MIME_TYPES = {"image/jls", "image/x-jls", "image/jpeg-ls"};

    /** Creates the provider, for {@code ServiceLoader}. */
    public JpegLsImageReaderSpi() {
        super("JPEG-LS reader (pure Java)", NAMES, SUFFIXES, MIME_TYPES);
    }

    @Override
    StreamDecoder decoder() {
        return new JpegLsStreamDecoder();
    }

    @Override
    boolean reads(ImageInputStream input) throws IOException {
        Optional<JpegFrame> frame = JpegMarkers.frame(input);
        return frame.isPresent() && frame.get().jpegLs() && frame.get().hasColor();
    }

    @Override
    boolean convertsDeclaredYbr(ImageInputStream input) {
        return false;
    }
}
