package hounsfield.dataset.picture;

import hounsfield.bytes.ByteSource;
import hounsfield.data.DataSet;
import hounsfield.frame.FrameRef;
import hounsfield.series.FolderFiles;
import hounsfield.series.Series;
import hounsfield.series.SeriesScan;
import hounsfield.series.SeriesScanner;
import hounsfield.series.SeriesSelection;
import hounsfield.series.SourceFiles;
import hounsfield.standard.error.OneLine;
import hounsfield.work.Diagnostic;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Writes an array or a NIfTI file of every series in a folder and its subfolders, with a list of them as {@link BatchExport}
 * writes it. A file has the name of the first file of its series. An interrupted export resumes. A series that cannot be used is listed
 * with the reason. One series is in memory at a time.
 */
public final class SeriesExport {
    private final ExportSettings settings;
    private final SourceFiles folder;
    private final List<Series> all;
    private final ExportNames names;
    private final ExportFolder output;
    private final Progress progress;
    private int written;
    private int there;
    private int leftOut;

    private SeriesExport(
            ExportSettings settings,
            SourceFiles folder,
            List<Series> all,
            ExportNames names,
            ExportFolder output,
            Progress progress) {
        this.settings = settings;
        this.folder = folder;
        this.all = all;
        this.names = names;
        this.output = output;
        this.progress = progress;
    }

    /**
     * Exports a folder, one series after another.
     *
     * @param folder the input: a folder, a ZIP archive, or a DICOMDIR, for the files that it names
     * @param series the series
     * @param output the output folder; created if necessary
     * @param settings of a format of whole series
     * @param progress receives progress, and can cancel
     * @return the result
     * @throws IOException if a folder or the list cannot be read or written
     * @throws IllegalArgumentException as {@link BatchExport#run} throws it
     * @throws CancellationException if the user cancelled; the files so far remain
     */
    public static BatchExport.Result run(
            Path folder, SeriesSelection series, Path output, ExportSettings settings, Progress progress)
            throws IOException {
        if (Files.exists(folder) && !SourceFiles.isArchive(folder)) FolderFiles.checkApart(folder, output);
        SourceFiles files = SourceFiles.of(folder, series, progress);
        List<ByteSource> dicom = files.dicom(progress);
        if (dicom.isEmpty()) throw new IllegalArgumentException("there are no DICOM files in " + OneLine.of(folder));
        SeriesScan scan = SeriesScanner.scan(dicom, progress);
        List<String> firsts = scan.series().stream()
                .map(each -> each.sources().stream()
                        .map(files::name)
                        .min(String::compareTo)
                        .orElseThrow())
                .toList();
        SeriesExport export = new SeriesExport(
                settings,
                files,
                scan.series(),
                new ExportNames(firsts, settings.anonymous()),
                ExportFolder.open(output, settings, firsts),
                progress);
        List<Diagnostic> unusable = new ArrayList<>(files.unusable());
        for (Diagnostic each : scan.rejected()) {
            String name = each.path()
                    .map(path -> FolderFiles.name(files.root(), path))
                    .orElse(each.name());
            unusable.add(Diagnostic.rejected(name, each.path(), each.sentence()));
        }
        return export.run(firsts, unusable);
    }

    private BatchExport.Result run(List<String> firsts, List<Diagnostic> unusable) throws IOException {
        Path list = output.list(BatchExport.MANIFEST);
        try (Manifest manifest = new Manifest(all.size() + unusable.size(), settings.anonymous())) {
            for (int i = 0; i < all.size(); i++) {
                progress.check();
                progress.status("Exporting series " + (i + 1) + " of " + all.size());
                export(i, firsts.get(i), manifest);
                progress.update(i + 1L, all.size());
            }
            for (int i = 0; i < unusable.size(); i++) {
                Manifest.Entry entry = new Manifest.Entry();
                entry.leftOut(unusable.get(i).sentence());
                leftOut++;
                manifest.put(all.size() + i, unusable.get(i).name(), null, entry);
            }
            manifest.write(list);
        }
        return new BatchExport.Result(written, there, leftOut, list);
    }

    private void export(int index, String first, Manifest manifest) throws IOException {
        Series series = all.get(index);
        Manifest.Entry entry = new Manifest.Entry();
        DataSet header = null;
        try {
            header = FrameRef.firstHeld(series.frames()).file().dataSet();
            String name = names.name(index) + settings.format().suffix();
            boolean isThere = isThere(name, series);
            String reason = isThere
                    ? ""
                    : SeriesFile.outcome(series, output.list(""), names.name(index), settings, progress)
                            .reason();
            if (isThere) there++;
            else if (reason.isEmpty()) written++;
            else leftOut++;
            if (reason.isEmpty()) entry.volume(name);
            else entry.leftOut(reason);
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            entry.leftOut(Diagnostic.reason(e));
            leftOut++;
        }
        manifest.put(index, first, header, entry);
    }

    /** Returns whether a file exists from an earlier run and is newer than all files of the series. */
    private boolean isThere(String name, Series series) throws IOException {
        for (ByteSource source : series.sources()) if (!output.has(name, folder.onDisk(source))) return false;
        return true;
    }
}
