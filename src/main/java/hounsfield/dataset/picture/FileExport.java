package hounsfield.dataset.picture;

import hounsfield.bytes.ByteSource;
import hounsfield.deidentify.key.Pseudonyms;
import hounsfield.frame.FrameRef;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.series.SourceFiles;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.NotDicomException;
import hounsfield.work.Diagnostic;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/** Writes pictures of the frames of one file from any {@link ByteSource}. */
public final class FileExport {
    private final ExportSettings settings;
    private final ExportGroups groups;
    private final PictureWriter writer;
    private final PictureMaker maker;

    /**
     * Prepares exports. One instance serves any number of threads.
     *
     * @param settings the form of the pictures; the format must be one of frames
     * @param key of the pseudonyms of an anonymous export; not used for others
     * @param writer writes a picture
     * @throws IllegalArgumentException if the format is one of whole series, or if an anonymous export has no key
     */
    public FileExport(ExportSettings settings, Optional<Pseudonyms> key, PictureWriter writer) {
        if (settings.format().isVolume()) {
            throw new IllegalArgumentException(settings.format().label() + " is a format of whole series");
        }
        this.settings = settings;
        this.writer = writer;
        groups = ExportGroups.of(settings, key);
        maker = new PictureMaker(settings);
    }

    /**
     * Writes the pictures of a file. A file that cannot be used gives a reason instead of an exception.
     *
     * @param source the bytes; a file that is not DICOM has a reason if its name has an extension of DICOM files, otherwise no outcome
     * @param folder receives the pictures; created if necessary
     * @param name of the pictures in the folder, without an extension; may have folders, separated by {@code /}. Frames of a file with
     *     several have {@code _f1}, {@code _f2} and so on, with as many digits as the last one
     * @param progress can cancel
     * @return the pictures, or the reason why there is none
     * @throws DicomException if a picture cannot be written
     * @throws CancellationException if the user cancelled
     */
    public ExportOutcome outcome(ByteSource source, Path folder, String name, Progress progress) throws DicomException {
        boolean expected = SourceFiles.isNamedDicom(source.name());
        return outcome(source, expected, folder, name, picture -> false, progress);
    }

    /**
     * Writes the pictures of a file as {@link #outcome(ByteSource, Path, String, Progress)} does.
     *
     * @param source the bytes
     * @param expected whether a file that is not DICOM has a reason
     * @param folder receives the pictures
     * @param name of the pictures in the folder
     * @param exists whether a picture already exists and need not be written, by its path in the folder
     * @param progress can cancel
     * @return the pictures, including existing ones, or the reason why there is none
     * @throws DicomException if a picture cannot be written
     * @throws CancellationException if the user cancelled
     */
    public ExportOutcome outcome(
            ByteSource source, boolean expected, Path folder, String name, Predicate<String> exists, Progress progress)
            throws DicomException {
        List<String> known = groups.unknown();
        try {
            DicomFile file = DicomFile.read(source);
            if (file.isMediaStorageDirectory()) return ExportOutcome.NOTHING;
            known = groups.of(file.dataSet());
            checkBurnedIn(file);
            List<ExportOutcome.Frame> pictures = pictures(file, folder, name, exists, progress);
            return new ExportOutcome(pictures, "", known);
        } catch (NotDicomException e) {
            return expected ? ExportOutcome.leftOut(Diagnostic.reason(e), known) : ExportOutcome.NOTHING;
        } catch (OutputFailure e) {
            throw new DicomException(
                    "the picture cannot be written: " + DicomException.reason(e.failure), Location.NOWHERE, e);
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return ExportOutcome.leftOut(Diagnostic.reason(e), known);
        }
    }

    private void checkBurnedIn(DicomFile file) throws DicomException {
        if (!settings.anonymous()) return;
        String burned = file.dataSet().findString(Tag.BURNED_IN_ANNOTATION).orElse("");
        if (burned.equals("YES")) throw burnedIn();
    }

    /** Returns the refusal of an anonymous export of pixels that contain text. */
    static IllegalArgumentException burnedIn() {
        return new IllegalArgumentException(
                "its pixels may show who the patient is, because Burned In Annotation is YES");
    }

    private List<ExportOutcome.Frame> pictures(
            DicomFile file, Path folder, String name, Predicate<String> exists, Progress progress) throws IOException {
        List<FrameRef> frames = FrameRef.hasManyFrames(file) ? FrameRef.allOf(file) : List.of(FrameRef.first(file));
        String suffix = settings.format().suffix();
        List<ExportOutcome.Frame> pictures = new ArrayList<>();
        try (FrameReader reader = FrameReader.open(file)) {
            for (FrameRef frame : frames) {
                String picture = ExportNames.picture(name, frame.frame(), frames.size(), suffix);
                String reason = exists.test(picture) ? "" : write(frame, reader.during(progress), folder, picture);
                pictures.add(new ExportOutcome.Frame(frame.frame(), reason.isEmpty() ? picture : "", reason));
            }
        }
        return pictures;
    }

    /** Writes the picture of a frame; returns the reason if it has none, otherwise an empty text. */
    private String write(FrameRef frame, FrameReader reader, Path folder, String picture) throws IOException {
        try {
            Picture content = maker.of(frame, reader);
            write(content, folder, picture);
            return "";
        } catch (CancellationException | OutputFailure e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return Diagnostic.reason(e);
        }
    }

    private void write(Picture content, Path folder, String picture) throws OutputFailure {
        try {
            writer.write(content, settings, PicturePlace.place(folder, picture));
        } catch (IOException e) {
            throw new OutputFailure(e);
        }
    }

    /** A failed write, for example to a full disk, which is not a fault of the input file. */
    private static final class OutputFailure extends IOException {
        private static final long serialVersionUID = 1;

        private final IOException failure;

        OutputFailure(IOException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
