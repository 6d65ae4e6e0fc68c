package hounsfield.imageio;

import hounsfield.codec.StreamDecoder;
import hounsfield.codec.StreamHeader;
import hounsfield.codec.jpeg2000.Jpeg2000StreamDecoder;
import hounsfield.standard.error.DicomException;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/**
 * Provides the reader of JPEG 2000 (ITU-T T.800) and High-Throughput JPEG 2000 (T.814): bare codestreams, JP2 and JPH
 * files.
 *
 * <p>Accepts by content what is gray or RGB of up to 16 bits. Files with a palette, with opacity or of another color
 * space are left to other readers; a reader that is found by name gives their components with {@code readRaster}.
 */
public final class Jpeg2000ImageReaderSpi extends StreamReaderSpi {
    /** The last is the name by which dcm4che asks. */
    private static final String[] NAMES = {
        "jpeg2000", "JPEG2000", "jpeg 2000", "JPEG 2000", "htj2k", "HTJ2K", "jpeg2000-cv"
    };

    private static final String[] SUFFIXES = {"jp2", "j2k", "j2c", "jpc", "jph", "jhc"};
    private static final String[] MIME_TYPES = {
        "image/jp2", "image/j2c", "image/jph", "image/jphc", "image/jpeg2000", "image/j2k"
    };

    /** SOC and SIZ (T.800 A.4.1, A.5.1). */
    private static final byte[] CODESTREAM = {(byte) 0xFF, 0x4F, (byte) 0xFF, 0x51};

    /** The signature box (I.5.1), which JPH has too. */
    private static final byte[] FILE = {0, 0, 0, 12, 'j', 'P', ' ', ' ', '\r', '\n', (byte) 0x87, '\n'};

    /** Creates the provider, for {@code ServiceLoader}. */
    public Jpeg2000ImageReaderSpi() {
        super("JPEG 2000 and HTJ2K reader (pure Java)", NAMES, SUFFIXES, MIME_TYPES);
    }

    @Override
    StreamDecoder decoder() {
        return new Jpeg2000StreamDecoder();
    }

    @Override
    boolean reads(ImageInputStream input) throws IOException {
        StreamBytes bytes = new StreamBytes(input, () -> false);
        if (!begins(bytes, CODESTREAM) && !begins(bytes, FILE)) return false;
        try {
            StreamHeader header = bytes.header(decoder());
            return SampleFormat.of(header, null).hasColor();
        } catch (DicomException damaged) {
            // A bare codestream has no other reader, which is why the reader may say what is wrong.
            return begins(bytes, CODESTREAM);
        }
    }

    private static boolean begins(StreamBytes bytes, byte[] signature) throws IOException {
        var start = bytes.upTo(signature.length);
        return start.length() >= signature.length
                && Arrays.equals(start.array(), 0, signature.length, signature, 0, signature.length);
    }

    @Override
    boolean convertsDeclaredYbr(ImageInputStream input) {
        return true;
    }
}
