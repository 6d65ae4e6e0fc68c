package hounsfield.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.corpus.Corpus;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The streams of T.83's conformance test, and the color of the corpus's JPEG files, against independent decoders. */
class JpegCorpusTest {
    /** Another test checks their stored values with those of all other files. */
    @TestFactory
    Stream<DynamicTest> colorOfFiles() {
        return Corpus.entries("image", "damaged")
                .filter(entry -> entry.has("decodedColour") && entry.has("sof"))
                .map(entry -> dynamicTest(entry.path(), () -> checkColor(entry)));
    }

    @TestFactory
    Stream<DynamicTest> conformanceStreams() {
        return Corpus.entries("bitstream")
                .filter(entry -> entry.path().startsWith("bitstreams/10918/"))
                .map(entry -> dynamicTest(entry.path(), () -> checkStream(entry)));
    }

    private static void checkColor(Corpus.Entry entry) throws IOException {
        try (FrameReader reader = FrameReader.open(DicomFile.read(entry.file()))) {
            assertEquals(
                    entry.expected().get("decodedColour").getAsString(),
                    reader.decodedPhotometric().term());
            reader.read(0);
            assertTrue(
                    reader.diagnostics().isEmpty(),
                    reader.diagnostics().sentences().toString());
        }
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
        return new JpegFrameDecoder().decode(frame, layout, new DecodingContext());
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
