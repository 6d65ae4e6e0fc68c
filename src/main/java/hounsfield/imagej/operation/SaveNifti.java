package hounsfield.imagej.operation;

import hounsfield.geometry.PatientTransform;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.StackGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.memory.SlicePlanes;
import hounsfield.imagej.process.ResliceMatch;
import hounsfield.imagej.save.NiftiSaver;
import hounsfield.nifti.NiftiType;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code Save as NIfTI...}: writes an image as a NIfTI-1 file, with a side file that describes the acquisition. */
public final class SaveNifti {
    /**
     * The greatest distance of the pixels of a resliced image from an even grid; beyond it, the place in the patient counts as unknown
     * [pixels].
     */
    private static final double UNEVEN = 0.1;

    private SaveNifti() {}

    /**
     * The options of {@code Save as NIfTI...}.
     *
     * @param regularize whether an image with uneven or tilted slices is resampled to an even grid; otherwise it is refused
     */
    public record Options(boolean regularize) {
        /** No resampling. */
        public static final Options DEFAULT = new Options(false);

        /**
         * {@return these options with or without resampling}
         *
         * @param even whether an image with uneven or tilted slices is resampled to an even grid
         */
        public Options regularize(boolean even) {
            return new Options(even);
        }
    }

    /**
     * What was saved.
     *
     * @param summary a sentence with data type and place
     * @param notes further sentences for the log
     */
    public record Result(String summary, List<String> notes) {}

    /**
     * Saves an image.
     *
     * @param image any image
     * @param path a file whose name ends with {@code .nii} or {@code .nii.gz}; an existing one is replaced, and so is the side
     *     file that ends with {@code .json}
     * @param options the treatment of uneven slices
     * @param progress reports and cancels; then nothing remains
     * @return what was written
     * @throws IOException if a slice cannot be read, or a file cannot be written; then nothing remains
     * @throws IllegalArgumentException if the slices are uneven or tilted and {@code regularize} is false, or if the path has another
     *     extension, is a source of the image, or is in a folder that does not exist
     */
    public static Result run(ImagePlus image, Path path, Options options, Progress progress) throws IOException {
        return Memory.guarded(() -> {
            ImagePlus regular = options.regularize() && isIrregular(image)
                    ? RegularizeSeries.run(image, RegularizeSeries.Options.DEFAULT, progress)
                    : image;
            NiftiSaver.Result saved = NiftiSaver.save(regular, image, path, transform(regular), progress);
            return new Result(summary(path, regular, saved), notes(regular, saved));
        });
    }

    private static boolean isIrregular(ImagePlus image) throws IOException {
        PatientTransform transform = transform(image);
        return transform.problemOfSlice().isEmpty()
                && (transform.problem().isPresent() || isTilted(transform.slices()));
    }

    private static boolean isTilted(List<PlaneGeometry> slices) {
        return slices.size() > 1 && StackGeometry.of(slices).isSheared();
    }

    /** Returns the place of the slices, also for an image made by ImageJ's Reslice. */
    private static PatientTransform transform(ImagePlus image) throws IOException {
        PatientTransform known = SlicePlanes.of(image);
        if (known.problemOfSlice().isEmpty()) return known;
        Optional<ResliceMatch> match = ResliceMatch.of(image);
        if (match.isEmpty()) return known;
        List<PlaneGeometry> slices = new ArrayList<>();
        for (int slice = 1; slice <= image.getStackSize(); slice++) {
            Optional<PlaneGeometry> plane = plane(match.get(), image.getWidth(), image.getHeight(), slice);
            if (plane.isEmpty()) return known;
            slices.add(plane.get());
        }
        return new PatientTransform(slices, true);
    }

    /**
     * Returns the plane of a slice, computed from its inner pixels, since Reslice repeats the outer lines of an enlarged image.
     *
     * @return empty if the pixels are not evenly spaced
     */
    private static Optional<PlaneGeometry> plane(ResliceMatch match, int width, int height, int slice) {
        double[] x = {0.25 * (width - 1), 0.75 * (width - 1)};
        double[] y = {0.25 * (height - 1), 0.75 * (height - 1)};
        Vector3 corner = at(match, x[0], y[0], slice);
        Vector3 right = at(match, x[1], y[0], slice).minus(corner).times(1 / (x[1] - x[0]));
        Vector3 down = at(match, x[0], y[1], slice).minus(corner).times(1 / (y[1] - y[0]));
        if (!(right.length() > 0) || !(down.length() > 0)) return Optional.empty();
        Vector3 first = corner.minus(right.times(x[0])).minus(down.times(y[0]));
        for (int tenth = 2; tenth <= 8; tenth++) {
            double column = 0.1 * tenth * (width - 1);
            double row = 0.1 * tenth * (height - 1);
            Vector3 computed = first.plus(right.times(column)).plus(down.times(row));
            double error = at(match, column, row, slice).minus(computed).length();
            if (error > UNEVEN * Math.min(right.length(), down.length())) return Optional.empty();
        }
        return Optional.of(
                new PlaneGeometry(first, right.normalized(), down.normalized(), down.length(), right.length()));
    }

    private static Vector3 at(ResliceMatch match, double x, double y, int slice) {
        return Vector3.of(match.positionOf(x, y, slice), 0);
    }

    private static String summary(Path path, ImagePlus image, NiftiSaver.Result saved) {
        String unit = ImageUnit.of(image);
        String type =
                saved.type() == NiftiType.RGB24 ? "RGB" : saved.type().name().toLowerCase(Locale.ROOT);
        return path.getFileName() + " saved: " + type + (unit.isEmpty() ? "" : " in " + unit) + ", values are exact";
    }

    private static List<String> notes(ImagePlus image, NiftiSaver.Result saved) {
        if (saved.placed()) return List.of();
        return List.of("The place of \"" + image.getTitle()
                + "\" in the patient is not known; the file has the size of the voxels only.");
    }
}
