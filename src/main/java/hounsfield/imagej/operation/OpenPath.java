package hounsfield.imagej.operation;

import hounsfield.imagej.host.Messages;
import hounsfield.imagej.open.PixelForm;
import hounsfield.series.DicomProbe;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Opens paths that a user drops on ImageJ or chooses in File &gt; Open, with the pixels that {@code DICOM Options...} selects: a file,
 * or the only series of a folder, a ZIP archive, a DICOMDIR or of several files.
 */
public final class OpenPath {
    private OpenPath() {}

    /**
     * Checks in a few milliseconds whether a path holds DICOM files, see {@link DicomProbe}.
     *
     * @param path any path
     * @return whether {@link #run} is for it
     */
    public static boolean isDicom(Path path) {
        return DicomProbe.kindOf(path) != DicomProbe.Kind.OTHER;
    }

    /**
     * Checks whether a path is one DICOM file that is not a DICOMDIR.
     *
     * @param path any path
     * @return whether it is an image, a report or another DICOM object
     */
    public static boolean isFile(Path path) {
        return DicomProbe.kindOf(path) == DicomProbe.Kind.FILE;
    }

    /**
     * Opens a path.
     *
     * @param path a DICOM file, a folder, a ZIP archive or a DICOMDIR
     * @param progress reports and cancels
     * @return a new image, not shown; empty if there are several series
     * @throws IOException if files cannot be read
     * @throws IllegalArgumentException if there is no image, or it does not fit into memory
     */
    public static Optional<ImagePlus> run(Path path, Progress progress) throws IOException {
        if (!isFile(path)) return only(ImportSeries.scan(path, progress), progress);
        return Optional.of(inChosenForm(
                path, form -> OpenDicom.run(path, OpenDicom.Options.DEFAULT.withPixels(form.label()), progress)));
    }

    /**
     * Opens a path without progress, for a program.
     *
     * @param path a DICOM file, a folder, a ZIP archive or a DICOMDIR
     * @return a new image, not shown; empty if there are several series
     * @throws IOException if files cannot be read
     * @throws IllegalArgumentException if there is no image, or it does not fit into memory
     */
    public static Optional<ImagePlus> run(Path path) throws IOException {
        return run(path, Progress.NONE);
    }

    /**
     * Opens files that form a series.
     *
     * @param files DICOM files
     * @param progress reports and cancels
     * @return a new image, not shown; empty if there are several series
     * @throws IOException if files cannot be read
     * @throws IllegalArgumentException if there is no image, or it does not fit into memory
     */
    public static Optional<ImagePlus> run(List<Path> files, Progress progress) throws IOException {
        return files.size() == 1 ? run(files.get(0), progress) : only(ImportSeries.scan(files, progress), progress);
    }

    private static Optional<ImagePlus> only(ImportSeries.Found found, Progress progress) throws IOException {
        if (found.names().size() != 1) return Optional.empty();
        return Optional.of(inChosenForm(
                found.folder(),
                form -> found.open(0, ImportSeries.Options.DEFAULT.withPixels(form.label()), progress)));
    }

    /** Opens an image. */
    private interface Opener {
        ImagePlus open(PixelForm form) throws IOException;
    }

    /** Opens an image in the user's form of pixels; with 32 bits if its values are not exact in that form. */
    private static ImagePlus inChosenForm(Path path, Opener opener) throws IOException {
        PixelForm chosen = EditOptions.current().pixels();
        if (chosen == PixelForm.CALIBRATED) return opener.open(chosen);
        try {
            return opener.open(chosen);
        } catch (IOException | IllegalArgumentException e) {
            ImagePlus image = opener.open(PixelForm.CALIBRATED);
            Messages.log(
                    Messages.folderName(path),
                    List.of("opened with 32 bits, not in the form of DICOM Options..., " + chosen.label() + ": "
                            + e.getMessage()));
            return image;
        }
    }
}
