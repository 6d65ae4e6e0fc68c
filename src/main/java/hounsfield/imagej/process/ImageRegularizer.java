package hounsfield.imagej.process;

import hounsfield.calibrate.PixelPadding;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.StackGeometry;
import hounsfield.geometry.grid.AnatomicalPlane;
import hounsfield.geometry.grid.EvenGrid;
import hounsfield.geometry.grid.FreeResampling;
import hounsfield.geometry.grid.Interpolation;
import hounsfield.geometry.grid.Resampling;
import hounsfield.imagej.host.Messages;
import hounsfield.imagej.memory.ImagePadding;
import hounsfield.imagej.memory.ImagePlacement;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.imagej.pixels.LabeledStack;
import hounsfield.imagej.pixels.TrackedImage;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Resamples uneven and tilted stacks to even grids in the patient. */
public final class ImageRegularizer {
    private ImageRegularizer() {}

    /**
     * Resamples each volume of an image to one grid, and logs it. Voxels outside are -1024 for HU and NaN for other units, and
     * so is padding before it is resampled, so that it does not change its neighbors.
     *
     * @param image a grayscale image whose slices have known positions
     * @param spacing from slice to slice, or the edge of a voxel [mm]; 0 for the finest true one
     * @param isotropic whether voxels are cubes; if not, pixels keep their size
     * @param method of interpolation
     * @param progress reports and cancels
     * @return a new 32-bit image
     * @throws IllegalArgumentException for a color image, or one whose positions are unknown or have no grid
     */
    public static ImagePlus regularize(
            ImagePlus image, double spacing, boolean isotropic, Interpolation method, Progress progress) {
        ImageValues.checkGray(image);
        int columns = image.getWidth();
        int rows = image.getHeight();
        StackGeometry all = stack(image);
        double edge = spacing != 0 ? spacing : isotropic ? EvenGrid.finestEdge(all) : EvenGrid.finestSpacing(all);
        EvenGrid grid =
                isotropic ? EvenGrid.isotropic(all, columns, rows, edge) : EvenGrid.of(all, columns, rows, edge);
        ImagePlus regular = resample(
                image,
                "Regular " + image.getTitle(),
                grid,
                (stack, outside) -> new Resampling(stack, columns, rows, grid, method, outside)::run,
                progress);
        Messages.log(image.getTitle(), findings(all, grid, method, ImageUnit.ofSlices(image)));
        return regular;
    }

    /**
     * Resamples each volume of an image to cubes in the axes of the patient, linearly. Voxels outside are as in
     * {@link #regularize}.
     *
     * @param image a grayscale image whose slices have known positions, also uneven or tilted
     * @param plane the plane of the slices of the result
     * @param edge edge of a voxel [mm]; 0 for the finest edge of the original
     * @param progress reports and cancels
     * @return a new 32-bit image
     * @throws IllegalArgumentException for a color image, or one whose positions are unknown or have no grid
     */
    public static ImagePlus view(ImagePlus image, AnatomicalPlane plane, double edge, Progress progress) {
        ImageValues.checkGray(image);
        int columns = image.getWidth();
        int rows = image.getHeight();
        EvenGrid grid = grid(image, plane, edge);
        String title = plane.label().substring(0, 1).toUpperCase(Locale.ROOT)
                + plane.label().substring(1) + " " + image.getTitle();
        return resample(
                image,
                title,
                grid,
                (stack, outside) -> new FreeResampling(stack, columns, rows, grid, outside)::run,
                progress);
    }

    private static EvenGrid grid(ImagePlus image, AnatomicalPlane plane, double edge) {
        StackGeometry all = stack(image);
        return plane.grid(all, image.getWidth(), image.getHeight(), edge != 0 ? edge : EvenGrid.finestEdge(all));
    }

    /**
     * Returns the memory that {@link #view} needs.
     *
     * @param image as for {@link #view}
     * @param plane the plane of the slices of the result
     * @param edge edge of a voxel [mm]; 0 for the finest edge of the original
     * @return the memory for its pixels
     * @throws IllegalArgumentException if positions are unknown or have no grid
     */
    public static Memory.Need need(ImagePlus image, AnatomicalPlane plane, double edge) {
        return need(image, grid(image, plane, edge));
    }

    private static Memory.Need need(ImagePlus image, EvenGrid grid) {
        long slices = (long) grid.slices() * image.getNChannels() * image.getNFrames();
        return new Memory.Need(slices, (long) Float.BYTES * grid.columns() * grid.rows());
    }

    /**
     * {@return the finest edge of a voxel [mm]}
     *
     * @param image as for {@link #view}
     */
    public static double finestEdge(ImagePlus image) {
        return EvenGrid.finestEdge(stack(image));
    }

