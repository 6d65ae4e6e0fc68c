package hounsfield.write;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * Encodes RLE Lossless (PS3.5 annex G): each byte of a sample has its own segment, the most significant byte first. A
 * segment is compressed row by row with the PackBits scheme of TIFF.
 */
public final class RleEncoder {
    /** The header has room for the offsets of 15 segments (G.5). */
    private static final int MAX_SEGMENTS = 15;

    private static final int HEADER_LENGTH = 64;
    private static final int LONGEST_RUN = 128;

    private RleEncoder() {}

    /**
     * Encodes a frame.
     *
     * @param frame native pixels: little endian samples, row by row, interleaved by pixel
     * @param rows height in pixels
     * @param columns width in pixels
     * @param samplesPerPixel 1 for grayscale and palette, 3 for color
     * @param bytesPerSample Bits Allocated / 8
     * @return header and segments, of even length
     * @throws IllegalArgumentException if there would be more than 15 segments
     */
    public static byte[] encode(byte[] frame, int rows, int columns, int samplesPerPixel, int bytesPerSample) {
        int segments = samplesPerPixel * bytesPerSample;
        if (segments < 1 || segments > MAX_SEGMENTS) {
            throw new IllegalArgumentException(segments + " segments; RLE has 1 to " + MAX_SEGMENTS);
        }
        int pixels = Math.multiplyExact(rows, columns);
        Objects.checkFromIndexSize(0, Math.multiplyExact(pixels, segments), frame.length);

        ByteBuffer header = ByteBuffer.allocate(HEADER_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(segments);
        ByteArrayOutputStream body = new ByteArrayOutputStream(pixels);
        byte[] row = new byte[columns];
        for (int segment = 0; segment < segments; segment++) {
            header.putInt(HEADER_LENGTH + body.size());
            // Segments are ordered by sample, and within a sample from the most significant byte down (G.2).
            int lowFirst = bytesPerSample - 1 - segment % bytesPerSample;
            int first = segment / bytesPerSample * bytesPerSample + lowFirst;
            for (int y = 0; y < rows; y++) {
                int from = y * columns * segments + first;
                for (int x = 0; x < columns; x++) row[x] = frame[from + x * segments];
                packRow(row, body);
            }
            if (body.size() % 2 != 0) body.write(0);
        }
        byte[] encoded = new byte[HEADER_LENGTH + body.size()];
        System.arraycopy(header.array(), 0, encoded, 0, HEADER_LENGTH);
        System.arraycopy(body.toByteArray(), 0, encoded, HEADER_LENGTH, body.size());
        return encoded;
    }

    /** Compresses one row. Runs must not cross its end (G.3.1). */
    private static void packRow(byte[] row, ByteArrayOutputStream out) {
        int at = 0;
        while (at < row.length) {
            int run = runLength(row, at);
            if (run >= 2) {
                out.write(1 - run);
                out.write(row[at]);
                at += run;
            } else {
                int end = literalEnd(row, at);
                out.write(end - at - 1);
                out.write(row, at, end - at);
                at = end;
            }
        }
    }

    /** Returns the number of equal bytes from {@code from} on, at most {@value #LONGEST_RUN}. */
    private static int runLength(byte[] row, int from) {
        int limit = Math.min(row.length, from + LONGEST_RUN);
        int end = from + 1;
        while (end < limit && row[end] == row[from]) end++;
        return end - from;
    }

    /**
     * Returns the end of the literal run that begins at {@code from}: before three equal bytes, which are shorter as a
     * replicate run.
     */
    private static int literalEnd(byte[] row, int from) {
        int limit = Math.min(row.length, from + LONGEST_RUN);
        int end = from + 1;
        while (end < limit && !(end + 2 < row.length && row[end] == row[end + 1] && row[end] == row[end + 2])) end++;
        return end;
    }
}
