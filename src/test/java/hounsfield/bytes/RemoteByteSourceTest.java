package hounsfield.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.standard.error.MalformedDicomException;
import hounsfield.testing.CountedStore;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RemoteByteSourceTest {
    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }

    @Test
    void anyReadsGiveTheBytesOfTheObject() throws IOException {
        Random random = new Random(3);
        for (int size : new int[] {0, 1, 5000, RemoteByteSource.HEAD, RemoteByteSource.HEAD + 1, 40_000, 300_000}) {
            byte[] content = content(size);
            RemoteByteSource source = new CountedStore(7000).object("a", content);
            assertEquals(size, source.size());
            for (int i = 0; i < 300; i++) {
                int position = random.nextInt(size + 10);
                int most = random.nextInt(i % 10 == 0 ? size + 10 : 5000);
                int least = random.nextInt(most + 1);
                byte[] target = new byte[most + 3];
                int count = source.readSome(position, target, 3, least, most);
                int left = Math.max(0, size - position);
                assertTrue(count >= Math.min(least, left) && count <= Math.min(most, left), "count " + count);
                if (count > 0)
                    assertArrayEquals(
                            Arrays.copyOfRange(content, position, position + count),
                            Arrays.copyOfRange(target, 3, 3 + count));
                assertEquals(Math.min(most, left), source.readUpTo(position, target, 3, most));
            }
        }
    }

    @Test
    void headIsOneRequestAndStaysInMemory() throws IOException {
        CountedStore store = new CountedStore();
        RemoteByteSource source = store.object("a", content(1_000_000));
        byte[] target = new byte[900_000];
        source.read(0, target, 0, 132);
        source.read(8000, target, 0, 4000);
        assertEquals(1, store.requests());
        assertEquals(RemoteByteSource.HEAD, store.bytes());
        source.read(20_000, target, 0, 900_000);
        assertEquals(2, store.requests());
        assertEquals(RemoteByteSource.HEAD + 900_000, store.bytes());
        source.read(999_990, target, 0, 10);
        source.read(992_000, target, 0, 1000);
        source.read(100, target, 0, 1000);
        assertEquals(3, store.requests(), "the tail is read with some KB before it, and the head is kept");
    }

    @Test
    void sequentialReadsGrow() throws IOException {
        CountedStore store = new CountedStore();
        RemoteByteSource source = store.object("a", content(2_000_000));
        byte[] target = new byte[1000];
        for (int position = 0; position < 2_000_000; position += 1000) source.read(position, target, 0, 1000);
        assertTrue(store.requests() < 40, store.requests() + " requests");
    }

    @Test
    void endIsReportedWithThePosition() {
        RemoteByteSource source = new CountedStore().object("bucket/a", content(100));
        MalformedDicomException e =
                assertThrows(MalformedDicomException.class, () -> source.read(90, new byte[20], 0, 20));
        assertEquals("bucket/a, byte 90: 20 bytes are needed here, only 10 are left", e.getMessage());
    }

    @Test
    void objectThatIsShorterThanItsListingIsDamaged() {
        RemoteByteSource source = new RemoteByteSource("a", 1000, (position, target, offset, length) -> -1);
        assertThrows(MalformedDicomException.class, () -> source.read(0, new byte[20], 0, 20));
    }
}
