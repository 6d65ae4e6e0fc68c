package hounsfield.imagej.operation;

import hounsfield.geometry.grid.AnatomicalPlane;
import hounsfield.imagej.process.ImageRegularizer;
import hounsfield.standard.Labels;
import hounsfield.standard.Numbers;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code Orthogonal DICOM Views}: an image in the axial, coronal and sagittal planes of the patient. */
public final class ViewOrthogonally {
    /** The word for all views. */
    public static final String ALL = "all";

    /** Views that need more memory are announced before they are made [bytes]. */
    private static final long BIG = 1L << 30;

    /** The factor by which edges are longer in the suggestion of the message about too little memory. */
    private static final double COARSER = 2;

    private ViewOrthogonally() {}

    /**
     * The options.
     *
     * @param views the planes, in this order
     * @param edge of each voxel [mm]; 0 for the least of pixel size and slice distance
     */
    public record Options(List<AnatomicalPlane> views, double edge) {
        /** All three views, with the finest voxels. */
        public static final Options DEFAULT = new Options(List.of(AnatomicalPlane.values()), 0);

        /**
         * {@return these options for one view, or for all}
         *
         * @param label one of {@link ViewOrthogonally#views}, in any case
         * @throws IllegalArgumentException if there is none
         */
        public Options withView(String label) {
            if (Labels.plain(label).equals(ALL)) return new Options(DEFAULT.views, edge);
            return new Options(List.of(AnatomicalPlane.byLabel(label)), edge);
        }

        /**
         * {@return these options with other voxels}
         *
         * @param mm edge of each voxel; 0 for the finest
         */
        public Options withEdge(double mm) {
            return new Options(views, mm);
        }
    }

    /** {@return the words for the views: all, then each} */
    public static List<String> views() {
        List<String> views = new ArrayList<>(List.of(ALL));
        views.addAll(Labels.of(AnatomicalPlane.values()));
        return views;
    }

    /**
     * Returns what makes ImageJ's own Orthogonal Views of an image wrong: uneven or tilted slices.
     *
     * @param image any image
     * @return sentences; empty if the slices are even and upright
     * @throws IllegalArgumentException if the positions of the slices are unknown, or the image cannot be resampled
     */
    public static List<String> findings(ImagePlus image) {
        return ImageRegularizer.findings(image);
    }

    /**
     * Returns a sentence on how much memory views take, if that is much.
     *
     * @param image any image
     * @param options views and voxels
     * @return a sentence; empty for less than 1 GB
     * @throws IllegalArgumentException if the positions of the slices are unknown, or the image cannot be resampled
     */
    public static Optional<String> memory(ImagePlus image, Options options) {
        long total = total(image, options.views(), options.edge());
        if (total < BIG) return Optional.empty();
        double finest = ImageRegularizer.finestEdge(image);
        return Optional.of("Voxels of " + Numbers.text(finest) + " mm take " + Memory.text(total)
                + " of memory. Choose one view or a longer edge to use less.");
    }

    private static long total(ImagePlus image, List<AnatomicalPlane> views, double edge) {
        long total = 0;
        for (AnatomicalPlane view : views) {
            total += ImageRegularizer.need(image, view, edge).total();
        }
        return total;
    }

    /** Checks that all views fit, before the first one is made. */
    private static void requireMemory(ImagePlus image, Options options) {
        int count = options.views().size();
        long total = total(image, options.views(), options.edge());
        double longer = COARSER * (options.edge() != 0 ? options.edge() : ImageRegularizer.finestEdge(image));
        // All views have the same size of voxels, so one view stands for all.
        Memory.Need coarse = ImageRegularizer.need(image, options.views().get(0), longer);
        Memory.require(
                count == 1 ? "the view" : "the set of " + count + " views",
                total,
                List.of(new Memory.Instead(
                        "choose a longer edge, such as " + Numbers.text(longer) + " mm",
                        new Memory.Need(count * coarse.arrays(), coarse.bytes()))));
    }

    /**
     * Resamples an image to isotropic voxels in the axes of the patient, linearly and at the true positions of its slices, also if they
     * are uneven, tilted or oblique.
     *
     * @param image a grayscale image whose slices have known positions; of a hyperstack each volume
     * @param options views and voxels
     * @param progress reports and cancels
     * @return a new 32-bit image for each view, not shown: the head or the front of the patient is up, the left of the patient
     *     or the back at the right; -1024 outside for HU, otherwise NaN
     * @throws IllegalArgumentException for a color image, unknown positions, slices of different orientations, or voxels that
     *     are not above 0 or too fine for the memory
     */
    public static List<ImagePlus> run(ImagePlus image, Options options, Progress progress) {
        requireMemory(image, options);
        List<ImagePlus> views = new ArrayList<>();
        for (AnatomicalPlane view : options.views()) {
            views.add(Memory.guarded(() -> ImageRegularizer.view(image, view, options.edge(), progress)));
        }
        return views;
    }
}
