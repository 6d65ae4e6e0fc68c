package hounsfield.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecodingContext;
import hounsfield.corpus.Corpus;
import hounsfield.work.Diagnostics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares the bare codestreams of the corpus, component by component, with independent decoders.
 * {@link hounsfield.corpus.StoredValuesCorpusTest} covers its DICOM files.
 */
class Jpeg2000CorpusTest {
    @TestFactory
    Stream<DynamicTest> bareStreams() {
        return Corpus.entries("bitstream")
                .filter(entry -> entry.path().startsWith("bitstreams/15444/"))
                .map(entry -> dynamicTest(entry.path(), () -> check(entry)));
    }

    private static void check(Corpus.Entry entry) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Jpeg2000Image image = Jpeg2000.decode(
                ByteSpan.of(Files.readAllBytes(entry.file())),
                Jpeg2000.Options.DEFAULT.withThreads(2),
                new DecodingContext(diagnostics));
        JsonObject expected = entry.expected();
        assertEquals(expected.get("rows").getAsInt(), image.height());
        assertEquals(expected.get("columns").getAsInt(), image.width());
        JsonArray components = expected.getAsJsonArray("componentValues");
        assertEquals(components.size(), image.planes().size());
        for (int c = 0; c < components.size(); c++) {
            JsonObject values = components.get(c).getAsJsonObject();
            Jpeg2000Image.Plane plane = image.planes().get(c);
            assertEquals(expected.getAsJsonArray("precision").get(c).getAsInt(), plane.precision());
            assertEquals(expected.getAsJsonArray("signed").get(c).getAsBoolean(), plane.signed());
            if (values.has("sha256")) assertEquals(values.get("sha256").getAsString(), sha256(plane.values()));
            else checkSample(values, c, image);
        }
        assertEquals(List.of(), diagnostics.sentences());
    }

    /**
     * For subsampled chroma (oj36.j2k) the expected values are from opj_decompress, which converted to RGB at full
     * size.
     */
    private static void checkSample(JsonObject values, int component, Jpeg2000Image image) {
        boolean converted = image.planes().stream().anyMatch(plane -> plane.dx() > 1);
        JsonObject sample = values.getAsJsonObject("sample");
        JsonArray positions = sample.getAsJsonArray("positions");
        JsonArray expected = sample.getAsJsonArray("values");
        for (int i = 0; i < positions.size(); i++) {
            int row = positions.get(i).getAsJsonArray().get(0).getAsInt();
            int column = positions.get(i).getAsJsonArray().get(1).getAsInt();
            double value = converted ? rgb(image, component, column, row) : at(image, component, column, row);
            assertEquals(expected.get(i).getAsInt(), value, converted ? 2 : 1, "sample " + i);
        }
    }

    private static double rgb(Jpeg2000Image image, int component, int column, int row) {
        double cb = at(image, 1, column, row) - 128;
        double cr = at(image, 2, column, row) - 128;
        double[] add = {1.402 * cr, -0.344136 * cb - 0.714136 * cr, 1.772 * cb};
        return at(image, 0, column, row) + add[component];
    }

    private static int at(Jpeg2000Image image, int component, int column, int row) {
        Jpeg2000Image.Plane plane = image.planes().get(component);
        return plane.values()[row / plane.dy() * plane.width() + column / plane.dx()];
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
