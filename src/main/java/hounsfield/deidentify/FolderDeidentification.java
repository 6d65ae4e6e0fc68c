package hounsfield.deidentify;

import hounsfield.bytes.ByteSource;
import hounsfield.series.FolderFiles;
import hounsfield.series.SourceFiles;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.NotDicomException;
import hounsfield.standard.error.OneLine;
import hounsfield.work.Diagnostic;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * De-identifies the DICOM files of a folder and its subfolders into numbered files of another folder, with a report. The next run
 * continues an interrupted one. A file that cannot be cleaned is left out with the reason, and the others are processed. The original
 * files are not changed.
 */
public final class FolderDeidentification {
    /** Name of the report in the output folder. */
    public static final String REPORT = "report.csv";

    private final SourceFiles files;
    private final OutputFolder output;
    private final FileDeidentifier deidentifier;
    private final Counts counts = new Counts();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger existing = new AtomicInteger();
    private final AtomicInteger foreign = new AtomicInteger();
    private final List<Diagnostic> leftOut = Collections.synchronizedList(new ArrayList<>());

    /**
     * The result of a run.
     *
     * @param written number of files written
     * @param existing number of files that an earlier run had written
     * @param foreign number of files that are not DICOM
     * @param leftOut names of the other files with the reasons; names may identify patients, so the output does not contain them
     * @param report path of the report
     */
    public record Result(int written, int existing, int foreign, List<Diagnostic> leftOut, Path report) {}

    private FolderDeidentification(SourceFiles files, OutputFolder output, DeidentifySettings settings) {
        this.files = files;
        this.output = output;
        deidentifier = new FileDeidentifier(settings);
    }

    /**
     * De-identifies a folder, files in parallel.
     *
     * @param folder the input: a folder, a ZIP archive, or a DICOMDIR, for the files that it names
     * @param output the output folder; created if necessary
     * @param settings options, key and rectangles
     * @param progress receives progress, and can cancel
     * @return the result
     * @throws IOException if a folder cannot be read or the output cannot be written; the files written so far are complete
     * @throws IllegalArgumentException if the input does not exist or has no files, or if {@code output} is the input or inside it, has
     *     foreign files, was made with other settings, or is in use by another run
     * @throws CancellationException if the user cancelled; the files so far remain
     */
    public static Result run(Path folder, Path output, DeidentifySettings settings, Progress progress)
            throws IOException {
        if (Files.exists(folder) && !SourceFiles.isArchive(folder)) FolderFiles.checkApart(folder, output);
        SourceFiles files = SourceFiles.of(folder, progress);
        if (files.files().isEmpty() && files.unusable().isEmpty()) {
            throw new IllegalArgumentException("there are no files in " + OneLine.of(folder));
        }
        try (OutputFolder place = OutputFolder.open(output, files, settings)) {
            return new FolderDeidentification(files, place, settings).run(progress);
        }
    }

    private Result run(Progress progress) throws IOException {
        int count = files.files().size();
        progress.status("De-identifying " + count + " files");
        Workers.forEach(count, progress, index -> deidentify(files.files().get(index), progress));
        for (Diagnostic each : files.unusable()) leaveOut(each.name(), each.path(), each.sentence());
        Map<String, Integer> numbers = new LinkedHashMap<>();
        numbers.put("written", written.get());
        numbers.put("there already", existing.get());
        numbers.put("left out", leftOut.size());
        numbers.put("not DICOM", foreign.get());
        Path report = output.resolve(REPORT);
        counts.write(report, numbers);
        List<Diagnostic> sorted =
                leftOut.stream().sorted(Comparator.comparing(Diagnostic::name)).toList();
        return new Result(written.get(), existing.get(), foreign.get(), sorted, report);
    }

    private void deidentify(ByteSource source, Progress progress) throws IOException {
        Path target = output.place(files, source);
        Optional<Path> path = Optional.of(files.onDisk(source));
        try {
            if (OutputFolder.isDone(target, path.get())) {
                existing.incrementAndGet();
                return;
            }
            Counts elements = new Counts();
            Optional<String> reason = deidentifier.write(source, target, elements, progress);
            if (reason.isPresent()) {
                leaveOut(files.name(source), path, reason.get());
                return;
            }
            written.incrementAndGet();
            counts.add(elements);
        } catch (CancellationException e) {
            throw e;
        } catch (OutputFailure e) {
            throw new DicomException(
                    "the output cannot be written: " + DicomException.reason((IOException) e.getCause())
                            + "; the files written so far are complete, and the same command continues with the others",
                    Location.NOWHERE,
                    e);
        } catch (NotDicomException e) {
            if (files.isExpected(source)) leaveOut(files.name(source), path, Diagnostic.reason(e));
            else foreign.incrementAndGet();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            leaveOut(files.name(source), path, Diagnostic.reason(e));
        }
    }

    private void leaveOut(String name, Optional<Path> path, String reason) {
        counts.leftOut(reason);
        leftOut.add(Diagnostic.rejected(OneLine.of(name), path, reason));
    }
}
