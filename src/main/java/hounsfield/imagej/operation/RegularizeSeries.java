package hounsfield.imagej.operation;

import hounsfield.geometry.grid.Interpolation;
import hounsfield.imagej.open.SeriesReport;
import hounsfield.imagej.process.ImageRegularizer;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import ij.ImagePlus;

/** Resamples an image with uneven or tilted slices to an even grid in the patient. */
public final class RegularizeSeries {
    private RegularizeSeries() {}

    /**
     * The options.
     *
     * @param spacing from slice to slice, or the edge of an isotropic voxel [mm]; 0 for the finest one of the original
     * @param isotropic whether voxels are cubes; if not, pixels keep their size
     * @param interpolation between voxels
     */
    public record Options(double spacing, boolean isotropic, Interpolation interpolation) {
        /** The finest spacing of the original, linear interpolation. */
        public static final Options DEFAULT = new Options(0, false, Interpolation.LINEAR);

        /**
         * {@return these options with another spacing}
         *
         * @param mm from slice to slice; 0 for the finest one of the original
         */
        public Options withSpacing(double mm) {
            return new Options(mm, false, interpolation);
        }

        /**
         * {@return these options with isotropic voxels}
         *
         * @param edge of a voxel [mm]; 0 for the finest of pixels and slices
         */
        public Options withEdge(double edge) {
            return new Options(edge, true, interpolation);
        }

        /**
         * {@return these options with another interpolation}
         *
         * @param label {@code nearest}, {@code linear} or {@code cubic}, in any case
         * @throws IllegalArgumentException if it is another word
         */
        public Options withInterpolation(String label) {
            return new Options(spacing, isotropic, Interpolation.byLabel(label));
        }
    }

    /**
     * Resamples an image, and logs how.
     *
     * @param image a grayscale image whose slices have known positions; a hyperstack is resampled volume by volume
     * @param options spacing and interpolation
     * @param progress reports and cancels
     * @return a new 32-bit image, not shown
     * @throws IllegalArgumentException for a color image, unknown positions, slices of different orientations, or a spacing
     *     that is not above 0 or too fine for the memory
     */
    public static ImagePlus run(ImagePlus image, Options options, Progress progress) {
        ImagePlus regular = Memory.guarded(() -> ImageRegularizer.regularize(
                image, options.spacing(), options.isotropic(), options.interpolation(), progress));
        SeriesReport.copy(image, regular);
        return regular;
    }
}
