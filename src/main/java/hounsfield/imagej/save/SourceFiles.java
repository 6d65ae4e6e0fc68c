package hounsfield.imagej.save;

import hounsfield.dataset.csv.AtomicFile;
import hounsfield.geometry.PatientTransform;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.imagej.memory.SliceFile;
import hounsfield.imagej.memory.SlicePlanes;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Protects the source files of an image from being overwritten, and finds the places of its slices. */
public final class SourceFiles {
    private SourceFiles() {}

    /**
     * Checks that a file can be written without harm to the sources of an image.
     *
     * @param image any image
     * @param target the file to write
     * @param progress can cancel
     * @throws IOException if a file cannot be looked at
     * @throws IllegalArgumentException if the target is a folder, a source of the image, or in a folder that does not exist
     */
    public static void checkTarget(ImagePlus image, Path target, Progress progress) throws IOException {
        AtomicFile.checkFolder(target);
        if (Files.isDirectory(target))
            throw new IllegalArgumentException(target + " is a folder; name a file for one object");
        if (!Files.exists(target)) return;
        for (int slice = 1; slice <= image.getStackSize(); slice++) {
            progress.check();
            Optional<SliceFile> source = SliceFile.of(image, slice);
            if (source.isPresent() && isSame(source.get().place().path(), target)) {
                throw new IllegalArgumentException(
                        target + " is the file that the image was opened from; name another file");
            }
        }
    }

    private static boolean isSame(Path source, Path target) throws IOException {
        try {
            return Files.isSameFile(source, target);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * Returns the place of each z position in the patient.
     *
     * @param image any image
     * @return one plane for each z position
     * @throws IOException if the file of a slice exists and cannot be read
     * @throws IllegalArgumentException if a place is not known
     */
    public static List<PlaneGeometry> planes(ImagePlus image) throws IOException {
        PatientTransform planes = SlicePlanes.of(image);
        if (planes.slices().size() < image.getNSlices() || !planes.sized()) {
            throw new IllegalArgumentException(
                    "the positions of the slices of \"" + image.getTitle()
                            + "\" in the patient are not known; use an image that was opened from DICOM files, or a copy of one");
        }
        return planes.slices();
    }
}
