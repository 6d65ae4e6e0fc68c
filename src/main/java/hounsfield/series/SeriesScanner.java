package hounsfield.series;

import hounsfield.frame.FrameRef;
import hounsfield.parse.DicomFile;
import hounsfield.series.SeriesScan.Rejected;
import hounsfield.standard.NotDicomException;
import hounsfield.standard.Progress;
import hounsfield.standard.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the series of a folder and all folders in it. Files are known by their content, whatever their names; each
 * header is read once, in parallel, and no pixel. What is no DICOM file is passed over quietly unless its name says
 * that it is one; a DICOM file that is damaged or no image is listed with the reason, and the scan goes on.
 */
public final class SeriesScanner {
    private SeriesScanner() {}

    /**
     * Scans a folder.
     *
     * @param folder a folder; or a file such as a DICOMDIR, which stands for the folder it lies in
     * @throws IOException if the folder cannot be read; what goes wrong with a file in it is in the result
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static SeriesScan scan(Path folder, Progress progress) throws IOException {
        FolderFiles all = FolderFiles.walk(folder, progress);
        List<Path> paths = all.files();
        progress.status("Reading " + paths.size() + " headers");
        Found[] found = new Found[paths.size()];
        Workers.forEach(paths.size(), progress, index -> found[index] = read(paths.get(index)));
        List<Rejected> rejected = new ArrayList<>(all.unreadable());
        SeriesGrouping grouping = new SeriesGrouping();
        for (Found each : found) {
            if (each.rejected != null) rejected.add(each.rejected);
            else if (each.slices != null) grouping.add(each.key, each.slices);
        }
        rejected.sort((a, b) -> a.path().compareTo(b.path()));
        return new SeriesScan(grouping.series(), rejected);
    }

    /** An image's slices, or why there are none; both null for what is no DICOM image and no news. */
    private record Found(SeriesKey key, List<Slice> slices, Rejected rejected) {
        static final Found NOTHING = new Found(null, null, null);
    }

    private static Found read(Path path) {
        try {
            DicomFile file = DicomFile.read(path);
            if (file.isMediaStorageDirectory()) return Found.NOTHING;
            if (file.pixelData().isEmpty()) return reject(path, "has no Pixel Data");
            SeriesKey key = SeriesKey.of(path, file);
            return new Found(key, slices(path, file, key.isMultiFrame()), null);
        } catch (NotDicomException e) {
            return FolderFiles.isNamedDicom(path) ? reject(path, e.problem()) : Found.NOTHING;
        } catch (IOException e) {
            return new Found(null, null, Rejected.of(path, e));
        }
    }

    private static Found reject(Path path, String reason) {
        return new Found(null, null, new Rejected(path, reason));
    }

    private static List<Slice> slices(Path path, DicomFile file, boolean multiFrame) throws IOException {
        List<FrameRef> frames = multiFrame ? FrameRef.allOf(file) : List.of(FrameRef.first(file));
        List<Slice> slices = new ArrayList<>();
        for (FrameRef frame : frames) slices.add(Slice.of(path, frame));
        return slices;
    }
}
