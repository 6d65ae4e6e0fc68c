package hounsfield.series;

import hounsfield.frame.FrameRef;
import hounsfield.parse.DicomFile;
import hounsfield.series.SeriesScan.Rejected;
import hounsfield.standard.DicomException;
import hounsfield.standard.Progress;
import hounsfield.standard.Tag;
import hounsfield.standard.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the series of a folder and all folders in it. Files are known by their content, whatever their names; each
 * header is read once, in parallel, and no pixel. What is no DICOM file is passed over quietly; a DICOM file that is
 * damaged or no image is listed with the reason, and the scan goes on.
 */
public final class SeriesScanner {
    private static final String MEDIA_STORAGE_DIRECTORY = "1.2.840.10008.1.3.10";
    private static final int MEDIA_STORAGE_SOP_CLASS_UID = 0x00020002;
    private static final int PREAMBLE = 128;

    private SeriesScanner() {}

    /**
     * Scans a folder.
     *
     * @param folder a folder; or a file such as a DICOMDIR, which stands for the folder it lies in
     * @throws IOException if the folder cannot be read; what goes wrong with a file in it is in the result
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static SeriesScan scan(Path folder, Progress progress) throws IOException {
        Path root = Files.isDirectory(folder) ? folder : folder.toAbsolutePath().getParent();
        List<Rejected> rejected = new ArrayList<>();
        progress.status("Looking for files");
        List<Path> paths = walk(root, rejected, progress);
        progress.status("Reading " + paths.size() + " headers");
        Found[] found = new Found[paths.size()];
        Workers.forEach(paths.size(), progress, index -> found[index] = read(paths.get(index)));
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

    private static List<Path> walk(Path root, List<Rejected> rejected, Progress progress) throws IOException {
        List<Path> paths = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                progress.check();
                if (attributes.isRegularFile() || Files.isRegularFile(file)) paths.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (file.equals(root)) throw failure;
                rejected.add(new Rejected(file, "cannot be read: " + failure.getMessage()));
                return FileVisitResult.CONTINUE;
            }
        });
        paths.sort(null);
        return paths;
    }

    private static Found read(Path path) {
        try {
            if (!looksLikeDicom(path)) return Found.NOTHING;
            DicomFile file = DicomFile.read(path);
            if (file.dataSet().findString(Tag.SOP_CLASS_UID).orElse("").equals(MEDIA_STORAGE_DIRECTORY)
                    || isDirectory(file)) return Found.NOTHING;
            if (file.pixelData().isEmpty()) return reject(path, "has no Pixel Data");
            SeriesKey key = SeriesKey.of(path, file);
            return new Found(key, slices(path, file, key.isMultiFrame()), null);
        } catch (DicomException e) {
            return reject(path, e.location().withoutFile().describe(e.problem()));
        } catch (IOException e) {
            return reject(path, "cannot be read: " + e.getMessage());
        }
    }

    private static Found reject(Path path, String reason) {
        return new Found(null, null, new Rejected(path, reason));
    }

    /** A DICOMDIR: it names the images, and is none. */
    private static boolean isDirectory(DicomFile file) throws DicomException {
        return file.metaInformation()
                .findString(MEDIA_STORAGE_SOP_CLASS_UID)
                .orElse("")
                .equals(MEDIA_STORAGE_DIRECTORY);
    }

    private static List<Slice> slices(Path path, DicomFile file, boolean multiFrame) throws IOException {
        List<FrameRef> frames = multiFrame ? FrameRef.allOf(file) : List.of(FrameRef.first(file));
        List<Slice> slices = new ArrayList<>();
        for (FrameRef frame : frames) slices.add(Slice.of(path, frame));
        return slices;
    }

    /**
     * Whether the file begins like one: {@code DICM} behind a preamble, or an element of group 0002 or 0008 in either
     * byte order (PS3.10 7.1, and files older than it). Saves reading large files of other kinds.
     */
    private static boolean looksLikeDicom(Path path) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(PREAMBLE + 4);
        }
        if (head.length == PREAMBLE + 4
                && head[PREAMBLE] == 'D'
                && head[PREAMBLE + 1] == 'I'
                && head[PREAMBLE + 2] == 'C'
                && head[PREAMBLE + 3] == 'M') return true;
        if (head.length < 8) return false;
        boolean little = (head[0] == 2 || head[0] == 8) && head[1] == 0 && head[3] == 0;
        boolean big = head[0] == 0 && (head[1] == 2 || head[1] == 8) && head[2] == 0;
        return little || big;
    }
}
