package hounsfield.dataset.picture;

import hounsfield.calibrate.CalibratedImage;
import hounsfield.calibrate.FrameCalibrator;
import hounsfield.calibrate.ModalityTransform;
import hounsfield.calibrate.PixelPadding;
import hounsfield.calibrate.ValueSource;
import hounsfield.calibrate.WhenDamaged;
import hounsfield.frame.FrameOpener;
import hounsfield.frame.FrameRef;
import hounsfield.geometry.PatientTransform;
import hounsfield.geometry.PixelSpacing;
import hounsfield.geometry.Placement;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.StackGeometry;
import hounsfield.geometry.grid.EvenGrid;
import hounsfield.geometry.grid.Interpolation;
import hounsfield.geometry.grid.Resampling;
import hounsfield.nifti.PlaneSource;
import hounsfield.nifti.RasAffine;
import hounsfield.nifti.VolumeShape;
import hounsfield.nifti.VoxelPlace;
import hounsfield.series.Series;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A series as an even grid of values.
 *
 * @param shape its size
 * @param planes its values, in memory
 * @param place size and place of its voxels
 * @param transform from column, row and slice to the patient, LPS [mm]: 4 rows of 4 numbers; empty if the place is unknown
 * @param unit of the values; empty for none
 */
record SeriesVolume(
        VolumeShape shape, PlaneSource planes, VoxelPlace place, Optional<double[][]> transform, String unit) {
    /**
     * Reads a series.
     *
     * @param series the series
     * @param regularize whether uneven or tilted slices are resampled
     * @param progress can cancel
     * @throws IOException if a slice cannot be read
     * @throws IllegalArgumentException if slices are uneven or tilted and {@code regularize} is false, or if they cannot be resampled
     */
    static SeriesVolume read(Series series, boolean regularize, Progress progress) throws IOException {
        Placement placement = series.placement();
        int count = series.slices().size();
        Memory.Need need = new Memory.Need(count, (long) Float.BYTES * series.columns() * series.rows());
        Memory.require(
                "a series of " + count + " x " + series.columns() + " x " + series.rows() + " voxels", need, List.of());
        // Checked before anything is decoded.
        Optional<String> problem = problem(placement);
        if (problem.isPresent() && !regularize) {
            throw new IllegalArgumentException(
                    "is not an even grid: " + problem.get() + "; add regularize to resample it to one");
        }
        CalibratedImage image;
        try (FrameOpener opener = new FrameOpener()) {
            image = FrameCalibrator.read(
                    FrameRef.holding(series.frames()),
                    placement,
                    opener,
                    ValueSource.RESCALE,
                    WhenDamaged.REFUSE,
                    progress);
        }
        return problem.isPresent() ? resampled(image, progress) : whole(image);
    }

    /** Returns why the slices are not an even grid; empty if they are, or if their positions are unknown. */
    private static Optional<String> problem(Placement placement) {
        PatientTransform transform = transform(placement);
        if (transform.problemOfSlice().isPresent()) return Optional.empty();
        if (transform.problem().isPresent()) return transform.problem();
        StackGeometry stack = placement.stack().orElseThrow();
        if (!stack.isSheared()) return Optional.empty();
        List<String> findings = stack.spacingFindings();
        return Optional.of(findings.get(findings.size() - 1));
    }

    private static PatientTransform transform(Placement placement) {
        return PatientTransform.ofOrdered(
                placement.stack(), placement.pixelSpacing().inMillimeters());
    }

    private static SeriesVolume whole(CalibratedImage image) {
        VolumeShape shape =
                new VolumeShape(image.width(), image.height(), image.slices(), image.timePoints(), image.channels());
        Placement placement = image.placement();
        PatientTransform transform = transform(placement);
        PlaneSource planes = (channel, slice, time) -> image.plane(index(image, channel, slice, time));
        if (transform.problemOfSlice().isPresent()) {
            PixelSpacing pixels = placement.pixelSpacing();
            VoxelPlace place = new VoxelPlace(
                    pixels.column(),
                    pixels.row(),
                    placement.sliceSpacing().mm(),
                    pixels.inMillimeters(),
                    placement.frameSeconds(),
                    Optional.empty());
            return new SeriesVolume(shape, planes, place, Optional.empty(), image.unit());
        }
        double[][] lps = transform.matrix();
        if (shape.slices() == 1) {
            // The matrix of a single slice gets a step of 1 mm between slices.
            double depth = placement.sliceSpacing().mm();
            for (int row = 0; row < 3; row++) lps[row][2] *= depth;
        }
        VoxelPlace place = VoxelPlace.of(RasAffine.ofLps(lps, shape.rows()), placement.frameSeconds());
        return new SeriesVolume(shape, planes, place, Optional.of(lps), image.unit());
    }

    private static int index(CalibratedImage image, int channel, int slice, int time) {
        return (time * image.slices() + slice) * image.channels() + channel;
    }

    private static SeriesVolume resampled(CalibratedImage image, Progress progress) {
        StackGeometry stack = image.geometry().orElseThrow();
        EvenGrid.problem(stack).ifPresent(problem -> {
            throw new IllegalArgumentException("cannot be resampled: " + problem);
        });
        EvenGrid grid = EvenGrid.of(stack, image.width(), image.height(), EvenGrid.finestSpacing(stack));
        VolumeShape shape =
                new VolumeShape(grid.columns(), grid.rows(), grid.slices(), image.timePoints(), image.channels());
        Memory.require(
                "a grid of " + grid.columns() + " x " + grid.rows() + " x " + shape.planes() + " voxels",
                new Memory.Need(shape.planes(), shape.pixels() * Float.BYTES),
                List.of());
        List<float[][]> volumes = new ArrayList<>();
        for (int time = 0; time < shape.times(); time++) {
            for (int channel = 0; channel < shape.channels(); channel++) {
                int first = index(image, channel, 0, time);
                int step = image.channels();
                float outside = Resampling.outside(image.unit(first).equals(ModalityTransform.HU));
                volumes.add(new Resampling(stack, image.width(), image.height(), grid, Interpolation.LINEAR, outside)
                        .run(slice -> unpadded(image, first + slice * step, outside), progress));
            }
        }
        int channels = shape.channels();
        PlaneSource planes = (channel, slice, time) -> volumes.get(time * channels + channel)[slice];
        List<PlaneGeometry> slices = new ArrayList<>();
        for (int slice = 0; slice < grid.slices(); slice++) slices.add(grid.plane(slice));
        double[][] lps = new PatientTransform(slices, true).matrix();
        VoxelPlace place = VoxelPlace.of(
                RasAffine.ofLps(lps, shape.rows()), image.placement().frameSeconds());
        return new SeriesVolume(shape, planes, place, Optional.of(lps), image.unit());
    }

    /** Returns a plane with its padding replaced, so that interpolation does not mix padding into neighboring pixels. */
    private static float[] unpadded(CalibratedImage image, int plane, float outside) {
        float[] values = image.plane(plane);
        Optional<PixelPadding> padding = image.padding(plane);
        if (padding.isEmpty()) return values;
        float[] replaced = values.clone();
        for (int i = 0; i < replaced.length; i++) if (padding.get().contains(replaced[i])) replaced[i] = outside;
        return replaced;
    }
}
