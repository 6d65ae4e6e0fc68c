package hounsfield.imageio;

import java.io.IOException;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;

/** Walks the marker segments of a JPEG or JPEG-LS stream to its frame header (T.81 B.2.1, T.87 C.2.2). */
final class JpegMarkers {
    /** More than any file has: ICC profiles and Exif need at most some hundreds. */
    private static final int MAX_SEGMENTS = 2000;

    static final int SOF0 = 0xC0;
    static final int SOF55 = 0xF7;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;

    private JpegMarkers() {}

    /**
     * Reads to the frame header.
     *
     * @param input at the first byte of a stream
     * @return nothing if it is not a JPEG stream, or has no frame header before its first scan
     * @throws java.io.EOFException if it ends early
     */
    static Optional<JpegFrame> frame(ImageInputStream input) throws IOException {
        if (input.readUnsignedByte() != 0xFF || input.readUnsignedByte() != SOI) return Optional.empty();
        for (int segment = 0; segment < MAX_SEGMENTS; segment++) {
            if (input.readUnsignedByte() != 0xFF) return Optional.empty();
            int marker = input.readUnsignedByte();
            while (marker == 0xFF) marker = input.readUnsignedByte();
            if (marker == EOI || marker == SOS || marker < SOF0) return Optional.empty();
            int length = input.readUnsignedByte() << 8 | input.readUnsignedByte();
            if (length < 2) return Optional.empty();
            if (isFrameHeader(marker)) {
                int precision = input.readUnsignedByte();
                input.seek(input.getStreamPosition() + 4); // Y and X
                return Optional.of(new JpegFrame(marker, precision, input.readUnsignedByte()));
            }
            input.seek(input.getStreamPosition() + length - 2);
        }
        return Optional.empty();
    }

    private static boolean isFrameHeader(int marker) {
        boolean jpeg = marker <= 0xCF && marker != DHT && marker != JPG && marker != DAC;
        return jpeg || marker == SOF55;
    }
}
