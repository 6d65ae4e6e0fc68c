package hounsfield.dataset.picture;

import hounsfield.bytes.ByteSource;
import hounsfield.data.DataSet;
import hounsfield.frame.FrameRef;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.series.FolderFiles;
import hounsfield.series.SeriesSelection;
import hounsfield.series.SourceFiles;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.OneLine;
import hounsfield.work.Diagnostic;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes a picture of every frame of the DICOM files in a folder and its subfolders, under the same relative paths,
 * with a list of them as CSV. An interrupted export resumes: existing pictures are not written again. A file that
 * cannot be used is listed with the reason, and the export continues.
 */
public final class BatchExport {
    /** Name of the list in the output folder. */
    public static final String MANIFEST = "manifest.csv";

    private final SourceFiles folder;
    private final List<ByteSource> files;
    private final ExportSettings settings;
    private final PictureWriter writer;
    private final PictureMaker maker;
    private final ExportNames names;
    private final ExportFolder output;
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger there = new AtomicInteger();
    private final AtomicInteger leftOut = new AtomicInteger();

    /**
     * The result of an export.
     *
     * @param written number of pictures written
     * @param there number of pictures that already existed from an earlier run
     * @param leftOut number of frames, or whole files, without a picture
     * @param manifest path of the list
     */
    public record Result(int written, int there, int leftOut, Path manifest) {}

    private BatchExport(
            SourceFiles folder,
            List<ByteSource> files,
            ExportSettings settings,
            PictureWriter writer,
            ExportNames names,
            ExportFolder output) {
        this.folder = folder;
        this.files = files;
        this.settings = settings;
        this.writer = writer;
        this.names = names;
        this.output = output;
        maker = new PictureMaker(settings);
    }

    /**
     * Exports a folder, files in parallel.
     *
     * @param folder the input: a folder, a ZIP archive, or a DICOMDIR, for the files that it names
     * @param output the output folder; created if necessary
     * @param settings the form of the pictures
     * @param writer writes a picture
     * @param progress receives progress, and can cancel
     * @return the result
     * @throws IOException if a folder or the list cannot be read or written
     * @throws IllegalArgumentException if the input folder does not exist or contains no DICOM files, or if {@code
     *     output} contains an export with other options, or is the input folder or inside it
     * @throws CancellationException if the user cancelled; the pictures so far remain
     */
    public static Result run(Path folder, Path output, ExportSettings settings, PictureWriter writer, Progress progress)
            throws IOException {
        return run(folder, SeriesSelection.ALL, output, settings, writer, progress);
    }

    /**
     * Exports the files of series in a folder as {@link #run(Path, Path, ExportSettings, PictureWriter, Progress)} does.
     *
     * @param folder the input
     * @param series the series
     * @param output the output folder
     * @param settings the form of the pictures
     * @param writer writes a picture
     * @param progress receives progress, and can cancel
     * @return the result
     * @throws IOException if a folder or the list cannot be read or written
     * @throws IllegalArgumentException as the other method throws it, or if a series has no file in the folder
     * @throws CancellationException if the user cancelled; the pictures so far remain
     */
    public static Result run(
            Path folder,
            SeriesSelection series,
            Path output,
            ExportSettings settings,
            PictureWriter writer,
            Progress progress)
            throws IOException {
        if (Files.exists(folder) && !SourceFiles.isArchive(folder)) FolderFiles.checkApart(folder, output);
        SourceFiles all = SourceFiles.of(folder, series, progress);
        progress.status("Reading " + all.files().size() + " headers");
        Set<ByteSource> files = new LinkedHashSet<>(all.dicom(progress));
        if (files.isEmpty()) throw new IllegalArgumentException("there are no DICOM files in " + OneLine.of(folder));
        // Files that are DICOM by name only are last, so that they do not change the numbers of the others.
        all.files().stream().filter(all::isExpected).forEach(files::add);
        List<ByteSource> list = List.copyOf(files);
        List<String> fileNames = list.stream().map(all::name).toList();
        BatchExport export = new BatchExport(
                all,
                list,
                settings,
                writer,
                new ExportNames(fileNames, settings.anonymous()),
                ExportFolder.open(output, settings, fileNames));
        return export.run(progress);
    }

