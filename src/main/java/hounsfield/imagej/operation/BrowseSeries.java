package hounsfield.imagej.operation;

import hounsfield.bytes.ByteSource;
import hounsfield.imagej.open.SeriesChoice;
import hounsfield.imagej.open.SeriesThumbnail;
import hounsfield.parse.DicomFile;
import hounsfield.parse.HeaderRow;
import hounsfield.parse.HeaderRows;
import hounsfield.series.FolderFiles;
import hounsfield.series.Series;
import hounsfield.series.SeriesScan;
import hounsfield.series.SeriesScanner;
import hounsfield.series.SeriesSummary;
import hounsfield.series.StudyText;
import hounsfield.series.slice.ScannedFile;
import hounsfield.series.slice.SeriesText;
import hounsfield.standard.error.Memory;
import hounsfield.work.Diagnostic;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** {@code DICOM Browser}: the series of folders, archives or files, with the entries of a list. */
public final class BrowseSeries {
    private BrowseSeries() {}

    /** The series of a scan. */
    public static final class Result {
        private final Path folder;
        private final boolean whole;
        private final List<Series> series;
        private final List<SeriesSummary> summaries;
        private final List<Diagnostic> rejected;

        private Result(
                Path folder,
                boolean whole,
                List<Series> series,
                List<SeriesSummary> summaries,
                List<Diagnostic> rejected) {
            this.folder = folder;
            this.whole = whole;
            this.series = series;
            this.summaries = summaries;
            this.rejected = rejected;
        }

        /** {@return the folder or archive, or the folder that the files have in common} */
        public Path folder() {
            return folder;
        }

        /** {@return what a list shows of each series} */
        public List<SeriesSummary> summaries() {
            return summaries;
        }

        /** {@return files that could not be used, and folders that could not be read, each as a sentence} */
        public List<String> rejected() {
            return rejected.stream()
                    .map(each -> each.name() + ": " + each.sentence())
                    .toList();
        }

        /** {@return the series for {@link ImportSeries}; at least one must be there} */
        public ImportSeries.Found found() {
            return new ImportSeries.Found(folder, SeriesChoice.of(series));
        }

        /**
         * Returns the folder of series.
         *
         * @param indices of the series, from 0; at least one
         * @return the innermost folder with all their files; the archive if they are in one
         */
        public Path folder(List<Integer> indices) {
            List<Path> files = indices.stream()
                    .flatMap(index -> series.get(index).files().stream())
                    .toList();
            return files.isEmpty() ? folder : FolderFiles.of(files).root();
        }

        /**
         * Returns the Series Instance UIDs that select series among the files of their folder.
         *
         * @param indices of the series, from 0
         * @return the UIDs; none if a whole folder or archive was scanned and all its series are selected
         */
        public List<String> uids(List<Integer> indices) {
            if (whole && indices.size() == series.size()) return List.of();
            return indices.stream()
                    .map(index -> series.get(index).uid())
                    .map(uid -> uid.isEmpty() ? Series.NO_UID : uid)
                    .distinct()
                    .toList();
        }

        /**
         * Draws the middle image of a series.
         *
         * @param index of the series, from 0
         * @param edge maximum width and height [pixels]
         * @param progress can cancel
         * @return a picture
         * @throws IOException if the image cannot be read
         * @throws hounsfield.standard.error.InsufficientMemoryException if Java's memory is used up
         */
        public BufferedImage thumbnail(int index, int edge, Progress progress) throws IOException {
            return Memory.guarded(() -> SeriesThumbnail.of(series.get(index), edge, progress));
        }

        /**
         * Reads the header of the middle image of a series.
         *
         * @param index of the series, from 0
         * @return the rows; texts are limited to {@value HeaderRows#LONGEST_VALUE} characters
         * @throws IOException if the file cannot be read
         */
        public List<HeaderRow> header(int index) throws IOException {
            List<ByteSource> sources = series.get(index).sources();
            ByteSource middle = sources.get(sources.size() / 2);
            return Memory.guarded(() -> HeaderRows.of(DicomFile.read(middle)));
        }
    }

    /**
     * What is known about an image while the scan runs.
     *
     * @param uid Series Instance UID; may be empty
     * @param number Series Number; empty if absent
     * @param description Series Description; may be empty
     * @param date Series Date; may be empty
     * @param modality such as {@code CT}; may be empty
     * @param study patient and study of the first image with this UID
     */
    public record Image(
            String uid, OptionalInt number, String description, String date, String modality, StudyText study) {
        private static Image of(ScannedFile file, StudyText study) {
            SeriesText text = file.slices().get(0).series();
            return new Image(file.key().uid(), text.number(), text.description(), text.date(), text.modality(), study);
        }
    }

    /**
     * Scans a folder, an archive or a DICOMDIR; or files.
     *
     * @param paths one path, or several files
     * @param progress reports and cancels
     * @param images receives each image as soon as its header is read, from several threads
     * @return the series, possibly none
     * @throws IOException if the path cannot be read
     * @throws IllegalArgumentException if there is no such path
     * @throws java.util.concurrent.CancellationException if the user ended the scan
     */
    public static Result scan(List<Path> paths, Progress progress, Consumer<? super Image> images) throws IOException {
        boolean files = paths.size() > 1 || OpenPath.isFile(paths.get(0));
        boolean whole = !files
                && (Files.isDirectory(paths.get(0))
                        || SeriesScanner.rootOf(paths.get(0)).equals(paths.get(0)));
        Path folder = files ? FolderFiles.of(paths).root() : SeriesScanner.rootOf(paths.get(0));
        return Memory.guarded(() -> {
            Map<String, StudyText> studies = new ConcurrentHashMap<>();
            Consumer<ScannedFile> each = file -> images.accept(
                    Image.of(file, studies.computeIfAbsent(file.key().uid(), uid -> StudyText.of(file))));
            SeriesScan scan = files
                    ? SeriesScanner.scanFiles(paths, progress, each)
                    : SeriesScanner.scan(paths.get(0), progress, each);
            SeriesSummary[] summaries = new SeriesSummary[scan.series().size()];
            progress.status("Reading the studies");
            Workers.forEach(
                    summaries.length,
                    progress,
                    index -> summaries[index] = SeriesSummary.of(scan.series().get(index)));
            return new Result(folder, whole, scan.series(), List.copyOf(Arrays.asList(summaries)), scan.rejected());
        });
    }
}
