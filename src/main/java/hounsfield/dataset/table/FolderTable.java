package hounsfield.dataset.table;

import hounsfield.bytes.ByteSource;
import hounsfield.dataset.csv.AtomicFile;
import hounsfield.dataset.csv.ByteOrderMark;
import hounsfield.dataset.csv.CsvLine;
import hounsfield.dataset.csv.RowSpool;
import hounsfield.parse.DicomFile;
import hounsfield.planes.StoredValueCounts;
import hounsfield.series.SeriesSelection;
import hounsfield.series.SourceFiles;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.NotDicomException;
import hounsfield.standard.error.OneLine;
import hounsfield.work.Diagnostic;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A table of the DICOM files in a folder and its subfolders, one row per file, by path. Files are recognized by
 * content. Other files, and DICOMDIRs, have no row, except files with the extension of DICOM. A file that cannot be
 * used has a row with the reason, and the scan continues.
 *
 * <p>Rows are kept in a temporary file until this is closed, so that memory use does not depend on their number.
 */
public final class FolderTable implements Closeable {
    private final SourceFiles folder;
    private final List<? extends ByteSource> files;
    private final List<Diagnostic> unusable;
    private final TableSettings settings;
    private final Columns columns;
    private final RowSpool spool;
    private final AtomicInteger rows = new AtomicInteger();
    private final AtomicInteger leftOut = new AtomicInteger();
    private final ByteOrderMark mark = new ByteOrderMark();

    /** Receives rows. */
    @FunctionalInterface
    public interface RowUse {
        /**
         * Receives a row.
         *
         * @param cells a value for each of {@link #headings}: {@code Long}, {@code Double}, {@code String}, or {@code
         *     null} if empty; the array is reused for the next row
         * @throws IOException if the row cannot be processed
         */
        void take(Object[] cells) throws IOException;
    }

    private FolderTable(
            SourceFiles folder, List<? extends ByteSource> files, List<Diagnostic> unusable, TableSettings settings)
            throws IOException {
        this.folder = folder;
        this.files = files;
        this.unusable = unusable;
        this.settings = settings;
        columns = new Columns(settings);
        spool = new RowSpool(files.size() + unusable.size());
    }

    /**
     * Reads the files of a folder, in parallel.
     *
     * @param folder a folder, a ZIP archive, or a DICOMDIR, for the files that it names
     * @param settings the columns
     * @param progress receives progress, and can cancel
     * @return the table, to be closed by the caller
     * @throws IOException if the folder cannot be read
     * @throws IllegalArgumentException if the folder does not exist or contains no DICOM files
     * @throws CancellationException if the user cancelled
     */
    public static FolderTable read(Path folder, TableSettings settings, Progress progress) throws IOException {
        return read(folder, SeriesSelection.ALL, settings, progress);
    }

    /**
     * Reads the files of some series in a folder, in parallel.
     *
     * @param folder a folder, a ZIP archive, or a DICOMDIR, for the files that it names
     * @param series the series
     * @param settings the columns
     * @param progress receives progress, and can cancel
     * @return the table, to be closed by the caller
     * @throws IOException if the folder cannot be read
     * @throws IllegalArgumentException if the folder does not exist, contains no DICOM files, or has no file of one of the series
     * @throws CancellationException if the user cancelled
     */
    public static FolderTable read(Path folder, SeriesSelection series, TableSettings settings, Progress progress)
            throws IOException {
        SourceFiles all = SourceFiles.of(folder, series, progress);
        FolderTable table = read(all, all.files(), all.unusable(), settings, Optional.empty(), progress);
        if (table.rows() > 0) return table;
        table.close();
        throw new IllegalArgumentException("there are no DICOM files in " + OneLine.of(folder));
    }

    /**
     * Reads some files of a folder; the table may be empty.
     *
     * @param journal has the rows of an interrupted run, and receives the others
     */
    static FolderTable read(
            SourceFiles folder,
            List<? extends ByteSource> files,
            List<Diagnostic> unusable,
            TableSettings settings,
            Optional<RowJournal> journal,
            Progress progress)
            throws IOException {
        FolderTable table = new FolderTable(folder, files, unusable, settings);
        try {
            table.fill(journal, progress);
        } catch (IOException | RuntimeException | Error e) {
            table.close();
            throw e;
        }
        return table;
    }

    /**
     * Reads the files of a folder and writes their table as CSV. The output folder is checked before any file is read.
     *
     * @param folder the folder
     * @param csv the file to be written
     * @param settings the columns
     * @param progress receives progress, and can cancel
     * @return number of rows
     * @throws IOException if the folder cannot be read, or the table not written
     */
    public static int toCsv(Path folder, Path csv, TableSettings settings, Progress progress) throws IOException {
        AtomicFile.checkFolder(csv);
        try (FolderTable table = read(folder, settings, progress)) {
            table.writeCsv(csv, progress);
            return table.rows();
        }
    }

