package hounsfield.imagej.open;

import hounsfield.frame.FrameRef;
import hounsfield.imagej.host.Advice;
import hounsfield.imagej.host.Messages;
import hounsfield.imagej.memory.SliceFile;
import hounsfield.imagej.pixels.ImageSlice;
import hounsfield.parse.DicomFile;
import hounsfield.region.source.RegionFiles;
import hounsfield.series.FolderFiles;
import hounsfield.series.Series;
import hounsfield.series.SeriesQuality;
import hounsfield.series.SeriesScanner;
import hounsfield.series.slice.Slice;
import hounsfield.standard.error.OneLine;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.io.FileInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Opens files and series as ImageJ images. Findings that do not prevent this go to ImageJ's log. */
public final class DicomOpener {
    private DicomOpener() {}

    /**
     * Opens a file.
     *
     * @param path a DICOM file
     * @param frames the frames to open, in the file's order
     * @param settings form and source of the pixels
     * @param progress reports and cancels
     * @return an image that is not shown yet
     * @throws hounsfield.standard.error.DicomException if the file is not a DICOM file, is damaged, or has no image; the message
     *     names the command that accepts it
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if the file has fewer frames
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static ImagePlus open(Path path, FrameRange frames, OpenSettings settings, Progress progress)
            throws IOException {
        return Advice.on(() -> openFile(path, frames, settings, progress));
    }

    private static ImagePlus openFile(Path path, FrameRange frames, OpenSettings settings, Progress progress)
            throws IOException {
        DicomFile file = DicomFile.read(path);
        List<FrameRef> all = FrameRef.allOf(file);
        FrameRange range = frames.within(all.size());
        List<ImageSlice> slices = ImageSlice.numbered(all.subList(range.first(), range.last() + 1));
        ImageBuilder builder = new ImageBuilder(slices, settings, progress);
        ImagePlus image = builder.build(file.name());
        FileInfo info = place(path);
        image.setFileInfo(info);
        SliceFile.mark(image, info.directory, Collections.nCopies(slices.size(), info.fileName));
        List<String> found = new ArrayList<>(file.diagnostics().sentences());
        found.addAll(builder.findings().sentences());
        if (RegionFiles.hasRegions(file)) {
            found.add(
                    "this is a segmentation; DICOM Regions... (addRegions) places it on the images to which it belongs");
        }
        Messages.logOpened(file.name(), found);
        progress.status("");
        return image;
    }

    /**
     * Opens a series.
     *
     * @param scanned the scanned folder, a file in it, or a ZIP archive; slice names are relative to it
     * @param series the series
     * @param order the order of the slices
     * @param settings form and source of the pixels
     * @param progress reports and cancels
     * @return an image that is not shown yet
     * @throws hounsfield.standard.error.DicomException if the slices cannot be decoded
     * @throws IOException if a file cannot be read
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static ImagePlus openSeries(
            Path scanned, Series series, SeriesOrder order, OpenSettings settings, Progress progress)
            throws IOException {
        Path folder = FolderFiles.folderOf(scanned);
        List<Slice> ordered = order.sort(series.slices());
        boolean multiFrame = series.isMultiFrame();
        List<FrameRef> frames =
                FrameRef.holding(ordered.stream().map(Slice::source).toList());
        List<ImageSlice> slices = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            Slice slice = ordered.get(i);
            String name = slice.path().map(path -> name(folder, path)).orElseGet(slice.bytes()::name);
            FrameRef frame = frames.get(i);
            String step = order == SeriesOrder.POSITION ? series.step(i) : "";
            String words = name + part(frame, frame.source().hasManyFrames());
            slices.add(new ImageSlice(frame, step.isEmpty() ? words : words + ", " + step));
        }
        ImageBuilder builder = new ImageBuilder(slices, settings, progress);
        if (order == SeriesOrder.POSITION) builder.place(series.placement());
        boolean archive = ordered.get(0).path().isEmpty();
        Path named = SeriesScanner.rootOf(scanned);
        ImagePlus image = builder.build(title(named, series));
        if (archive) markEntries(image, scanned, ordered);
        else markFiles(image, folder, ordered, multiFrame);
        ordered.stream()
                .flatMap(slice -> slice.diagnostics().stream())
                .distinct()
                .forEach(builder.findings()::add);
        // Not the title: a Series Description may contain a patient's name.
        progress.status("");
        SeriesQuality quality = series.quality();
        List<String> findings = builder.findings().sentences();
        SeriesReport.keep(series, findings, image);
        List<String> details =
                new ArrayList<>(quality.lines().subList(1, quality.lines().size()));
        details.addAll(SeriesReport.withoutGeometry(series, findings));
        Messages.summarize(Messages.folderName(named), quality.geometryText(), details, findings.size());
        return image;
    }

    private static void markFiles(ImagePlus image, Path folder, List<Slice> ordered, boolean multiFrame) {
        FileInfo info = place(ordered.get(0).path().orElseThrow());
        if (!multiFrame) info.directory = folder.toAbsolutePath() + "/";
        image.setFileInfo(info);
        List<String> files = ordered.stream()
                .map(slice -> relative(folder, slice.path().orElseThrow()))
                .toList();
        SliceFile.mark(image, folder.toAbsolutePath() + "/", files);
    }

    private static void markEntries(ImagePlus image, Path archive, List<Slice> ordered) {
        image.setFileInfo(place(archive));
        List<String> entries =
                ordered.stream().map(slice -> slice.bytes().name()).toList();
        SliceFile.mark(image, archive.toAbsolutePath().toString(), entries);
    }

    /** Returns the frame or tile that a slice shows, counted from 1; an empty string if it shows the whole file. */
    private static String part(FrameRef frame, boolean multiFrame) {
        if (frame.tile().isPresent()) return " tile " + (frame.tile().get().index() + 1);
        return multiFrame ? " frame " + (frame.frame() + 1) : "";
    }

    /** Returns the description of a series, or the name of its folder, with its number: {@code Thorax (5)}. */
    private static String title(Path folder, Series series) {
        String name = series.description().isEmpty() ? Messages.folderName(folder) : series.description();
        return series.number().isPresent() ? name + " (" + series.number().getAsInt() + ")" : name;
    }

    /** Returns a path relative to the folder, on one line, by which the header command finds the file again. */
    static String name(Path folder, Path path) {
        return OneLine.of(relative(folder, path));
    }

    private static String relative(Path folder, Path path) {
        Path root = folder.toAbsolutePath();
        Path absolute = path.toAbsolutePath();
        return absolute.startsWith(root)
                ? FolderFiles.name(root, absolute)
                : absolute.getFileName().toString();
    }

    /** Returns a file's folder and name. The format is "unknown", since ImageJ's own DICOM reader gives other values. */
    static FileInfo place(Path path) {
        FileInfo info = new FileInfo();
        Path absolute = path.toAbsolutePath();
        Path folder = absolute.getParent();
        info.directory = folder == null ? "" : folder + "/";
        info.fileName = absolute.getFileName().toString();
        info.fileFormat = FileInfo.UNKNOWN;
        return info;
    }
}
