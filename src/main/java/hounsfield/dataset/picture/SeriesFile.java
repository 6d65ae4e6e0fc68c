package hounsfield.dataset.picture;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.deidentify.key.Pseudonyms;
import hounsfield.frame.FrameRef;
import hounsfield.nifti.ExactType;
import hounsfield.nifti.NiftiHeader;
import hounsfield.nifti.NiftiPaths;
import hounsfield.nifti.NiftiType;
import hounsfield.nifti.NiftiWriter;
import hounsfield.nifti.SideFile;
import hounsfield.series.Series;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.work.Diagnostic;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/** Writes one series as an array or NIfTI file, with a JSON file beside it. */
public final class SeriesFile {
    private SeriesFile() {}

    /**
     * Writes the file of a series. A series that cannot be used gives a reason instead of an exception.
     *
     * @param series the series
     * @param folder receives the file; created if necessary
     * @param name of the file in the folder, without an extension; may have folders, separated by {@code /}
     * @param settings the form of the file; the format must be one of whole series
     * @param key the pseudonyms of an anonymous export; not used otherwise
     * @param exists whether the file already exists and need not be written, by its path in the folder
     * @param progress can cancel
     * @return the name of the file with its extension, or the reason why there is none
     * @throws DicomException if the file cannot be written; then nothing of it is left
     * @throws CancellationException if the user cancelled
     * @throws IllegalArgumentException if the format is one of frames, or if an anonymous export has no key
     */
    public static ExportOutcome outcome(
            Series series,
            Path folder,
            String name,
            ExportSettings settings,
            Optional<Pseudonyms> key,
            Predicate<String> exists,
            Progress progress)
            throws DicomException {
        if (!settings.format().isVolume()) {
            throw new IllegalArgumentException(settings.format().label() + " is a format of frames");
        }
        ExportGroups groups = ExportGroups.of(settings, key);
        List<String> known = groups.unknown();
        String file = ExportNames.picture(name, 0, 1, settings.format().suffix());
        ExportOutcome.Frame whole = new ExportOutcome.Frame(ExportOutcome.Frame.WHOLE, file, "");
        DataSet header;
        FrameRef frame;
        SeriesVolume volume;
        try {
            frame = FrameRef.firstHeld(series.frames());
            header = frame.file().dataSet();
            known = groups.of(header);
            if (exists.test(file)) return new ExportOutcome(List.of(whole), "", known);
            if (settings.anonymous()) checkBurnedIn(series, progress);
            volume = SeriesVolume.read(series, settings.regularize(), progress.ofPart());
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return ExportOutcome.leftOut(Diagnostic.reason(e), known);
        }
        try {
            write(volume, header, frame.frame(), PicturePlace.place(folder, file), settings, progress);
        } catch (CancellationException e) {
            throw e;
        } catch (IOException e) {
            throw new DicomException("the file cannot be written: " + DicomException.reason(e), Location.NOWHERE, e);
        } catch (RuntimeException | OutOfMemoryError e) {
            return ExportOutcome.leftOut(Diagnostic.reason(e), known);
        }
        return new ExportOutcome(List.of(whole), "", known);
    }

    private static void checkBurnedIn(Series series, Progress progress) throws IOException {
        List<Boolean> burned = FrameRef.ofHeaders(series.frames(), progress.ofPart(), frame -> new OptionalAttributes(
                        frame.file().dataSet())
                .text(Tag.BURNED_IN_ANNOTATION)
                .equals("YES"));
        if (burned.contains(true)) throw FileExport.burnedIn();
    }

    private static void write(
            SeriesVolume volume, DataSet header, int frame, Path file, ExportSettings settings, Progress progress)
            throws IOException {
        if (settings.format() == ExportFormat.NPY) {
            NpyFile.write(file, volume, progress.ofPart());
            return;
        }
        NiftiType type = ExactType.of(volume.shape(), volume.planes(), NiftiType.INT16, progress.ofPart());
        NiftiHeader described = NiftiHeader.of(volume.shape(), type, volume.place(), 0, 0, volume.unit());
        String json = SideFile.of(Optional.of(header), frame, volume.unit(), !settings.anonymous());
        NiftiPaths.write(
                file, json, part -> NiftiWriter.write(part, true, described, volume.planes(), progress.ofPart()));
    }
}
