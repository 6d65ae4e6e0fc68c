package hounsfield.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.corpus.Corpus;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.UnsupportedDicomException;
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
 * Compares the JPEG-LS files of the corpus, and the streams of the conformance test of T.87, with hashes from
 * independent decoders.
 */
class JpegLsCorpusTest {
    private static final List<String> SYNTAXES = List.of("1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81");

    @TestFactory
    Stream<DynamicTest> storedValuesOfFiles() {
        return Corpus.entries("image", "damaged")
                .filter(entry -> entry.has("transferSyntax")
                        && SYNTAXES.contains(
                                entry.expected().get("transferSyntax").getAsString()))
                .map(entry -> dynamicTest(entry.path(), () -> checkFile(entry)));
    }

    @TestFactory
    Stream<DynamicTest> conformanceStreams() {
        return Corpus.entries("bitstream")
                .filter(entry -> entry.path().startsWith("bitstreams/14495/"))
                .map(entry -> dynamicTest(entry.path(), () -> checkStream(entry)));
    }

    private static void checkFile(Corpus.Entry entry) throws IOException {
        JsonObject expected = entry.expected();
        PixelLayout layout = new PixelLayout(
                expected.get("rows").getAsInt(),
                expected.get("columns").getAsInt(),
                expected.get("samplesPerPixel").getAsInt(),
                expected.get("bitsAllocated").getAsInt(),
                expected.get("bitsStored").getAsInt(),
                expected.get("highBit").getAsInt(),
                expected.get("pixelRepresentation").getAsInt() == 1,
                false,
                false);
        Diagnostics diagnostics = new Diagnostics();
        Samples samples = decode(
                EncapsulatedFrame.of(Files.readAllBytes(entry.file())), layout, new DecodingContext(diagnostics));
        assertEquals(frameHash(expected), sha256(samples.toInts()));
        assertTrue(diagnostics.isEmpty(), diagnostics.sentences().toString());
    }

    private static String frameHash(JsonObject expected) {
        return expected.getAsJsonArray("frameSha256")
                .get(0)
                .getAsJsonObject()
                .get("sha256")
                .getAsString();
    }

    private static void checkStream(Corpus.Entry entry) throws IOException {
        JsonObject expected = entry.expected();
        int precision = expected.get("precision").getAsInt();
        JsonArray components = expected.getAsJsonArray("componentValues");
        PixelLayout layout = new PixelLayout(
                expected.get("rows").getAsInt(),
                expected.get("columns").getAsInt(),
                components.size(),
                precision <= 8 ? 8 : 16,
                precision,
                precision - 1,
                false,
                false,
                false);
        ByteSpan frame = ByteSpan.of(Files.readAllBytes(entry.file()));
        if (expected.get("expect").getAsString().contains("subsampled")) {
            assertThrows(UnsupportedDicomException.class, () -> decode(frame, layout, new DecodingContext()));
            return;
        }
        int[] stored = decode(frame, layout, new DecodingContext()).toInts();
        for (int c = 0; c < components.size(); c++) {
            int[] plane = new int[layout.pixels()];
            for (int i = 0; i < plane.length; i++) plane[i] = stored[i * components.size() + c];
            JsonElement hash = components.get(c).getAsJsonObject().get("sha256");
            assertEquals(hash.getAsString(), sha256(plane), "component " + c);
        }
    }

    private static Samples decode(ByteSpan frame, PixelLayout layout, DecodingContext context) throws DicomException {
        return new JpegLsDecoder().decode(frame, layout, context);
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
