package hounsfield.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.standard.error.DicomException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileByteSourceTest {
    private final byte[] content = new byte[700_000];

    @TempDir
    Path folder;

    private FileByteSource source() throws IOException {
        new Random(1).nextBytes(content);
        return new FileByteSource(Files.write(folder.resolve("some.dcm"), content));
    }

    @Test
    void readsWithAndWithoutBeingOpened() throws IOException {
        FileByteSource source = source();
        byte[] part = new byte[300_010];
        source.read(1000, part, 10, 300_000);
        assertArrayEquals(Arrays.copyOfRange(content, 1000, 301_000), Arrays.copyOfRange(part, 10, 300_010));
        try (ByteSource opened = source.open()) {
            assertEquals(content.length, opened.size());
            opened.read(content.length - 5, part, 0, 5);
            assertArrayEquals(Arrays.copyOfRange(content, content.length - 5, content.length), Arrays.copyOf(part, 5));
        }
    }

    @Test
    void readingPastTheEndIsReportedWithItsOffset() throws IOException {
        FileByteSource source = source();
        DicomException e = assertThrows(DicomException.class, () -> source.read(content.length - 2, new byte[4], 0, 4));
        assertEquals("some.dcm, byte 699998: 4 bytes are needed here, only 2 are left", e.getMessage());
        assertEquals(2, source.readUpTo(content.length - 2, new byte[4], 0, 4));
        assertEquals(0, source.readUpTo(content.length + 7, new byte[4], 0, 4));
    }

    @Test
    void manyThreadsReadAtOnce() throws IOException {
        try (ByteSource opened = source().open()) {
            IntStream.range(0, 200).parallel().forEach(i -> {
                byte[] part = new byte[1000];
                try {
                    opened.read(i * 3000L, part, 0, 1000);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                assertArrayEquals(Arrays.copyOfRange(content, i * 3000, i * 3000 + 1000), part);
            });
        }
    }

    @Test
    void interruptOfOneThreadDoesNotCloseTheFileForOthers() throws IOException {
        try (ByteSource opened = source().open()) {
            Thread.currentThread().interrupt();
            assertThrows(CancellationException.class, () -> opened.read(0, new byte[1], 0, 1));
            assertTrue(Thread.interrupted());
            byte[] part = new byte[4];
            opened.read(0, part, 0, 4);
            assertArrayEquals(Arrays.copyOf(content, 4), part);
        }
    }

    @Test
    void closedIsClosed() throws IOException {
        ByteSource opened = source().open();
        ByteSource another = opened.open();
        opened.close();
        assertThrows(ClosedChannelException.class, () -> opened.read(0, new byte[1], 0, 1));
        another.read(0, new byte[1], 0, 1);
        another.close();
    }
}
