package hounsfield.dataset;

import hounsfield.parse.DicomFile;
import hounsfield.series.FolderFiles;
import hounsfield.series.SeriesScan.Rejected;
import hounsfield.standard.DicomException;
import hounsfield.standard.NotDicomException;
import hounsfield.standard.OneLine;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A table of the DICOM files in a folder and all folders in it, one row a file, by path. Files are known by their content;
 * what is no DICOM file, and a DICOMDIR, has no row, unless its name ends as a DICOM file's. A file that cannot be used has a
 * row with the reason, and the work goes on.
 *
 * <p>Rows lie in a temporary file until this closes, so memory does not grow with their number.
 */
public final class FolderTable implements Closeable {
    private final FolderFiles files;
    private final TableSettings settings;
    private final Columns columns;
    private final RowSpool spool;
    private final AtomicInteger rows = new AtomicInteger();
    private final AtomicInteger leftOut = new AtomicInteger();
    private final ByteOrderMark mark = new ByteOrderMark();

    /** What to do with a row. */
    @FunctionalInterface
    public interface RowUse {
        /**
         * @param cells a value for each of {@link #headings}: {@code Long}, {@code Double}, {@code String}, or {@code null}
         *     for an empty cell; to be read now, the next row has the same array
         */
        void take(Object[] cells) throws IOException;
    }

    private FolderTable(FolderFiles files, TableSettings settings) throws IOException {
        this.files = files;
        this.settings = settings;
        columns = new Columns(settings);
        spool = new RowSpool(files.files().size() + files.unreadable().size());
    }

    /**
     * Reads a folder's files, in parallel.
     *
     * @throws IllegalArgumentException if there is no such folder, or no DICOM file in it
     * @throws CancellationException if the user ended the work
     */
    public static FolderTable read(Path folder, TableSettings settings, Progress progress) throws IOException {
        FolderTable table = new FolderTable(FolderFiles.walk(folder, progress), settings);
        try {
            table.fill(progress);
            if (table.rows() == 0)
                throw new IllegalArgumentException("there are no DICOM files in " + OneLine.of(folder));
        } catch (IOException | RuntimeException | Error e) {
            table.close();
            throw e;
        }
        return table;
    }

    /**
     * Reads a folder's files and writes their table as CSV. Whether the file can have its place is known before any is read.
     *
     * @return how many rows there are
     */
    public static int toCsv(Path folder, Path csv, TableSettings settings, Progress progress) throws IOException {
        AtomicFile.checkFolder(csv);
        try (FolderTable table = read(folder, settings, progress)) {
            table.writeCsv(csv, progress);
            return table.rows();
        }
    }

    /**
     * One file's row, by heading.
     *
     * @throws DicomException if it is no DICOM file, or its header is damaged; where only its pixels are, the row has the
     *     reason
     */
    public static Map<String, Object> row(Path path, TableSettings settings) throws IOException {
        FileRow row = FileRow.of(OneLine.of(path.getFileName()), DicomFile.read(path), settings);
        Map<String, Object> cells = new LinkedHashMap<>();
        row.facts().forEach((fact, value) -> cells.put(fact.heading(), value));
        row.tags().forEach((column, value) -> cells.put(column.name(), value));
        return cells;
    }

    private void fill(Progress progress) throws IOException {
        int count = files.files().size();
        progress.status("Reading " + count + " files");
        Workers.forEach(count, progress, index -> {
            FileRow row = row(files.files().get(index));
            if (row != null) put(index, row);
        });
        for (Rejected each : files.unreadable()) {
            put(count++, FileRow.leftOut(OneLine.of(files.name(each.path())), each.reason()));
        }
    }

    /** A file's row, {@code null} if it shall have none. */
    private FileRow row(Path path) {
        String name = OneLine.of(files.name(path));
        try {
            DicomFile file = DicomFile.read(path);
            return file.isMediaStorageDirectory() ? null : FileRow.of(name, file, settings);
        } catch (NotDicomException e) {
            return FolderFiles.isNamedDicom(path) ? FileRow.leftOut(name, e.problem()) : null;
        } catch (CancellationException e) {
            throw e;
        } catch (DicomException | RuntimeException | OutOfMemoryError e) {
            // Whatever it is, it shall not cost thousands of other files their rows.
            return FileRow.leftOut(name, Reason.of(e));
        }
    }

    private void put(int index, FileRow row) throws IOException {
        rows.incrementAndGet();
        if (row.facts().containsKey(StandardColumn.REASON)) leftOut.incrementAndGet();
        Map<Integer, Object> cells = columns.numbered(row);
        cells.values().forEach(mark::see);
        spool.put(index, cells);
    }

    /** How many rows there are. */
    public int rows() {
        return rows.get();
    }

    /** In how many rows there is a reason. */
    public int leftOut() {
        return leftOut.get();
    }

    /** Whether there were more columns than a spreadsheet takes, so that some were left out. */
    public boolean isCut() {
        return columns.isFull();
    }

    /** The columns: what is known of every file, then elements in the order of their tags. */
    public List<String> headings() {
        return columns.headings();
    }

    /**
     * Goes through the rows in their order.
     *
     * @param most after so many rows it ends
     * @throws CancellationException if the user ended the work
     */
    public void forEach(int most, Progress progress, RowUse use) throws IOException {
        int[] order = columns.order();
        Object[] cells = new Object[order.length];
        int left = most;
        int all = files.files().size() + files.unreadable().size();
        for (int row = 0; row < all && left > 0; row++) {
            if (!spool.has(row)) continue;
            progress.check();
            spool.read(row, order, cells);
            use.take(cells);
            left--;
        }
    }

    /**
     * Writes all rows as CSV, in UTF-8. A byte order mark stands at its beginning only where there are characters beyond
     * ASCII, which Excel would take for others without it.
     *
     * @throws IllegalArgumentException if there is no folder for the file
     * @throws CancellationException if the user ended the work; then there is no file
     */
    public void writeCsv(Path path, Progress progress) throws IOException {
        AtomicFile.write(path, part -> {
            try (BufferedWriter writer = Files.newBufferedWriter(part)) {
                mark.write(writer);
                CsvLine line = new CsvLine();
                headings().forEach(line::add);
                writer.write(line.end());
                forEach(Integer.MAX_VALUE, progress, cells -> {
                    for (Object cell : cells) line.add(cell);
                    writer.write(line.end());
                });
            }
        });
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
