package hounsfield.parse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.data.Element;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.NotDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.RepeatedSource;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any bytes give a DicomException or a valid result, within a second, in bounded memory. */
class DamagedFileTest {
    private static final long SECOND = 1_000_000_000L;

    static Stream<Map.Entry<String, byte[]>> files() {
        return ParserFixtures.files().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void soundFilesRead(Map.Entry<String, byte[]> file) throws DicomException {
        int expected = Map.of("encapsulated", 11, "bare", 37).getOrDefault(file.getKey(), 43);
        assertEquals(expected, ParserFixtures.readAll(file.getValue()), file.getKey());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyPrefix(Map.Entry<String, byte[]> file) {
        byte[] bytes = file.getValue();
        for (int length = 0; length < bytes.length; length++) check(Arrays.copyOf(bytes, length));
    }

    @ParameterizedTest
    @MethodSource("files")
    void randomFlips(Map.Entry<String, byte[]> file) {
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = file.getValue().clone();
            int flips = 1 + random.nextInt(4);
            for (int flip = 0; flip < flips; flip++) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            check(bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void absurdLengthsEverywhere(Map.Entry<String, byte[]> file) {
        byte[][] lengths = {{-1, -1, -1, -1}, {-2, -1, -1, -1}, {-1, -1, -1, 127}, {0, 0, 0, -128}, {127, -1, -1, -1}};
        for (int position = 0; position + 4 <= file.getValue().length; position += 2) {
            for (byte[] length : lengths) {
                byte[] bytes = file.getValue().clone();
                System.arraycopy(length, 0, bytes, position, 4);
                check(bytes);
            }
        }
    }

    @Test
    void noise() {
        Random random = new Random(8);
        for (int i = 0; i < 2000; i++) {
            byte[] noise = new byte[random.nextInt(2000)];
            random.nextBytes(noise);
            check(DicomBytes.explicitLittleEndian()
                    .raw(DicomBytes.preamble())
                    .raw(noise)
                    .toBytes());
            check(noise);
        }
    }

    /** Each level's length is defined and true, so that only the nesting is wrong. */
    @Test
    void nestingOfDefinedLengths() {
        int levels = 100_000;
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN);
        for (int inner = levels - 1; inner >= 0; inner--) {
            bytes.header(Tag.REFERENCED_IMAGE_SEQUENCE, "SQ", inner * 20 + 8).delimiter(Tag.ITEM, inner * 20);
        }
        DicomException e = assertThrows(MalformedDicomException.class, () -> ParserFixtures.readAll(bytes.toBytes()));
        assertEquals("sequences are nested more than 1000 deep", e.problem());
    }

    @Test
    void twoGigabytesInAFileOfOneKilobyte() {
        byte[] file = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .header(Tag.ENCAPSULATED_DOCUMENT, "OB", 2_147_483_646L)
                .raw(new byte[600])
                .toBytes();
        MalformedDicomException e = assertThrows(MalformedDicomException.class, () -> ParserFixtures.readAll(file));
        assertEquals("declares 2147483646 bytes, 600 are there", e.problem());
        assertEquals(Tag.ENCAPSULATED_DOCUMENT, e.location().tag());
    }

    /** Eight bytes an element, far more in memory. */
    @Test
    void millionsOfEmptyElements() {
        byte[] element =
                DicomBytes.explicitLittleEndian().text(0x00091010, "LO", "").toBytes();
        long limit = Runtime.getRuntime().maxMemory() / 4 / 128;
        byte[] elements = new byte[(int) Math.min(80 << 20, (limit + 1000) * element.length)];
        for (int i = 0; i < elements.length; i++) elements[i] = element[i % element.length];
        byte[] file =
                DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN).raw(elements).toBytes();
        if (elements.length / element.length > limit) {
            DicomException e = assertThrows(UnsupportedDicomException.class, () -> ParserFixtures.readAll(file));
            assertTrue(e.problem().contains("elements"), e.getMessage());
        } else {
            check(file);
        }
    }

    /** 16 MB of empty Items of defined length, 32 MB of undefined length. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void millionsOfEmptyItemsTakeLittleMemory(boolean undefined) throws DicomException {
        int count = 2_000_000;
        byte[] item = undefined
                ? DicomBytes.explicitLittleEndian().beginItem().endItem().toBytes()
                : DicomBytes.explicitLittleEndian().delimiter(Tag.ITEM, 0).toBytes();
        byte[] start = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 100")
                .beginSequence(Tag.REFERENCED_IMAGE_SEQUENCE)
                .toBytes();
        long before = used();
        DicomFile file = DicomFile.read(new RepeatedSource(start, item, count));
        long taken = used() - before;
        assertEquals(count, file.dataSet().items(Tag.REFERENCED_IMAGE_SEQUENCE).size());
        assertTrue(taken < 40 << 20, taken / 1_000_000 + " MB");
    }

    /** Bytes that are in use behind a collection of garbage. */
    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    /** A megabyte of each element; the parser must not search all earlier ones for each. A broken copy gives a file of zeros. */
    @Test
    void manyElementsOfOneTag() {
        check(DicomBytes.file(DicomBytes.IMPLICIT_LITTLE_ENDIAN)
                .raw(new byte[1 << 20])
                .toBytes());
        check(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .raw(repeated(DicomBytes.explicitLittleEndian().text(Tag.SPECIFIC_CHARACTER_SET, "CS", "")))
                .toBytes());
        check(DicomBytes.file(DicomBytes.IMPLICIT_LITTLE_ENDIAN)
                .raw(repeated(DicomBytes.implicitLittleEndian().us(Tag.SMALLEST_IMAGE_PIXEL_VALUE, 1)))
                .toBytes());
        check(DicomBytes.explicitLittleEndian()
                .raw(DicomBytes.preamble())
                .ul(Tag.FILE_META_INFORMATION_GROUP_LENGTH, 0)
                .raw(repeated(DicomBytes.explicitLittleEndian().text(Tag.TRANSFER_SYNTAX_UID, "UI", "1.2")))
                .toBytes());
    }

    /** Each so short that the parser likes to keep it. */
    @Test
    void millionsOfShortValues() throws DicomException {
        byte[] element = DicomBytes.explicitLittleEndian()
                .text(0x00091010, "LO", "x".repeat(1000))
                .toBytes();
        byte[] meta = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN).toBytes();
        long memory = Runtime.getRuntime().maxMemory();
        long kept = Math.max(64 << 20, memory / 8);
        long count = Math.min(kept / 1000 + 1000, memory / 4 / 128 - 1000);
        DicomFile file = DicomFile.read(new RepeatedSource(meta, element, count));
        assertEquals(1, file.dataSet().size());
        Element last = file.dataSet().find(0x00091010).orElseThrow();
        assertEquals(1000, last.length());
        assertTrue(last.bulk().isPresent());
        assertArrayEquals(Arrays.copyOfRange(element, 8, 1008), last.bytes());
    }

    private static byte[] repeated(DicomBytes element) {
        byte[] one = element.toBytes();
        byte[] many = new byte[(1 << 20) / one.length * one.length];
        for (int i = 0; i < many.length; i++) many[i] = one[i % one.length];
        return many;
    }

    /** A megabyte that inflates to a gigabyte, which a value claims to be. */
    @Test
    void deflateBomb() {
        DicomBytes dataSet = DicomBytes.explicitLittleEndian()
                .text(Tag.MODALITY, "CS", "CT")
                .header(Tag.ENCAPSULATED_DOCUMENT, "OB", 200 << 20)
                .raw(new byte[200 << 20]);
        byte[] file = DicomBytes.deflatedFile(dataSet);
        assertTrue(file.length < 1 << 20);
        long start = cpuTime();
        DicomException e = assertThrows(UnsupportedDicomException.class, () -> ParserFixtures.readAll(file));
        assertTrue(e.problem().contains("64 MiB"), e.getMessage());
        assertTrue(cpuTime() - start < 3 * SECOND);
    }

    private static final Set<Class<?>> ALLOWED = Set.of(
            MalformedDicomException.class,
            NotDicomException.class,
            UnsupportedDicomException.class,
            DicomException.class);

    /** Only a DicomException that names the file may escape, and soon. */
    private static void check(byte[] bytes) {
        long start = cpuTime();
        try {
            ParserFixtures.readAll(bytes);
        } catch (DicomException e) {
            assertTrue(ALLOWED.contains(e.getClass()));
            assertNotNull(e.location().file());
            boolean placed =
                    e.location().offset() != Location.UNKNOWN || e.problem().startsWith("not a DICOM file");
            assertTrue(placed, e.getMessage());
        }
        long time = cpuTime() - start;
        assertTrue(time < SECOND, time / 1_000_000 + " ms");
    }

    /** This thread's own work, which does not depend on what else the machine does. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
