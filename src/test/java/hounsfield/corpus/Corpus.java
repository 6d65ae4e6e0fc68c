package hounsfield.corpus;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder of real files beside the project, with the results of independent decoders. Tests that use it skip with a message where it
 * is absent.
 */
public final class Corpus {
    private static final Path SHARED = Path.of("..", "shared");
    private static final String CORPUS = "corpus";

    private static final Map<String, JsonObject> EXPECTED = new ConcurrentHashMap<>();

    private Corpus() {}

    /**
     * One file.
     *
     * @param folder that holds expected.json
     * @param path relative to the folder, as in expected.json
     * @param expected its values
     */
    public record Entry(Path folder, String path, JsonObject expected) {
        public Path file() {
            return folder.resolve(path);
        }

        /** image, damaged, nonimage, dicomdir, bitstream, reference or text. */
        public String kind() {
            return expected.get("kind").getAsString();
        }

        /** Whether the value exists and is not null. */
        public boolean has(String key) {
            return expected.has(key) && !expected.get(key).isJsonNull();
        }

        /** The first folder of the path. */
        public String theme() {
            return path.substring(0, path.indexOf('/'));
        }

        @Override
        public String toString() {
            return path;
        }
    }

    /** The corpus's folder; skips the calling test where it is absent. */
    public static Path folder() {
        return shared(CORPUS);
    }

    /** A file of the folder that holds the corpus and other test data; skips the calling test where it is absent. */
    public static Path shared(String path) {
        Path file = SHARED.resolve(path);
        Assumptions.assumeTrue(Files.exists(file), "no " + file);
        return file;
    }

    /** All entries of the corpus's expected.json of these kinds, by path. */
    public static Stream<Entry> entries(String... kinds) {
        List<String> wanted = List.of(kinds);
        return entriesOf(CORPUS).filter(entry -> wanted.isEmpty() || wanted.contains(entry.kind()));
    }

    /** All entries of the expected.json of another folder of the same form, such as {@code formats}, by path. */
    public static Stream<Entry> entriesOf(String folder) {
        Path place = shared(folder);
        return expected(folder).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Entry(place, entry.getKey(), entry.getValue().getAsJsonObject()));
    }

    /** The corpus's entry of one path. */
    public static Entry entry(String path) {
        JsonObject values = expected(CORPUS).getAsJsonObject(path);
        if (values == null) throw new IllegalArgumentException("expected.json has no " + path);
        return new Entry(folder(), path, values);
    }

    private static JsonObject expected(String folder) {
        Path json = shared(folder).resolve("expected.json");
        return EXPECTED.computeIfAbsent(folder, key -> read(json));
    }

    /** A JSON file that holds an object. */
    public static JsonObject read(Path json) {
        try (Reader reader = Files.newBufferedReader(json)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
