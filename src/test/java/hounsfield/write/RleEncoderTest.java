package hounsfield.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RleEncoderTest {
    @Test
    void runsAndLiteralsArePackedAsInTiff() {
        // The example of PackBits in TIFF 6.0, whose scheme PS3.5 G.3 adopts.
        byte[] row = bytes(0xAA, 0xAA, 0xAA, 0x80, 0x00, 0x2A, 0xAA, 0xAA, 0xAA, 0xAA);
        byte[] encoded = RleEncoder.encode(row, 1, 10, 1, 1);
        byte[] segment = Arrays.copyOfRange(encoded, 64, encoded.length);
        assertArrayEquals(bytes(0xFE, 0xAA, 0x02, 0x80, 0x00, 0x2A, 0xFD, 0xAA), segment);
    }

    @Test
    void headerHasSegmentsAndEvenOffsets() {
        byte[] encoded = RleEncoder.encode(new byte[3 * 7 * 5 * 2], 7, 5, 3, 2);
        ByteBuffer header = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(6, header.getInt());
        assertEquals(64, header.getInt());
        for (int i = 1; i < 6; i++) assertEquals(0, header.getInt() % 2);
        for (int i = 6; i < 15; i++) assertEquals(0, header.getInt());
        assertEquals(0, encoded.length % 2);
    }

    @Test
    void noiseAndRunsComeBackFromAPlainDecoder() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            int rows = 1 + random.nextInt(6);
            int columns = 1 + random.nextInt(400);
            int samples = random.nextBoolean() ? 1 : 3;
            int width = 1 + random.nextInt(4);
            byte[] frame = new byte[rows * columns * samples * width];
            int levels = 1 + random.nextInt(4);
            for (int i = 0; i < frame.length; i++) frame[i] = (byte) random.nextInt(levels);
            byte[] encoded = RleEncoder.encode(frame, rows, columns, samples, width);
            assertArrayEquals(frame, decode(encoded, rows, columns, samples, width));
        }
    }

    @Test
    void moreSegmentsThanTheHeaderHoldsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> RleEncoder.encode(new byte[64], 1, 1, 4, 4));
    }

    /** Decodes row by row, and fails if a run crosses the end of a row. */
    private static byte[] decode(byte[] encoded, int rows, int columns, int samples, int width) {
        ByteBuffer header = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
        int segments = header.getInt();
        assertEquals(samples * width, segments);
        byte[] frame = new byte[rows * columns * segments];
        for (int segment = 0; segment < segments; segment++) {
            int at = header.getInt(4 + 4 * segment);
            int target = segment / width * width + width - 1 - segment % width;
            for (int row = 0; row < rows; row++) {
                ByteArrayOutputStream line = new ByteArrayOutputStream();
                while (line.size() < columns) {
                    int control = encoded[at++];
                    if (control >= 0) {
                        line.write(encoded, at, control + 1);
                        at += control + 1;
                    } else {
                        for (int i = 0; i < 1 - control; i++) line.write(encoded[at]);
                        at++;
                    }
                }
                assertEquals(columns, line.size(), "a run crosses the row's end");
                byte[] values = line.toByteArray();
                for (int x = 0; x < columns; x++) frame[(row * columns + x) * segments + target] = values[x];
            }
        }
        return frame;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) bytes[i] = (byte) values[i];
        return bytes;
    }
}
