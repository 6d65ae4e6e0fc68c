package hounsfield.imageio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import hounsfield.codec.PixelLayout;
import hounsfield.corpus.Corpus;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.Sha256;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Every compressed stream of the corpus, through {@code ImageIO}, against the stored values of its file. */
class ImageIoCorpusTest {
    /** Suffix and MIME type by which each transfer syntax's reader is found. */
    private static final Map<String, List<String>> FOUND_BY = Map.ofEntries(
            Map.entry("1.2.840.10008.1.2.4.50", List.of("ljpg", "image/jpeg-lossless")),
            Map.entry("1.2.840.10008.1.2.4.51", List.of("ljpg", "image/jpeg-lossless")),
            Map.entry("1.2.840.10008.1.2.4.57", List.of("ljpg", "image/jpeg-lossless")),
            Map.entry("1.2.840.10008.1.2.4.70", List.of("ljpeg", "image/x-jpeg-lossless")),
            Map.entry("1.2.840.10008.1.2.4.80", List.of("jls", "image/jls")),
            Map.entry("1.2.840.10008.1.2.4.81", List.of("jls", "image/x-jls")),
            Map.entry("1.2.840.10008.1.2.4.90", List.of("j2k", "image/jp2")),
            Map.entry("1.2.840.10008.1.2.4.91", List.of("jp2", "image/j2c")),
            Map.entry("1.2.840.10008.1.2.4.201", List.of("jhc", "image/jphc")),
            Map.entry("1.2.840.10008.1.2.4.202", List.of("j2c", "image/jphc")),
            Map.entry("1.2.840.10008.1.2.4.203", List.of("jph", "image/jph")));

    @TestFactory
    Stream<DynamicTest> framesOfFiles() {
        return Corpus.entries("image", "damaged")
                .filter(entry -> entry.has("transferSyntax")
                        && FOUND_BY.containsKey(
                                entry.expected().get("transferSyntax").getAsString()))
                .map(entry -> dynamicTest(entry.path(), () -> checkFile(entry)));
    }

    private static void checkFile(Corpus.Entry entry) throws IOException {
        DicomFile file = DicomFile.read(entry.file());
        List<String> names = FOUND_BY.get(file.transferSyntax().uid());
        Assumptions.assumeTrue(names != null && file.pixelData().isPresent(), "no compressed image");
        try (FrameReader stored = FrameReader.open(file)) {
            List<byte[]> streams = CorpusFrames.of(file, stored.frameCount());
            assertEquals(stored.frameCount(), streams.size(), "frames");
            for (int frame = 0; frame < streams.size(); frame++) {
                byte[] stream = streams.get(frame);
                StreamImageReader reader =
                        frame % 2 == 0 ? Readers.bySuffix(names.get(0)) : Readers.byMimeType(names.get(1));
                int[] expected;
                try {
                    expected = stored.read(frame).toInts();
                } catch (DicomException refused) {
                    IIOException e = assertThrows(IIOException.class, () -> Readers.values(reader, stream));
                    assertTrue(e.getCause() instanceof DicomException);
                    continue;
                }
                int[] values = Readers.values(reader, stream);
                assertEquals(stored.layout().columns(), reader.getWidth(0));
                assertEquals(stored.layout().rows(), reader.getHeight(0));
                toStored(values, precision(stream), stored.layout());
                assertArrayEquals(expected, values, "frame " + frame);
                checkContent(stream);
            }
        }
    }

    /** Every frame but those that the JDK reads is accepted by its content. */
    private static void checkContent(byte[] stream) {
        ImageReader reader = Readers.byContent(stream);
        boolean dct = stream[1] == (byte) 0xD8 && frameMarker(stream) <= 0xC2;
        if (dct && precision(stream) == 8) assertNull(reader);
        else assertNotNull(reader);
    }

    /** What the Data Set adds to the components: the sign, and how many of the bits are the value. */
    private static void toStored(int[] values, int precision, PixelLayout layout) {
        int unused = Integer.SIZE - Math.min(precision, layout.bitsStored());
        for (int i = 0; i < values.length; i++) {
            values[i] = layout.signed() ? values[i] << unused >> unused : values[i] << unused >>> unused;
        }
    }

    private static int frameMarker(byte[] jpeg) {
        return jpeg[frameHeader(jpeg) + 1] & 0xFF;
    }

    private static int precision(byte[] stream) {
        if (stream[0] == 0) return 16; // JP2 boxes
        if (stream[1] == (byte) 0x4F) return (stream[42] & 0x7F) + 1;
        return stream[frameHeader(stream) + 4];
    }

    private static int frameHeader(byte[] jpeg) {
        int at = 2;
        while (true) {
            int marker = jpeg[at + 1] & 0xFF;
            if (marker == 0xF7 || marker >= 0xC0 && marker < 0xD0 && marker != 0xC4) return at;
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        }
    }

    @TestFactory
    Stream<DynamicTest> bitstreams() {
        return Corpus.entries("bitstream").map(entry -> dynamicTest(entry.path(), () -> checkBitstream(entry)));
    }

    private static void checkBitstream(Corpus.Entry entry) throws IOException {
        byte[] stream = Files.readAllBytes(entry.file());
        JsonObject expected = entry.expected();
        int components = expected.get("components").getAsInt();
        boolean jpeg = expected.get("codec").getAsString().equals("JPEG");
        StreamImageReader reader = Readers.byContent(stream);
        assertEquals(!jpeg, reader != null, "accepted by content");
        if (jpeg) reader = Readers.on(Readers.byName("jpeg-lossless"), stream);
        if (components == 0
                || components > 4
                || expected.get("expect").getAsString().contains("subsampled")) {
            assertInstanceOf(
                    DicomException.class,
                    assertThrows(IIOException.class, readOf(reader)).getCause());
            return;
        }
        Raster raster = reader.readRaster(0, null);
        assertEquals(expected.get("columns").getAsInt(), raster.getWidth());
        assertEquals(expected.get("rows").getAsInt(), raster.getHeight());
        assertEquals(components, raster.getNumBands());
        if (components == 4) return; // of different size in the stream
        boolean exact = !expected.get("lossy").getAsBoolean() || expected.has("near");
        for (int c = 0; c < components && exact; c++) {
            int[] plane = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), c, (int[]) null);
            JsonObject values =
                    expected.getAsJsonArray("componentValues").get(c).getAsJsonObject();
            assertEquals(values.get("sha256").getAsString(), sha256(plane), "component " + c);
        }
    }

    private static String sha256(int[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return Sha256.of(bytes);
    }

    private static Executable readOf(StreamImageReader reader) {
        return () -> reader.readRaster(0, null);
    }
}
