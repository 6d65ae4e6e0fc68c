package hounsfield.bytes.packed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.bytes.ByteSource;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class InflatingByteSourceTest {
    private final byte[] content = new byte[300_000];

    InflatingByteSourceTest() {
        Random random = new Random(4);
        for (int i = 0; i < content.length; i++) content[i] = (byte) random.nextInt(16);
    }

    @Test
    void readsAnyPositionInAnyOrder() throws IOException {
        InflatingByteSource source = new InflatingByteSource(deflated(content, true, 7), 7);
        try (ByteSource opened = source.open()) {
            Random random = new Random(5);
            for (int i = 0; i < 200; i++) {
                int position = random.nextInt(content.length);
                int length = random.nextInt(content.length - position);
                byte[] part = new byte[length];
                opened.read(position, part, 0, length);
                assertArrayEquals(Arrays.copyOfRange(content, position, position + length), part);
            }
            assertEquals(content.length, opened.size());
        }
        assertEquals(content.length, source.size());
        byte[] part = new byte[10];
        source.read(250_000, part, 0, 10);
        assertArrayEquals(Arrays.copyOfRange(content, 250_000, 250_010), part);
    }

    @Test
    void zlibHeaderIsForgiven() throws IOException {
        InflatingByteSource source = new InflatingByteSource(deflated(content, false, 0), 0);
        byte[] all = new byte[content.length];
        source.read(0, all, 0, all.length);
        assertArrayEquals(content, all);
    }

    @Test
    void endsWhereTheStreamBreaksOff() throws IOException {
        byte[] whole = bytes(content, true, 0);
        ArrayByteSource half = new ArrayByteSource("half.dcm", Arrays.copyOf(whole, whole.length / 2));
        InflatingByteSource source = new InflatingByteSource(half, 0);
        long size = source.size();
        assertTrue(size > content.length / 3 && size < content.length * 2 / 3, "" + size);
        assertThrows(MalformedDicomException.class, () -> source.read(size - 1, new byte[2], 0, 2));
    }

    @Test
    void damageIsReportedWithItsPlace() throws IOException {
        // A stored block of five bytes, then a block of type 3, which is reserved.
        byte[] stream = new byte[40];
        stream[21] = 5;
        stream[23] = (byte) ~5;
        stream[24] = (byte) 0xFF;
        stream[30] = 0x06;
        InflatingByteSource source = new InflatingByteSource(new ArrayByteSource("bad.dcm", stream), 20);
        MalformedDicomException e = assertThrows(MalformedDicomException.class, source::size);
        assertEquals("bad.dcm", e.location().file());
        assertTrue(e.location().offset() > 20, e.getMessage());
    }

    @Test
    void refusesToFillTheMemory() throws IOException {
        InflatingByteSource source = new InflatingByteSource(deflated(new byte[8 << 20], true, 0), 0, 1 << 20);
        byte[] part = new byte[10];
        source.read(1000, part, 0, 10);
        UnsupportedDicomException e = assertThrows(UnsupportedDicomException.class, source::size);
        assertTrue(e.problem().contains("more than 1 MiB"), e.getMessage());
    }

    private static ArrayByteSource deflated(byte[] content, boolean bare, int before) {
        return new ArrayByteSource("test", bytes(content, bare, before));
    }

    private static byte[] bytes(byte[] content, boolean bare, int before) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[before]);
        Deflater deflater = new Deflater(6, bare);
        deflater.setInput(content);
        deflater.finish();
        byte[] part = new byte[4096];
        while (!deflater.finished()) out.write(part, 0, deflater.deflate(part));
        deflater.end();
        return out.toByteArray();
    }
}
