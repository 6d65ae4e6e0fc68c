package hounsfield.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.corpus.Corpus;
import hounsfield.phantom.Phantoms;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.CountedStore;
import hounsfield.testing.DicomBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The requests and bytes that a header in an object store costs. */
class RangedReadsTest {
    private static final String JPEG_BASELINE = "1.2.840.10008.1.2.4.50";

    private static void check(CountedStore store) {
        assertTrue(store.requestsOfAnObject() <= 1.5, store.requestsOfAnObject() + " requests");
        assertTrue(store.bytesOfAnObject() <= 16 * 1024, store.bytesOfAnObject() + " bytes");
    }

    @Test
    void tenThousandHeadersCostFewRequests() throws IOException {
        CountedStore store = new CountedStore();
        Random random = new Random(16);
        for (int i = 0; i < 10_000; i++) {
            DicomFile file = DicomFile.read(store.object("object " + i, object(random)));
            assertTrue(file.pixelData().isPresent());
        }
        check(store);
    }

    /** Headers of 0.5 to 23 KB, most of them short; native, or one or many fragments with and without offsets. */
    private static byte[] object(Random random) {
        boolean isNative = random.nextInt(3) > 0;
        double share = random.nextDouble();
        DicomBytes bytes = DicomBytes.file(isNative ? DicomBytes.EXPLICIT_LITTLE_ENDIAN : JPEG_BASELINE)
                .text(Tag.MODALITY, "CS", "CT")
                .bytes(Tag.of(0x0009, 0x1001), "OB", new byte[2 * (int) (11_000 * share * share * share)])
                .us(Tag.ROWS, 512)
                .us(Tag.COLUMNS, 512);
        if (isNative) return bytes.bytes(Tag.PIXEL_DATA, "OW", new byte[60_000]).toBytes();
        byte[] frame = new byte[20_000];
        long step = frame.length + 8;
        return switch (random.nextInt(5)) {
            case 0 -> bytes.encapsulated(Tag.PIXEL_DATA, frame, frame, frame).toBytes();
            case 1 ->
                bytes.encapsulatedWithOffsets(
                                Tag.PIXEL_DATA, new long[] {0, step, 2 * step, 3 * step}, frame, frame, frame, frame)
                        .toBytes();
            default -> bytes.encapsulated(Tag.PIXEL_DATA, frame).toBytes();
        };
    }

    @Test
    void headerOfAnImageInOneFragmentIsOneRequest() throws IOException {
        CountedStore store = new CountedStore();
        DicomBytes bytes = DicomBytes.file(JPEG_BASELINE).text(Tag.MODALITY, "CS", "CT");
        DicomFile.read(store.object(
                "a", bytes.encapsulated(Tag.PIXEL_DATA, new byte[100_000]).toBytes()));
        assertEquals(1, store.requests());
    }

    @Test
    void headersOfThePhantomsAreOneRequestEach(@TempDir Path folder) throws IOException {
        CountedStore store = new CountedStore();
        List<Path> files = Phantoms.write("CT series", folder);
        for (Path file : files) DicomFile.read(store.object(file.toString(), Files.readAllBytes(file)));
        assertEquals(files.size(), store.requests());
    }

    @Test
    void headersOfRealImagesCostFewRequests() throws IOException {
        CountedStore store = new CountedStore();
        int images = 0;
        try (Stream<Path> files = Files.walk(Corpus.shared("").toRealPath())) {
            for (Path path : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                byte[] content = Files.readAllBytes(path);
                if (!isImage(content)) continue;
                DicomFile.read(store.object(path.toString(), content));
                images++;
            }
        }
        assertTrue(images > 100, images + " images");
        check(store);
    }

    private static boolean isImage(byte[] content) {
        try {
            return DicomFile.read(new CountedStore().object("a", content))
                    .pixelData()
                    .isPresent();
        } catch (DicomException e) {
            return false;
        }
    }
}
