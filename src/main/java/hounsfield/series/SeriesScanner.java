package hounsfield.series;

import hounsfield.bytes.ByteSource;
import hounsfield.bytes.FileByteSource;
import hounsfield.parse.DicomFile;
import hounsfield.series.slice.ScannedFile;
import hounsfield.standard.error.NotDicomException;
import hounsfield.work.Diagnostic;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds the series in a folder and its subfolders, in a ZIP archive, or in a collection of sources. Files are recognized by content, not by
 * name. Each header is read once, in parallel, without pixels. DICOM files that are damaged or not images are listed with
 * the reason, and the scan continues. A scan keeps a small record per slice, so that tens of thousands of files need
 * little memory.
 */
public final class SeriesScanner {
    private SeriesScanner() {}

    /**
     * Scans a folder or a ZIP archive. Files that are not DICOM are ignored unless their name indicates DICOM, and so are
     * DICOMDIRs. An archive is not unpacked to a disk, and must stay readable; archives in it are not opened.
     *
     * @param folder a folder; a ZIP archive; a DICOMDIR, of which all files that it names are read and no others; or another
     *     file, which selects its parent folder
     * @param progress receives progress, and can cancel
     * @return the series; problems of single files are in the result
     * @throws IOException if the folder or archive cannot be read
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static SeriesScan scan(Path folder, Progress progress) throws IOException {
        return scan(folder, progress, new ScannedFile.Scan());
    }

    /**
     * Scans as {@link #scan(Path, Progress)} does, and passes on each image as soon as its header is read.
     *
     * @param folder a folder, a ZIP archive, a DICOMDIR or another file
     * @param progress receives progress, and can cancel
     * @param images receives the images, from several threads
     * @return the series
     * @throws IOException if the folder or archive cannot be read
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static SeriesScan scan(Path folder, Progress progress, Consumer<? super ScannedFile> images)
            throws IOException {
        return scan(folder, progress, new ScannedFile.Scan(), images);
    }

    /**
     * Returns what is scanned for a path.
     *
     * @param path as for {@link #scan(Path, Progress)}
     * @return a folder or an archive
     * @throws IOException if the path cannot be read
     */
    public static Path rootOf(Path path) throws IOException {
        return SourceFiles.isArchive(path) ? path : FolderFiles.folderOf(path);
    }

    /** @param shared limits the number of headers kept in memory */
    static SeriesScan scan(Path folder, Progress progress, ScannedFile.Scan shared) throws IOException {
        return scan(folder, progress, shared, image -> {});
    }

    private static SeriesScan scan(
            Path folder, Progress progress, ScannedFile.Scan shared, Consumer<? super ScannedFile> images)
            throws IOException {
        SourceFiles all = SourceFiles.of(folder, progress);
        SeriesScan scan = scan(all.files(), all.chosen(), progress, shared, images);
        List<Diagnostic> rejected = new ArrayList<>(all.unusable());
        rejected.addAll(scan.rejected());
        rejected.sort(Comparator.comparing(Diagnostic::name));
        return new SeriesScan(scan.series(), rejected);
    }

    /**
     * Scans chosen files. Each is part of a series, or rejected with the reason.
     *
     * @param files paths of files, in any order; no folders, no archives
     * @param progress receives progress, and can cancel
     * @return the series
     * @throws IllegalArgumentException if there are no files
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static SeriesScan scanFiles(Collection<Path> files, Progress progress) {
        return scanFiles(files, progress, image -> {});
    }

    /**
     * Scans as {@link #scanFiles(Collection, Progress)} does, and passes on each image as soon as its header is read.
     *
     * @param files paths of files
     * @param progress receives progress, and can cancel
     * @param images receives the images, from several threads
     * @return the series
     * @throws IllegalArgumentException if there are no files
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static SeriesScan scanFiles(
            Collection<Path> files, Progress progress, Consumer<? super ScannedFile> images) {
        return scan(FolderFiles.of(files).sources(), true, progress, new ScannedFile.Scan(), images);
    }

    /**
     * Scans sources, each with the bytes of one file. Every source is part of a series, or rejected with the reason.
     *
     * @param sources files, arrays, or for example objects in a store, which must stay readable
     * @param progress receives progress, and can cancel
     * @return the series
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static SeriesScan scan(Collection<? extends ByteSource> sources, Progress progress) {
        return scan(sources, progress, new ScannedFile.Scan());
    }

    /** @param shared limits the number of headers kept in memory */
    static SeriesScan scan(Collection<? extends ByteSource> sources, Progress progress, ScannedFile.Scan shared) {
        return scan(List.copyOf(sources), true, progress, shared, image -> {});
    }

    /** @param chosen whether the user selected each source; then sources that are not images are rejected */
    private static SeriesScan scan(
            List<? extends ByteSource> sources,
            boolean chosen,
            Progress progress,
            ScannedFile.Scan shared,
            Consumer<? super ScannedFile> images) {
        progress.status("Reading " + sources.size() + " headers");
        Found[] found = new Found[sources.size()];
        Workers.forEach(found.length, progress, index -> {
            found[index] = read(sources.get(index), chosen, shared);
            if (found[index].file != null) images.accept(found[index].file);
        });
        List<Diagnostic> rejected = new ArrayList<>();
        SeriesGrouping grouping = new SeriesGrouping();
        for (Found each : found) {
            progress.check();
            if (each.rejected != null) rejected.add(each.rejected);
            else if (each.file != null) grouping.add(each.file);
        }
        return new SeriesScan(grouping.series(), rejected);
    }

    /** An image, or the reason why there is none; both are null for files that are not DICOM images and not reported. */
    private record Found(ScannedFile file, Diagnostic rejected) {
        static final Found NOTHING = new Found(null, null);
    }

    private static Found read(ByteSource source, boolean chosen, ScannedFile.Scan shared) {
        try {
            DicomFile file = DicomFile.read(source);
            if (file.isMediaStorageDirectory() && !chosen) return Found.NOTHING;
            if (file.isMediaStorageDirectory() || file.pixelData().isEmpty())
                return reject(source, file.noImage().problem());
            return new Found(ScannedFile.of(source, file, shared), null);
        } catch (NotDicomException e) {
            return SourceFiles.isExpected(source, chosen) ? reject(source, e.problem()) : Found.NOTHING;
        } catch (IOException e) {
            return reject(source, Diagnostic.reason(e));
        }
    }

    private static Found reject(ByteSource source, String reason) {
        return new Found(null, Diagnostic.rejected(source.name(), FileByteSource.pathOf(source), reason));
    }
}