    /**
     * Returns what is uneven or tilted in the slices of an image.
     *
     * @param image any image
     * @return sentences; empty if the slices are even and upright
     * @throws IllegalArgumentException if positions are unknown or have no grid
     */
    public static List<String> findings(ImagePlus image) {
        StackGeometry stack = stack(image);
        return stack.isUneven() || stack.isSheared() ? stack.spacingFindings() : List.of();
    }

    private static StackGeometry stack(ImagePlus image) {
        StackGeometry all = StackGeometry.of(ImagePlacement.pixelPlanes(image));
        EvenGrid.problem(all).ifPresent(problem -> {
            throw new IllegalArgumentException("\"" + image.getTitle() + "\" cannot be resampled: " + problem);
        });
        return all;
    }

    /** A way to resample one volume. */
    @FunctionalInterface
    private interface Way {
        float[][] run(Resampling.Source source, Progress progress);
    }

    /** Chooses the way for the stack of a volume and the value outside of it. */
    @FunctionalInterface
    private interface Ways {
        Way of(StackGeometry stack, float outside);
    }

    private static ImagePlus resample(ImagePlus image, String title, EvenGrid grid, Ways ways, Progress progress) {
        int channels = image.getNChannels();
        int times = image.getNFrames();
        long count = (long) grid.slices() * channels * times;
        if (count > Integer.MAX_VALUE) throw new IllegalArgumentException("the grid would have " + count + " slices");
        Memory.require(
                "a grid of " + grid.columns() + " x " + grid.rows() + " x " + count + " voxels",
                need(image, grid),
                List.of());
        List<PlaneGeometry> planes = ImagePlacement.pixelPlanes(image);
        List<String> units = ImageUnit.ofSlices(image);
        List<Optional<PixelPadding>> paddings = ImagePadding.of(image);
        float[] table = ImageValues.table(image);
        Object[] result = new Object[(int) count];
        for (int time = 0; time < times; time++) {
            for (int channel = 0; channel < channels; channel++) {
                int[] slices = slices(image, channel + 1, time + 1);
                float outside = outside(units.get(slices[0] - 1));
                StackGeometry stack = StackGeometry.of(
                        Arrays.stream(slices).mapToObj(n -> planes.get(n - 1)).toList());
                float[][] volume = ways.of(stack, outside)
                        .run(index -> values(image, slices[index], table, paddings, outside, progress), progress);
                for (int z = 0; z < volume.length; z++) {
                    result[(time * grid.slices() + z) * channels + channel] = volume[z];
                }
            }
        }
        ImagePlus resampled = new TrackedImage(title, new LabeledStack(grid.columns(), grid.rows(), List.of(result)));
        ImagePlacement.applyGrid(image, grid, resampled);
        return ImageCrops.shownLike(image, resampled);
    }

    private static float outside(String unit) {
        return Resampling.outside(unit.equals(ImageUnit.HU));
    }

    private static int[] slices(ImagePlus image, int channel, int time) {
        int[] slices = new int[image.getNSlices()];
        for (int z = 0; z < slices.length; z++) slices[z] = image.getStackIndex(channel, z + 1, time);
        return slices;
    }

    private static float[] values(
            ImagePlus image,
            int slice,
            float[] table,
            List<Optional<PixelPadding>> paddings,
            float outside,
            Progress progress) {
        Object pixels = ImageValues.pixels(image.getStack(), slice, progress);
        float[] values = ImageValues.planes(List.of(pixels), table).values(0);
        Optional<PixelPadding> padding = paddings.get(slice - 1);
        if (padding.isEmpty()) return values;
        float[] replaced = values.clone();
        for (int i = 0; i < replaced.length; i++) if (padding.get().contains(replaced[i])) replaced[i] = outside;
        return replaced;
    }

    private static List<String> findings(StackGeometry stack, EvenGrid grid, Interpolation method, List<String> units) {
        boolean all = units.stream().allMatch(ImageUnit.HU::equals);
        boolean none = units.stream().noneMatch(ImageUnit.HU::equals);
        List<String> findings = new ArrayList<>();
        findings.add(String.format(
                Locale.ROOT,
                "Resampled to an even grid of %d x %d x %d voxels of %.4g x %.4g x %.4g mm, interpolation %s, %s outside",
                grid.columns(),
                grid.rows(),
                grid.slices(),
                grid.first().columnSpacing(),
                grid.first().rowSpacing(),
                grid.spacing(),
                method.label(),
                all ? "-1024 HU" : none ? "NaN" : "-1024 HU or NaN"));
        if (stack.isSheared()) {
            findings.add(String.format(
                    Locale.ROOT,
                    "Tilt of %.2f degrees removed: slices are parallel to those of the series",
                    stack.shearDegrees()));
        }
        return findings;
    }
}
