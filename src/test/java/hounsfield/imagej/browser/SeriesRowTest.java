package hounsfield.imagej.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.data.DicomTime;
import hounsfield.imagej.operation.BrowseSeries;
import hounsfield.parse.HeaderRow;
import hounsfield.series.StudyText;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import hounsfield.testing.Impatient;
import hounsfield.work.Progress;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The texts that the browser shows for a series, without its window. */
class SeriesRowTest {
    @TempDir
    Path folder;

    private Path slice(String series, int number, double z) throws IOException {
        DicomBytes bytes = DicomImages.at(DicomImages.ct(series, number), "0\\0\\" + z, "1\\0\\0\\0\\1\\0");
        DicomBytes gray = DicomImages.rescaled(DicomImages.gray(bytes, "MONOCHROME2", 4, 2, 16, 16, false), "0", "1");
        int[] values = {0, 100, 200, 300, 400, 500, 600, 700};
        return DicomImages.write(folder, series + "-" + number, DicomImages.pixels(gray, values));
    }

    private static List<SeriesRow> rows(BrowseSeries.Result result) {
        SeriesRow[] rows = new SeriesRow[result.summaries().size()];
        for (int i = 0; i < rows.length; i++)
            rows[i] = new SeriesRow(i, result.summaries().get(i));
        return List.of(rows);
    }

    @Test
    void seriesAreSummarized() throws IOException {
        for (int i = 1; i <= 3; i++) slice("1.5", i, 2.5 * i);
        for (int i = 1; i <= 4; i++) slice("1.6", i, i == 4 ? 20 : i);
        Files.writeString(folder.resolve("text.dcm"), "no image");
        var images = new ConcurrentLinkedQueue<BrowseSeries.Image>();
        BrowseSeries.Result result = BrowseSeries.scan(List.of(folder), Progress.NONE, images::add);
        assertEquals(7, images.size());
        assertTrue(images.stream().allMatch(image -> image.modality().equals("CT")));
        List<SeriesRow> rows = rows(result);
        assertEquals(2, rows.size());
        SeriesRow even = rows.get(0);
        assertEquals("1.2.3.4.5.1.5", even.summary().name());
        assertEquals(3, even.summary().slices());
        SeriesTableModel model = new SeriesTableModel(new Thumbnails(60));
        model.set(rows);
        assertEquals(List.of(2, 4, 3, 1, 1), values(model, 6, 10));
        assertEquals(8 * 4 * 3, even.summary().bytes());
        assertEquals("0.0 MB", even.memory());
        assertTrue(even.summary().spacing().endsWith(" x 2.5"), even.summary().spacing());
        assertEquals(List.of(), even.summary().doubts());
        assertEquals("Explicit VR Little Endian", even.summary().transferSyntax());
        assertEquals(List.of("uneven", "gap"), rows.get(1).summary().doubts());
        assertFalse(rows.get(1).summary().findings().isEmpty());
        assertEquals(1, result.rejected().size());
        assertEquals(folder.toAbsolutePath(), result.folder(List.of(0)));
        assertTrue(even.matches("ct EXPLICIT"));
        assertTrue(even.matches(""));
        assertFalse(even.matches("ct uneven"));
        assertTrue(rows.get(1).matches("uneven ct"));
    }

    @Test
    void picturesHaveSquarePixelsAndHeadersAreRead() throws IOException {
        slice("1.5", 1, 0);
        BrowseSeries.Result result = BrowseSeries.scan(List.of(folder), Progress.NONE, image -> {});
        BufferedImage picture = result.thumbnail(0, 60, Progress.NONE);
        // 2 columns of 0.25 mm, 4 rows of 0.5 mm.
        assertEquals(15, picture.getWidth());
        assertEquals(60, picture.getHeight());
        assertTrue((picture.getRGB(0, 0) & 0xFF)
                < (picture.getRGB(picture.getWidth() - 1, picture.getHeight() - 1) & 0xFF));
        List<HeaderRow> header = result.header(0);
        assertTrue(header.stream()
                .anyMatch(row ->
                        row.name().equals("Series Instance UID") && row.value().equals("1.2.3.4.5.1.5")));
    }

