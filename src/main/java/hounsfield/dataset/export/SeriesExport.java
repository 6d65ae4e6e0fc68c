package hounsfield.dataset.export;

import hounsfield.bytes.ByteSource;
import hounsfield.dataset.picture.ExportOutcome;
import hounsfield.dataset.picture.ExportSettings;
import hounsfield.dataset.picture.SeriesFile;
import hounsfield.series.FolderFiles;
import hounsfield.series.Series;
import hounsfield.series.SeriesScan;
import hounsfield.series.SeriesScanner;
import hounsfield.series.SourceFiles;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.OneLine;
import hounsfield.work.Diagnostic;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/**
 * Writes an array or a NIfTI file of every series in a folder and its subfolders, with a list of them as {@link BatchExport} writes it.
 * A file has the name of the first file of its series. The next run continues an export that was cancelled or killed. A series that
 * cannot be used is listed with the reason. One series is in memory at a time.
 */
public final class SeriesExport {
    private SeriesExport() {}

    /**
     * Exports a folder, one series after another.
     *
     * @param folder the input: a folder, a ZIP archive, or a DICOMDIR, for the files that it names
     * @param output the output folder; created if necessary
     * @param settings the form of the files; the format must be one of whole series
     * @param scope the series, and the key of an anonymous export; a series belongs to a shard by the name of its first file
     * @param progress receives progress, and can cancel
     * @return the result
     * @throws IOException if a folder cannot be read, or the output cannot be written
     * @throws IllegalArgumentException as {@link BatchExport#run} throws it
     * @throws CancellationException if the user cancelled; the files so far remain
     */
    public static BatchExport.Result run(
            Path folder, Path output, ExportSettings settings, ExportScope scope, Progress progress)
            throws IOException {
        if (Files.exists(folder) && !SourceFiles.isArchive(folder)) FolderFiles.checkApart(folder, output);
        SourceFiles files = SourceFiles.of(folder, scope.series(), progress);
        List<ByteSource> dicom = files.dicom(progress);
        if (dicom.isEmpty()) throw new IllegalArgumentException("there are no DICOM files in " + OneLine.of(folder));
        SeriesScan scan = SeriesScanner.scan(dicom, progress);
        List<Diagnostic> unusable = new ArrayList<>(files.unusable());
        for (Diagnostic each : scan.rejected()) {
            String name = each.path()
                    .map(path -> FolderFiles.name(files.root(), path))
                    .orElse(each.name());
            unusable.add(Diagnostic.rejected(name, each.path(), each.sentence()));
        }
        unusable.removeIf(each -> !scope.shard().has(each.name()));
        Units units = new Units(files, scan.series(), settings, scope);
        return new ExportParts(units, settings, scope, ExportParts.EACH).run(output, unusable, progress);
    }

    /** Series as units. */
    private static final class Units extends ExportUnits<Series> {
        private final SourceFiles files;
        private final ExportSettings settings;
        private final ExportScope scope;

        Units(SourceFiles files, List<Series> all, ExportSettings settings, ExportScope scope) {
            super(all, series -> firstName(series, files), scope.shard());
            this.files = files;
            this.settings = settings;
            this.scope = scope;
        }

        private static String firstName(Series series, SourceFiles files) {
            return series.sources().stream()
                    .map(files::name)
                    .min(String::compareTo)
                    .orElseThrow();
        }

        @Override
        List<Path> sources(int index) {
            return unit(index).sources().stream().map(files::onDisk).toList();
        }

        @Override
        int threads() {
            return 1;
        }

        @Override
        ExportOutcome export(int index, Path folder, String name, Predicate<String> exists, Progress progress)
                throws DicomException {
            progress.status("Exporting series " + (index + 1) + " of " + names().size());
            return SeriesFile.outcome(unit(index), folder, name, settings, scope.key(), exists, progress.ofPart());
        }
    }
}
