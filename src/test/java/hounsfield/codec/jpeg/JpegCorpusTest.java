package hounsfield.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hounsfield.bytes.ByteSpan;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.corpus.Corpus;
import hounsfield.frame.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.DicomException;
import hounsfield.standard.MalformedDicomException;
import hounsfield.standard.Warnings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The corpus's JPEG files, and the streams of T.83's conformance test, against what independent decoders make of them. */
class JpegCorpusTest {
    private static final List<String> SYNTAXES = List.of(
            "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70");

    @TestFactory
    Stream<DynamicTest> storedValuesOfFiles() {
        return Corpus.entries("image", "damaged")
                .filter(entry -> entry.has("transferSyntax") && entry.has("sof"))
                .filter(entry ->
                        SYNTAXES.contains(entry.expected().get("transferSyntax").getAsString()))
                .map(entry -> dynamicTest(entry.path(), () -> checkFile(entry)));
    }

    @TestFactory
    Stream<DynamicTest> conformanceStreams() {
        return Corpus.entries("bitstream")
                .filter(entry -> entry.path().startsWith("bitstreams/10918/"))
                .map(entry -> dynamicTest(entry.path(), () -> checkStream(entry)));
    }

    private static void checkFile(Corpus.Entry entry) throws IOException {
        JsonObject expected = entry.expected();
        try (FrameReader reader = FrameReader.open(DicomFile.read(entry.file()))) {
            assertEquals(expected.get("frames").getAsInt(), reader.frameCount());
            if (entry.has("decodedColour")) {
                assertEquals(
                        expected.get("decodedColour").getAsString(),
                        reader.decodedPhotometric().term());
            }
            if (entry.has("frameSha256")) checkHashes(reader, expected.getAsJsonArray("frameSha256"));
            else checkSample(reader, expected);
            assertTrue(reader.warnings().isEmpty(), reader.warnings().list().toString());
        }
    }

    private static void checkHashes(FrameReader reader, JsonArray hashes) throws IOException {
        for (JsonElement each : hashes) {
            JsonObject hash = each.getAsJsonObject();
            int frame = hash.get("frame").getAsInt();
            assertEquals(
                    hash.get("sha256").getAsString(), sha256(reader.read(frame).toInts()), "frame " + frame);
        }
    }

    /** Positions of (frame, row, column, sample); the last is left out in grey images. */
    private static void checkSample(FrameReader reader, JsonObject expected) throws IOException {
        JsonObject sample = expected.getAsJsonObject("sample");
        JsonArray positions = sample.getAsJsonArray("positions");
        int tolerance = sample.get("tolerance").getAsInt();
        PixelLayout layout = reader.layout();
        double sum = 0;
        Samples[] frames = new Samples[reader.frameCount()];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = reader.read(i);
            sum += IntStream.of(frames[i].toInts()).asLongStream().sum();
        }
        for (int i = 0; i < positions.size(); i++) {
            JsonArray at = positions.get(i).getAsJsonArray();
            int pixel = at.get(1).getAsInt() * layout.columns() + at.get(2).getAsInt();
            int index = pixel * layout.samplesPerPixel()
                    + (at.size() > 3 ? at.get(3).getAsInt() : 0);
            assertEquals(
                    sample.getAsJsonArray("values").get(i).getAsInt(),
                    frames[at.get(0).getAsInt()].intAt(index),
                    tolerance,
                    at.toString());
        }
        double mean = sum / ((double) frames.length * layout.samples());
        double tolerated =
                expected.getAsJsonObject("storedTolerance").get("mean").getAsDouble();
        assertEquals(expected.get("storedMean").getAsDouble(), mean, tolerated, "mean");
    }

    private static void checkStream(Corpus.Entry entry) throws IOException {
        JsonObject expected = entry.expected();
        ByteSpan bytes = ByteSpan.of(Files.readAllBytes(entry.file()));
        int components = expected.get("components").getAsInt();
        if (components == 0) {
            PixelLayout any = new PixelLayout(257, 255, 1, 8, 8, 7, false, false, false);
            DicomException e = assertThrows(MalformedDicomException.class, () -> decode(bytes, any));
            assertTrue(e.problem().startsWith("JPEG stream has no image, only tables"), e.problem());
            return;
        }
        int precision = expected.get("precision").getAsInt();
        PixelLayout layout = new PixelLayout(
                expected.get("rows").getAsInt(),
                expected.get("columns").getAsInt(),
                Math.min(4, components),
                precision <= 8 ? 8 : 16,
                precision,
                precision - 1,
                false,
                false,
                false);
        if (components > 4) {
            DicomException e = assertThrows(MalformedDicomException.class, () -> decode(bytes, layout));
            assertEquals("JPEG image has 255 components, Samples per Pixel is 4", e.problem());
            return;
        }
        int[] stored = decode(bytes, layout).toInts();
        JsonArray values = expected.getAsJsonArray("componentValues");
        for (int c = 0; c < components; c++)
            checkComponent(stored, layout, c, values.get(c).getAsJsonObject());
    }

    /** The components of these streams are of different sizes; each sample is repeated to fill its cell. */
    private static void checkComponent(int[] stored, PixelLayout layout, int c, JsonObject expected) {
        int rows = expected.get("rows").getAsInt();
        int columns = expected.get("columns").getAsInt();
        int cellRows = Math.round((float) layout.rows() / rows);
        int cellColumns = Math.round((float) layout.columns() / columns);
        int[] plane = new int[rows * columns];
        for (int i = 0; i < plane.length; i++) {
            int pixel = i / columns * cellRows * layout.columns() + i % columns * cellColumns;
            plane[i] = stored[pixel * layout.samplesPerPixel() + c];
        }
        if (expected.has("sha256")) {
            assertEquals(expected.get("sha256").getAsString(), sha256(plane), "component " + c);
            return;
        }
        JsonObject sample = expected.getAsJsonObject("sample");
        JsonArray positions = sample.getAsJsonArray("positions");
        for (int i = 0; i < positions.size(); i++) {
            JsonArray at = positions.get(i).getAsJsonArray();
            assertEquals(
                    sample.getAsJsonArray("values").get(i).getAsInt(),
                    plane[at.get(0).getAsInt() * columns + at.get(1).getAsInt()],
                    sample.get("tolerance").getAsInt(),
                    "component " + c + " at " + at);
        }
        assertEquals(
                expected.get("mean").getAsDouble(),
                IntStream.of(plane).average().orElseThrow(),
                0.05,
                "mean of component " + c);
    }

    private static Samples decode(ByteSpan frame, PixelLayout layout) throws DicomException {
        return new JpegFrameDecoder().decode(frame, layout, new Warnings());
    }

    private static String sha256(int[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
