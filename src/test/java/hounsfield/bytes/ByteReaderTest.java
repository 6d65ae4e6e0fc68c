package hounsfield.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.standard.error.MalformedDicomException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteReaderTest {
    private final byte[] content = new byte[500_000];
    private long bytesRead;

    /** Counts the bytes that are read from an array. */
    private ByteSource counting() {
        new Random(2).nextBytes(content);
        ArrayByteSource array = new ArrayByteSource("test", content);
        return new ByteSource() {
            @Override
            public String name() {
                return array.name();
            }

            @Override
            public long size() {
                return array.size();
            }

            @Override
            public void read(long position, byte[] target, int offset, int length) throws IOException {
                array.read(position, target, offset, length);
                bytesRead += length;
            }
        };
    }

    @Test
    void readsNumbersInBothByteOrders() throws IOException {
        byte[] bytes = {0x08, 0x00, 0x18, 0x10, 1, 2, 3, (byte) 0x84};
        ByteReader reader = new ByteReader(new ArrayByteSource("test", bytes), 0);
        assertTrue(reader.has(8));
        assertEquals(0x00081018, reader.peekTag(0));
        assertEquals(0x00081018, reader.readTag());
        assertEquals(0x84030201L, reader.readUnsignedInt());
        reader.seek(0);
        reader.littleEndian(false);
        assertEquals(0x0800, reader.readShort());
        assertEquals(2, reader.position());
        reader.skip(2);
        assertEquals(0x01020384L, reader.readUnsignedInt());
        assertFalse(reader.has(1));
    }

    @Test
    void readsAnyLengthsAcrossItsBuffer() throws IOException {
        ByteReader reader = new ByteReader(counting(), 0);
        Random random = new Random(3);
        int position = 0;
        while (position < content.length) {
            int length = Math.min(content.length - position, random.nextInt(1 + (1 << random.nextInt(18))));
            if (random.nextInt(5) == 0) reader.seek(position + random.nextInt(100_000));
            reader.seek(position);
            reader.has(random.nextInt(100));
            assertArrayEquals(Arrays.copyOfRange(content, position, position + length), reader.readBytes(length));
            position += length;
            assertEquals(position, reader.position());
        }
    }

    @Test
    void firstReadIsSmallAndJumpsReadNothingBetween() throws IOException {
        ByteReader reader = new ByteReader(counting(), 0);
        reader.has(8);
        assertEquals(8192, bytesRead);
        reader.seek(400_000);
        assertEquals(8192, bytesRead);
        reader.has(8);
        assertEquals(16384, bytesRead);
    }

    @Test
    void readingPastTheEndIsReportedWithItsOffset() {
        ByteReader reader = new ByteReader(new ArrayByteSource("x.dcm", new byte[10]), 8);
        MalformedDicomException e = assertThrows(MalformedDicomException.class, reader::readTag);
        assertEquals("x.dcm, byte 8: the file ends here, but 4 more bytes are needed", e.getMessage());
        reader.seek(1L << 40);
        assertThrows(MalformedDicomException.class, reader::readTag);
    }
}
