package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import hounsfield.dataset.table.FolderTable;
import hounsfield.dataset.table.TableSettings;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One table of the whole corpus: compares the statistics of each file with those of the oracles, and checks that each bad file has a
 * reason.
 */
class FolderTableCorpusTest {
    /** Damaged files that can be read nevertheless. */
    private static final Set<String> READABLE = Set.of("damaged/no_meta.dcm");

    private static final Map<String, Map<String, Object>> ROWS = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        try (FolderTable table = FolderTable.read(Corpus.folder(), TableSettings.ALL, Progress.NONE)) {
            List<String> headings = table.headings();
            table.forEach(Integer.MAX_VALUE, Progress.NONE, cells -> {
                Map<String, Object> row = new HashMap<>();
                for (int i = 0; i < cells.length; i++) if (cells[i] != null) row.put(headings.get(i), cells[i]);
                ROWS.put((String) row.get("file"), row);
            });
        }
    }

    @AfterAll
    static void forget() {
        ROWS.clear();
    }

    static Stream<Corpus.Entry> images() {
        return Corpus.entries("image");
    }

    @ParameterizedTest
    @MethodSource("images")
    void statisticsAreThoseOfTheOracle(Corpus.Entry entry) {
        Map<String, Object> row = ROWS.get(entry.path());
        assertNotNull(row, "no row");
        boolean color = "color has no calibrated values".equals(row.get("reason"));
        assertTrue(color || !row.containsKey("reason"), () -> "left out: " + row.get("reason"));
        if (entry.expected().has("acceptedAlternatives")) return;
        assertClose(entry, "storedMin", "minMax", row.get("stored_min"));
        assertClose(entry, "storedMax", "minMax", row.get("stored_max"));
        assertClose(entry, "storedMean", "mean", row.get("stored_mean"));
        if (entry.has("storedStd")) assertClose(entry, "storedStd", "std", row.get("stored_std"));
        // The oracles ignore padding, and lossy values may differ as much as the stored ones.
        boolean lossy = entry.expected().get("lossy").getAsBoolean();
        if (color || lossy || entry.has("pixelPaddingValue") || !entry.has("scaledMin")) return;
        if (entry.has("doseMax")) {
            assertClose(entry, "doseMax", "", row.get("max"));
            assertClose(entry, "doseMean", "", row.get("mean"));
            return;
        }
        assertClose(entry, "scaledMin", "", row.get("min"));
        assertClose(entry, "scaledMax", "", row.get("max"));
        assertClose(entry, "scaledMean", "", row.get("mean"));
    }

    private static void assertClose(Corpus.Entry entry, String key, String tolerance, Object actual) {
        double expected = entry.expected().get(key).getAsDouble();
        double allowed = 2e-7 * Math.max(1, Math.abs(expected));
        JsonElement tolerances = entry.expected().get("storedTolerance");
        if (tolerances != null && tolerances.getAsJsonObject().has(tolerance)) {
            allowed = Math.max(
                    allowed, tolerances.getAsJsonObject().get(tolerance).getAsDouble());
        }
        assertEquals(expected, (double) actual, allowed, key);
    }

    @Test
    void everyOtherFileHasARowAndAReason() {
        Corpus.entries("nonimage").forEach(entry -> {
            Map<String, Object> row = ROWS.get(entry.path());
            assertNotNull(row, entry.path());
            assertTrue(
                    row.get("reason").toString().contains("has no Pixel Data"), () -> entry + ": " + row.get("reason"));
            assertTrue(row.containsKey("SOPClassUID"), entry.path());
        });
        Corpus.entries("damaged")
                .filter(entry -> entry.path().endsWith(".dcm"))
                .forEach(entry -> assertNotNull(ROWS.get(entry.path()), entry.path()));
        Corpus.entries("dicomdir", "bitstream", "text")
                .filter(entry -> !entry.path().endsWith(".dcm"))
                .forEach(entry -> assertFalse(ROWS.containsKey(entry.path()), entry.path()));
    }
}