    /**
     * Returns the row of one file, by heading.
     *
     * @param path the file
     * @param settings the columns
     * @return the cells that are not empty, in the order of the columns
     * @throws DicomException if the file is not a DICOM file, or its header is damaged; if only its pixels are, the row
     *     has the reason
     * @throws IOException if the file cannot be read
     */
    public static Map<String, Object> row(Path path, TableSettings settings) throws IOException {
        FileRow row = FileRow.of(
                OneLine.of(path.getFileName()), DicomFile.read(path), settings, new StoredValueCounts(), Progress.NONE);
        return row.cells();
    }

    /**
     * Does the same as {@link RowReader#outcome} for a single file.
     *
     * @param source the bytes
     * @param name the text in the column {@code file}; if it has an extension of DICOM files, a file that is not DICOM has a row with a
     *     reason, otherwise no row
     * @param settings the columns
     * @param progress can cancel
     * @return the row or the reason; no row for a DICOMDIR
     * @throws CancellationException if the user cancelled
     */
    public static RowOutcome outcome(ByteSource source, String name, TableSettings settings, Progress progress) {
        return new RowReader(settings).outcome(source, name, progress);
    }

    private void fill(Optional<RowJournal> journal, Progress progress) throws IOException {
        int count = files.size();
        progress.status("Reading " + count + " files");
        boolean[] done = new boolean[count];
        if (journal.isPresent()) {
            journal.get().forEach((index, row) -> {
                if (row != null) put(index, row);
                done[index] = true;
            });
        }
        int[] missing = IntStream.range(0, count).filter(index -> !done[index]).toArray();
        Workers.forEach(Workers.parallelism(), missing.length, progress, () -> {
            StoredValueCounts counts = new StoredValueCounts();
            return index -> read(missing[index], journal, counts, progress);
        });
        for (Diagnostic each : unusable) {
            put(count++, FileRow.leftOut(each.name(), each.sentence()));
        }
    }

    /** Puts the row of a file into the table. The scratch memory belongs to the calling thread. */
    private void read(int index, Optional<RowJournal> journal, StoredValueCounts counts, Progress progress)
            throws IOException {
        FileRow row = row(files.get(index), counts, progress);
        if (journal.isPresent()) journal.get().add(index, row);
        if (row != null) put(index, row);
    }

    private FileRow row(ByteSource source, StoredValueCounts counts, Progress progress) {
        return row(source, folder.name(source), folder.isExpected(source), settings, counts, progress);
    }

    /** Returns the row of a file; {@code null} if it has none. */
    static FileRow row(
            ByteSource source,
            String path,
            boolean expected,
            TableSettings settings,
            StoredValueCounts counts,
            Progress progress) {
        String name = OneLine.of(path);
        try {
            DicomFile file = DicomFile.read(source);
            return file.isMediaStorageDirectory() ? null : FileRow.of(name, file, settings, counts, progress);
        } catch (NotDicomException e) {
            return expected ? FileRow.leftOut(name, e.problem()) : null;
        } catch (CancellationException e) {
            throw e;
        } catch (DicomException | RuntimeException | OutOfMemoryError e) {
            // A problem with one file must not lose the rows of thousands of others.
            return FileRow.leftOut(name, Diagnostic.reason(e));
        }
    }

    private void put(int index, FileRow row) throws IOException {
        rows.incrementAndGet();
        if (row.facts().containsKey(StandardColumn.REASON)) leftOut.incrementAndGet();
        Map<Integer, Object> cells = columns.numbered(row);
        cells.values().forEach(mark::record);
        spool.put(index, cells);
    }

    /** {@return number of rows} */
    public int rows() {
        return rows.get();
    }

    /** {@return number of rows with a reason} */
    public int leftOut() {
        return leftOut.get();
    }

    /** {@return whether columns were dropped because a spreadsheet cannot hold them} */
    public boolean isCut() {
        return columns.isFull();
    }

    /** {@return the headings: standard columns, then elements by tag} */
    public List<String> headings() {
        return columns.headings();
    }

    /**
     * Passes the rows to {@code use}, in order.
     *
     * @param most largest number of rows
     * @param progress can cancel
     * @param use receives the rows
     * @throws IOException if a row cannot be read or processed
     * @throws CancellationException if the user cancelled
     */
    public void forEach(int most, Progress progress, RowUse use) throws IOException {
        int[] order = columns.order();
        Object[] cells = new Object[order.length];
        int left = most;
        int all = files.size() + unusable.size();
        for (int row = 0; row < all && left > 0; row++) {
            if (!spool.has(row)) continue;
            progress.check();
            spool.read(row, order, cells);
            use.take(cells);
            left--;
        }
    }

    /**
     * Writes all rows as CSV, in UTF-8. A byte order mark is only written if there are characters beyond ASCII, which
     * Excel misreads without it.
     *
     * @param path the file to be written
     * @param progress can cancel
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if its folder does not exist
     * @throws CancellationException if the user cancelled; then no file is written
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