    @Test
    void filesAndSingleFilesAreScanned() throws IOException {
        Path one = slice("1.5", 1, 0);
        Path other = slice("1.6", 1, 0);
        assertEquals(
                1,
                BrowseSeries.scan(List.of(one), Progress.NONE, image -> {})
                        .summaries()
                        .size());
        BrowseSeries.Result both = BrowseSeries.scan(List.of(one, other), Progress.NONE, image -> {});
        assertEquals(2, both.summaries().size());
        assertEquals(List.of("1.2.3.4.5.1.5", "1.2.3.4.5.1.6"), both.found().names());
        assertEquals(List.of("1.2.3.4.5.1.5", "1.2.3.4.5.1.6"), both.uids(List.of(0, 1)));
        BrowseSeries.Result all = BrowseSeries.scan(List.of(folder), Progress.NONE, image -> {});
        assertEquals(List.of(), all.uids(List.of(1, 0)), "the folder alone");
        assertEquals(List.of("1.2.3.4.5.1.6"), all.uids(List.of(1)));
    }

    /** A folder without images is not an error in the browser, nor is a file that is removed after the scan. */
    @Test
    void whatIsMissingIsNotAnError() throws IOException {
        assertEquals(
                List.of(),
                BrowseSeries.scan(List.of(folder), Progress.NONE, image -> {}).summaries());
        Path file = slice("1.5", 1, 0);
        BrowseSeries.Result result = BrowseSeries.scan(List.of(folder), Progress.NONE, image -> {});
        Files.delete(file);
        IOException failure = assertThrows(IOException.class, () -> result.header(0));
        assertTrue(failure.getMessage().contains("1.5-1"), failure.getMessage());
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        var failure = assertThrows(
                IllegalArgumentException.class,
                () -> BrowseSeries.scan(List.of(folder.resolve("gone")), Progress.NONE, image -> {}));
        assertTrue(failure.getMessage().contains("there is no folder"), failure.getMessage());
    }

    @Test
    void aCancelledScanEnds() throws IOException {
        slice("1.5", 1, 0);
        assertThrows(
                CancellationException.class, () -> BrowseSeries.scan(List.of(folder), new Impatient(0), image -> {}));
    }

    @Test
    void rowsOfARunningScanSayHowManyFilesThereAre() {
        SeriesRow row = SeriesRow.of(
                new BrowseSeries.Image("1.5", OptionalInt.of(7), "lung", "20200131", "CT", StudyText.EMPTY), 12);
        SeriesTableModel model = new SeriesTableModel(new Thumbnails(60));
        model.set(List.of(row));
        assertFalse(row.isComplete());
        assertEquals("2020-01-31", row.date());
        assertEquals("12 files so far", model.getValueAt(0, 5));
        assertNull(model.getValueAt(0, 8));
        assertEquals(7, model.getValueAt(0, 1));
        assertNull(model.getValueAt(0, SeriesTableModel.PICTURE));
        assertEquals("", model.getValueAt(0, SeriesTableModel.MEMORY).toString());
    }

    /** As texts, 12 slices would come before 9. */
    @Test
    void columnsOfNumbersAreSortedAsNumbers() throws IOException {
        for (int i = 1; i <= 12; i++) slice("1.5", i, 0.5 * i);
        for (int i = 1; i <= 9; i++) slice("1.6", i, 10 * i);
        SeriesTable table = new SeriesTable(new Thumbnails(60), row -> true);
        table.set(rows(BrowseSeries.scan(List.of(folder), Progress.NONE, image -> {})));
        assertEquals(List.of("1.5", "1.6"), suffixes(table));
        table.sortBy(8);
        assertEquals(List.of("1.6", "1.5"), suffixes(table));
        table.sortBy(SeriesTableModel.SPACING);
        assertEquals(List.of("1.5", "1.6"), suffixes(table));
        table.sortBy(SeriesTableModel.MEMORY);
        assertEquals(List.of("1.6", "1.5"), suffixes(table));
    }

    private static List<Object> values(SeriesTableModel model, int first, int last) {
        List<Object> values = new ArrayList<>();
        for (int column = first; column <= last; column++) values.add(model.getValueAt(0, column));
        return values;
    }

    private static List<String> suffixes(SeriesTable table) {
        return table.shown().stream()
                .map(row -> row.summary().name())
                .map(name -> name.substring(name.length() - 3))
                .toList();
    }

    @Test
    void datesAreReadable() {
        assertEquals("2024-08-01 Head", DicomTime.dateFirst("20240801 Head"));
        assertEquals("***", DicomTime.dateFirst("***"));
        assertEquals("123456789", DicomTime.dateFirst("123456789"));
    }
}