    private Result run(Progress progress) throws IOException {
        progress.status("Exporting " + files.size() + " files");
        List<Diagnostic> unreadable = folder.unusable();
        Path path = output.list(MANIFEST);
        try (Manifest manifest = new Manifest(files.size() + unreadable.size(), settings.anonymous())) {
            Workers.forEach(files.size(), progress, index -> export(index, manifest, progress));
            for (int i = 0; i < unreadable.size(); i++) {
                Manifest.Entry entry = new Manifest.Entry();
                entry.leftOut(unreadable.get(i).sentence());
                leftOut.incrementAndGet();
                manifest.put(files.size() + i, unreadable.get(i).name(), null, entry);
            }
            manifest.write(path);
        }
        return new Result(written.get(), there.get(), leftOut.get(), path);
    }

    private void export(int index, Manifest manifest, Progress progress) throws IOException {
        ByteSource source = files.get(index);
        Manifest.Entry entry = new Manifest.Entry();
        DataSet header = null;
        try {
            DicomFile file = DicomFile.read(source);
            header = file.dataSet();
            List<FrameRef> frames = framesOf(file);
            exportFrames(index, file, frames, entry, progress);
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            entry.leftOut(Diagnostic.reason(e));
            leftOut.incrementAndGet();
        }
        manifest.put(index, folder.name(source), header, entry);
    }

    private List<FrameRef> framesOf(DicomFile file) throws IOException {
        if (settings.anonymous()
                && file.dataSet()
                        .findString(Tag.BURNED_IN_ANNOTATION)
                        .orElse("")
                        .equals("YES")) {
            throw new IllegalArgumentException("its pixels may show who the patient is: Burned In Annotation is YES");
        }
        return FrameRef.hasManyFrames(file) ? FrameRef.allOf(file) : List.of(FrameRef.first(file));
    }

    private void exportFrames(int index, DicomFile file, List<FrameRef> frames, Manifest.Entry entry, Progress progress)
            throws IOException {
        Path path = folder.onDisk(files.get(index));
        List<FrameRef> missing = new ArrayList<>();
        List<String> pictures = new ArrayList<>();
        for (FrameRef frame : frames) {
            String picture = names.picture(
                    index, frame.frame(), frames.size(), settings.format().suffix());
            pictures.add(picture);
            if (!output.has(picture, path)) missing.add(frame);
        }
        there.addAndGet(frames.size() - missing.size());
        String[] reasons = new String[frames.size()];
        if (!missing.isEmpty()) {
            try (FrameReader reader = FrameReader.open(file)) {
                for (FrameRef frame : missing) {
                    reasons[frame.frame()] = write(frame, reader.during(progress), pictures.get(frame.frame()));
                }
            }
        }
        for (int i = 0; i < reasons.length; i++) {
            entry.frame(i, reasons[i] == null ? pictures.get(i) : null, reasons[i]);
        }
    }

    /** Writes the picture of a frame; returns the reason if that fails, otherwise {@code null}. */
    private String write(FrameRef frame, FrameReader reader, String picture) {
        try {
            Picture content = maker.of(frame, reader);
            write(content, picture);
            written.incrementAndGet();
            return null;
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            leftOut.incrementAndGet();
            return Diagnostic.reason(e);
        }
    }

    private void write(Picture content, String picture) throws DicomException {
        try {
            writer.write(content, settings, ExportFolder.place(output.list(""), picture));
        } catch (IOException e) {
            String problem = "the picture cannot be written: " + DicomException.reason(e);
            throw new DicomException(problem, Location.NOWHERE, e);
        }
    }
}
