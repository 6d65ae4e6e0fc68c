package hounsfield.bytes.packed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.bytes.ByteSource;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipArchiveTest {
    private static final int CENTRAL_FLAGS = 8;
    private static final int CENTRAL_METHOD = 10;
    private static final int CENTRAL_CRC = 16;
    private static final int CENTRAL_SIZE = 24;
    private static final int CENTRAL_HEADER = 42;

    @Test
    void readsDeflatedAndStoredEntriesAtAnyPosition() throws IOException {
        byte[] content = content(200_000);
        ZipArchive zip = read(zip(content, "deflated", "+stored"));
        assertEquals(List.of("deflated", "stored"), names(zip));
        for (ByteSource entry : zip.entries()) {
            assertEquals(content.length, entry.size());
            byte[] part = new byte[70_000];
            entry.read(100_000, part, 0, part.length);
            assertArrayEquals(Arrays.copyOfRange(content, 100_000, 170_000), part);
            try (ByteSource opened = entry.open()) {
                byte[] all = new byte[content.length + 1];
                assertEquals(content.length, opened.readUpTo(0, all, 0, all.length));
                assertArrayEquals(content, Arrays.copyOf(all, content.length));
                assertEquals(0, opened.readUpTo(content.length, all, 0, 1));
            }
            assertThrows(
                    MalformedDicomException.class,
                    () -> entry.read(content.length - 1, new byte[2], 0, 2),
                    "reads behind the declared size");
        }
    }

    @Test
    void foldersHaveNoEntryAndAnEmptyArchiveHasNone() throws IOException {
        assertEquals(List.of("a/b"), names(read(zip(content(10), "a/", "a/b"))));
        byte[] empty = zip(content(10));
        assertTrue(ZipArchive.isZip(new ArrayByteSource("a.zip", empty)));
        assertEquals(List.of(), names(read(empty)));
    }

    @Test
    void aProgramBeforeTheArchiveShiftsIt() throws IOException {
        byte[] zip = zip(content(100), "a");
        ByteArrayOutputStream program = new ByteArrayOutputStream();
        program.write(new byte[1234]);
        program.write(zip);
        ByteSource entry = read(program.toByteArray()).entries().get(0);
        byte[] all = new byte[100];
        entry.read(0, all, 0, 100);
        assertArrayEquals(content(100), all);
    }

    /** Sizes and position of an entry, and the place of the directory, in 64 bits each, as for archives above 4 GiB. */
    @Test
    void numbersOf64BitsAreRead() throws IOException {
        byte[] content = content(1000);
        byte[] small = zip(content, "+first", "second");
        int first = central(small, "first");
        int second = central(small, "second");
        ByteArrayOutputStream large = new ByteArrayOutputStream();
        large.write(small, 0, first);
        large.write(with64(Arrays.copyOfRange(small, first, second)));
        large.write(with64(Arrays.copyOfRange(small, second, small.length - 22)));
        int length = large.size() - first;
        int end = large.size();
        byte[] end64 = new byte[56 + 20];
        put(end64, 0, 0x06064B50);
        put(end64, 4, 44);
        put(end64, 24, 2);
        put(end64, 32, 2);
        put(end64, 40, length);
        put(end64, 48, first);
        put(end64, 56, 0x07064B50);
        put(end64, 64, end);
        put(end64, 72, 1);
        large.write(end64);
        byte[] last = Arrays.copyOfRange(small, small.length - 22, small.length);
        for (int at = 8; at < 20; at++) last[at] = (byte) 0xFF;
        large.write(last);
        ZipArchive zip = read(large.toByteArray());
        assertEquals(List.of("first", "second"), names(zip));
        for (ByteSource entry : zip.entries()) {
            byte[] all = new byte[content.length];
            entry.read(0, all, 0, all.length);
            assertArrayEquals(content, all);
        }
        // A directory beyond the end of the archive.
        byte[] damaged = large.toByteArray();
        put(damaged, end + 52, 1);
        assertThrows(MalformedDicomException.class, () -> read(damaged));
    }

    /** Moves the numbers of a directory's entry into an extra field of 64 bits each (APPNOTE.TXT 4.5.3). */
    private static byte[] with64(byte[] entry) {
        int size = 4 + 3 * Long.BYTES;
        byte[] moved = Arrays.copyOf(entry, entry.length + size);
        int extra = entry.length;
        moved[30] = (byte) size;
        moved[extra] = 1;
        moved[extra + 2] = 3 * Long.BYTES;
        int[] fields = {24, 20, 42};
        for (int i = 0; i < fields.length; i++) {
            System.arraycopy(entry, fields[i], moved, extra + 4 + i * Long.BYTES, 4);
            put(moved, fields[i], -1);
        }
        return moved;
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "a/../../b", "/etc/a", "\\a", "..\\a", "C:\\a", "c:/a", "a/..", "..\na"})
    void refusesNamesThatLeadOut(String name) throws IOException {
        ZipArchive zip = read(zip(content(10), name, "good"));
        assertEquals(List.of("good"), names(zip));
        assertEquals(
                "has a name that leads out of the archive", zip.refused().get(0).reason());
    }

    @Test
    void aLongNameIsAName() throws IOException {
        assertEquals(List.of("a".repeat(60_000)), names(read(zip(content(10), "a".repeat(60_000)))));
    }

    @Test
    void refusesAnEncryptedEntryAlone() throws IOException {
        byte[] zip = zip(content(10), "bad", "good");
        zip[central(zip, "bad") + CENTRAL_FLAGS] |= 1;
        assertEquals("is encrypted", only(read(zip)));
    }

    @Test
    void refusesAnotherMethodAlone() throws IOException {
        byte[] zip = zip(content(10), "bad", "good");
        zip[central(zip, "bad") + CENTRAL_METHOD] = 12;
        assertTrue(only(read(zip)).contains("method 12"));
    }

    @Test
    void refusesASizeThatDeflateCannotReach() throws IOException {
        byte[] zip = zip(content(10), "bad", "good");
        put(zip, central(zip, "bad") + CENTRAL_SIZE, 0x7FFFFFFF);
        assertTrue(only(read(zip)).startsWith("declares 2147483647 bytes"));
        put(zip, central(zip, "bad") + CENTRAL_SIZE, -1);
        assertEquals("has a damaged entry in the directory", only(read(zip)));
    }

    @Test
    void refusesABombAlone() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bad"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 65; i++) zip.write(zeros);
            zip.putNextEntry(new ZipEntry("good"));
            zip.write(zeros, 0, 1000);
        }
        assertTrue(only(read(bytes.toByteArray())).startsWith("expands more than 200 times"));
    }

    /** A small archive with such entries would give huge content. */
    @Test
    void refusesEntriesThatShareBytes() throws IOException {
        byte[] zip = zip(content(10), "good", "bad");
        put(zip, central(zip, "bad") + CENTRAL_HEADER, 0);
        assertEquals("shares its bytes with another entry", only(read(zip)));
    }

    @Test
    void ofEqualNamesTheLastCounts() throws IOException {
        byte[] zip = zip(content(10), "good", "gooe");
        zip[central(zip, "gooe") + 46 + 3] = 'd';
        assertEquals("is replaced by a later entry of this name", only(read(zip)));
    }

    @Test
    void aChangedByteIsFoundBeforeTheLastByteIsGiven() throws IOException {
        for (String method : List.of("a", "+a")) {
            byte[] zip = zip(content(5000), method);
            zip[central(zip, "a") + CENTRAL_CRC]++;
            ByteSource entry = read(zip).entries().get(0);
            entry.read(0, new byte[4999], 0, 4999);
            DicomException e = assertThrows(DicomException.class, () -> entry.read(0, new byte[5000], 0, 5000));
            assertTrue(e.problem().contains("CRC-32"), e.problem());
        }
    }

    @Test
    void moreBytesThanDeclaredAreFound() throws IOException {
        byte[] zip = zip(content(5000), "a");
        int at = central(zip, "a");
        put(zip, at + CENTRAL_SIZE, 4000);
        CRC32 sum = new CRC32();
        sum.update(content(5000), 0, 4000);
        put(zip, at + CENTRAL_CRC, (int) sum.getValue());
        ByteSource entry = read(zip).entries().get(0);
        DicomException e = assertThrows(DicomException.class, () -> entry.read(0, new byte[4000], 0, 4000));
        assertTrue(e.problem().contains("more bytes than it declares"), e.problem());
    }

    @Test
    void aTruncatedOrDamagedArchiveEndsInADicomException() throws IOException {
        byte[] whole = zip(content(3000), "a", "+b", "c");
        for (int length = 0; length < whole.length; length += length < 100 ? 1 : 37) {
            byte[] cut = Arrays.copyOf(whole, length);
            DicomException e = assertThrows(DicomException.class, () -> read(cut));
            assertEquals("a.zip", e.location().file());
        }
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = whole.clone();
            for (int j = 0; j < 3; j++) {
                damaged[damaged.length - 1 - random.nextInt(200)] = (byte) random.nextInt();
            }
            try {
                for (ByteSource entry : read(damaged).entries()) {
                    byte[] head = new byte[100];
                    entry.readUpTo(0, head, 0, head.length);
                }
            } catch (DicomException e) {
                assertFalse(e.problem().isEmpty());
            }
        }
    }

    private static ZipArchive read(byte[] zip) throws IOException {
        return ZipArchive.read(new ArrayByteSource("a.zip", zip));
    }

    private static List<String> names(ZipArchive zip) {
        return zip.entries().stream().map(ByteSource::name).toList();
    }

    /** Returns the reason of the only refused entry; the other is "good". */
    private static String only(ZipArchive zip) {
        assertEquals(List.of("good"), names(zip));
        assertEquals(1, zip.refused().size());
        return zip.refused().get(0).reason();
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(3).nextBytes(content);
        for (int i = 0; i < size; i += 2) content[i] = 0;
        return content;
    }

    /** @param names an entry each; stored if its name begins with a plus, which is left out */
    private static byte[] zip(byte[] content, String... names) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                boolean stored = name.startsWith("+");
                ZipEntry entry = new ZipEntry(stored ? name.substring(1) : name);
                if (stored) {
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content.length);
                    entry.setCrc(sum.getValue());
                }
                zip.putNextEntry(entry);
                if (!name.endsWith("/")) zip.write(content);
            }
        }
        return bytes.toByteArray();
    }

    /** Returns where the directory's entry of a name begins. */
    private static int central(byte[] zip, String name) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        return text.lastIndexOf(name) - 46;
    }

    private static void put(byte[] bytes, int at, int number) {
        for (int i = 0; i < 4; i++) bytes[at + i] = (byte) (number >> 8 * i);
    }
}
