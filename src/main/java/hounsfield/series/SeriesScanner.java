package hounsfield.series;

import hounsfield.parse.DicomFile;
import hounsfield.series.SeriesScan.Rejected;
import hounsfield.standard.NotDicomException;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the series in a folder and its subfolders. Files are recognized by content, not by name. Each header is read
 * once, in parallel, without pixels. Other files are ignored unless their name indicates DICOM. DICOM files that are
 * damaged or not images are listed with the reason, and the scan continues. A scan keeps a small record per slice, so
 * that tens of thousands of files need little memory.
 */
public final class SeriesScanner {
    private SeriesScanner() {}

    /**
     * Scans a folder.
     *
     * @param folder a folder, or a file such as a DICOMDIR, which selects its parent folder
     * @param progress receives progress, and can cancel
     * @return the series; problems of single files are in the result
     * @throws IOException if the folder cannot be read
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static SeriesScan scan(Path folder, Progress progress) throws IOException {
        return scan(folder, progress, new ScannedFile.Scan());
    }

    /** @param shared limits the number of headers kept in memory */
    static SeriesScan scan(Path folder, Progress progress, ScannedFile.Scan shared) throws IOException {
        FolderFiles all = FolderFiles.walk(folder, progress);
        List<Path> paths = all.files();
        progress.status("Reading " + paths.size() + " headers");
        Found[] found = new Found[paths.size()];
        Workers.forEach(paths.size(), progress, index -> {
            Path path = paths.get(index);
            found[index] = read(path, all.name(path), shared);
        });
        List<Rejected> rejected = new ArrayList<>(all.unreadable());
        SeriesGrouping grouping = new SeriesGrouping();
        for (Found each : found) {
            progress.check();
            if (each.rejected != null) rejected.add(each.rejected);
            else if (each.file != null) grouping.add(each.file.key(), each.file.slices());
        }
        rejected.sort((a, b) -> a.path().compareTo(b.path()));
        return new SeriesScan(grouping.series(), rejected);
    }

    /** An image, or the reason why there is none; both are null for files that are not DICOM images and not reported. */
    private record Found(ScannedFile file, Rejected rejected) {
        static final Found NOTHING = new Found(null, null);
    }

    private static Found read(Path path, String name, ScannedFile.Scan shared) {
        try {
            DicomFile file = DicomFile.read(path, name);
            if (file.isMediaStorageDirectory()) return Found.NOTHING;
            if (file.pixelData().isEmpty()) return reject(path, file.noImage().problem());
            return new Found(ScannedFile.of(path, file, shared), null);
        } catch (NotDicomException e) {
            return FolderFiles.isNamedDicom(path) ? reject(path, e.problem()) : Found.NOTHING;
        } catch (IOException e) {
            return new Found(null, Rejected.of(path, e));
        }
    }

    private static Found reject(Path path, String reason) {
        return new Found(null, new Rejected(path, reason));
    }
}
