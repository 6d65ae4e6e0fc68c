package hounsfield.dataset.export;

import hounsfield.bytes.ByteSource;
import hounsfield.dataset.picture.ExportOutcome;
import hounsfield.dataset.picture.ExportSettings;
import hounsfield.dataset.picture.FileExport;
import hounsfield.dataset.picture.PictureWriter;
import hounsfield.series.FolderFiles;
import hounsfield.series.SourceFiles;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.OneLine;
import hounsfield.work.Diagnostic;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/**
 * Writes a picture of every frame of the DICOM files in a folder and its subfolders, under the same relative paths, with a list of them
 * as CSV. A part of the list exists only with all its pictures, so the next run continues an export that was cancelled or killed. A
 * file that cannot be used is listed with the reason, and the export continues.
 */
public final class BatchExport {
    private BatchExport() {}

    /**
     * The result of an export.
     *
     * @param written number of pictures written
     * @param existing number of pictures that already existed from an earlier run
     * @param leftOut number of frames, or whole files, without a picture
     * @param manifest path of the list
     */
    public record Result(int written, int existing, int leftOut, Path manifest) {}

    /**
     * Exports a folder, files in parallel.
     *
     * @param folder the input: a folder, a ZIP archive, or a DICOMDIR, for the files that it names
     * @param output the output folder; created if necessary
     * @param settings the form of the pictures
     * @param scope the files, and the key of an anonymous export
     * @param writer writes a picture
     * @param progress receives progress, and can cancel
     * @return the result
     * @throws IOException if a folder cannot be read, or the output cannot be written
     * @throws IllegalArgumentException if the input does not exist or contains no DICOM files, if a series has no file there, or if
     *     {@code output} is in use by another run, contains an export with other options, or is the input folder or inside it
     * @throws CancellationException if the user cancelled; the pictures so far remain
     */
    public static Result run(
            Path folder,
            Path output,
            ExportSettings settings,
            ExportScope scope,
            PictureWriter writer,
            Progress progress)
            throws IOException {
        return run(folder, output, settings, scope, ExportParts.EACH, writer, progress);
    }

    /** @param each number of files of a part */
    static Result run(
            Path folder,
            Path output,
            ExportSettings settings,
            ExportScope scope,
            int each,
            PictureWriter writer,
            Progress progress)
            throws IOException {
        FileExport export = new FileExport(settings, scope.key(), writer);
        if (Files.exists(folder) && !SourceFiles.isArchive(folder)) FolderFiles.checkApart(folder, output);
        SourceFiles all = SourceFiles.of(folder, scope.series(), progress);
        List<Diagnostic> unusable = all.unusable().stream()
                .filter(problem -> scope.shard().has(problem.name()))
                .toList();
        if (all.files().isEmpty()) checkFound(new Result(0, 0, all.unusable().size(), output), folder, scope);
        Units units = new Units(all, scope, export);
        progress.status("Exporting " + units.names().size() + " files");
        Result result = new ExportParts(units, settings, scope, each).run(output, unusable, progress);
        checkFound(result, folder, scope);
        return result;
    }

    /** @throws IllegalArgumentException if there is nothing to export */
    private static void checkFound(Result result, Path folder, ExportScope scope) {
        if (result.written() + result.existing() + result.leftOut() > 0
                || scope.shard().count() > 1) return;
        throw new IllegalArgumentException("there are no DICOM files in " + OneLine.of(folder));
    }

    /** Files as units. */
    private static final class Units extends ExportUnits<ByteSource> {
        private final SourceFiles all;
        private final FileExport export;

        Units(SourceFiles all, ExportScope scope, FileExport export) {
            super(all.files(), all::name, scope.shard());
            this.all = all;
            this.export = export;
        }

        @Override
        List<Path> sources(int index) {
            return List.of(all.onDisk(unit(index)));
        }

        @Override
        int threads() {
            return Workers.parallelism();
        }

        @Override
        ExportOutcome export(int index, Path folder, String name, Predicate<String> exists, Progress progress)
                throws DicomException {
            ByteSource file = unit(index);
            return export.outcome(file, all.isExpected(file), folder, name, exists, progress);
        }
    }
}
