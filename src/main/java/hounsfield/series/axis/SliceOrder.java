package hounsfield.series.axis;

import hounsfield.geometry.PlaneAxes;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.StackGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.series.slice.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The order of the slices of a series. With positions: along the normal, regardless of Instance Number and file name;
 * the differences between the images at one position become the C and T axes. Without positions: by Instance Number; if
 * the user has chosen axes, the images of each step are counted separately.
 *
 * @param slices by time point, then by position, then by channel
 * @param channels the C axis
 * @param times the T axis
 * @param frameSeconds interval of the time points, if known
 * @param geometry of the positions; empty if not all slices have one
 * @param findings sentences for the log
 */
public record SliceOrder(
        List<Slice> slices,
        SeriesAxis channels,
        SeriesAxis times,
        OptionalDouble frameSeconds,
        Optional<StackGeometry> geometry,
        List<String> findings) {
    /** Planes closer than this fraction of a pixel are at the same position. */
    private static final double SAME_POSITION_PIXELS = 0.02;
    /** Planes closer than this are at the same position in images with large pixels [mm]. */
    private static final double SAME_POSITION_MM = 0.01;

    /**
     * Orders slices, with axes from the attributes that differ between the images at a position.
     *
     * @param unordered the slices, at least one
     * @return the order
     */
    public static SliceOrder of(List<Slice> unordered) {
        return of(unordered, AxisChoice.AUTOMATIC, WhenIncomplete.FILL);
    }

    /**
     * Orders slices.
     *
     * @param unordered the slices, at least one
     * @param axes the attributes that make the axes
     * @param incomplete what becomes of time points and channels that lack images
     * @return the order
     * @throws IllegalArgumentException if the attributes do not distinguish the images at a position, or no volume is complete
     */
    public static SliceOrder of(List<Slice> unordered, AxisChoice axes, WhenIncomplete incomplete) {
        List<Slice> slices = new ArrayList<>(unordered);
        slices.sort(Slice.BY_INSTANCE);
        if (slices.stream().allMatch(slice -> slice.plane().isPresent())) return byPosition(slices, axes, incomplete);
        List<String> findings = byInstance(slices);
        if (axes.kind() != AxisChoice.Kind.CHOSEN) return plain(slices, Optional.empty(), findings);
        AxisGrid grid = AxisGrid.ofUnplaced(slices, axes.words());
        if (incomplete == WhenIncomplete.DROP) grid = grid.complete();
        findings.addAll(grid.findings("numbers"));
        return ofGrid(grid, Optional.empty(), findings);
    }

    /**
     * Returns the finding that slices without positions are ordered by another attribute. Frames of one file keep their
     * order, without a finding.
     */
    private static List<String> byInstance(List<Slice> slices) {
        List<String> findings = new ArrayList<>();
        if (slices.size() > 1
                && slices.get(0).bytes() != slices.get(slices.size() - 1).bytes()) {
            boolean numbered =
                    slices.stream().allMatch(slice -> slice.instanceNumber().isPresent());
            findings.add("Slices without positions: ordered by " + (numbered ? "Instance Number" : "file name")
                    + ", which can differ from their order in space");
        }
        return findings;
    }

    private static SliceOrder plain(List<Slice> slices, Optional<StackGeometry> stack, List<String> findings) {
        return new SliceOrder(
                slices, SeriesAxis.NONE, SeriesAxis.NONE, OptionalDouble.empty(), stack, List.copyOf(findings));
    }

    private static SliceOrder byPosition(List<Slice> slices, AxisChoice axes, WhenIncomplete incomplete) {
        List<List<Slice>> positions = positions(slices);
        Optional<AxisGrid> grid = grid(positions, axes);
        if (grid.isPresent()) {
            return ofStack(incomplete == WhenIncomplete.DROP ? grid.get().complete() : grid.get());
        }
        List<Slice> all = positions.stream().flatMap(List::stream).toList();
        StackGeometry stack = StackGeometry.of(planes(all));
        return plain(all, Optional.of(stack), stack.findings());
    }

    private static Optional<AxisGrid> grid(List<List<Slice>> positions, AxisChoice axes) {
        if (axes.kind() == AxisChoice.Kind.CHOSEN) return Optional.of(AxisGrid.of(positions, axes.words()));
        boolean several = positions.stream().anyMatch(images -> images.size() > 1);
        return several && axes.kind() == AxisChoice.Kind.AUTOMATIC ? AxisGrid.of(positions) : Optional.empty();
    }

    /** Returns the slices at each position, ascending along the normal of the first slice. */
    static List<List<Slice>> positions(List<Slice> slices) {
        PlaneGeometry first = slices.get(0).plane().orElseThrow();
        double same =
                Math.min(SAME_POSITION_MM, SAME_POSITION_PIXELS * Math.min(first.rowSpacing(), first.columnSpacing()));
        List<Slice> ascending = new ArrayList<>(slices);
        Vector3 normal = first.normal();
        ascending.sort(Comparator.comparingDouble(slice -> height(slice, normal)));
        List<List<Slice>> positions = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (Slice slice : ascending) {
            double height = height(slice, normal);
            if (height - last > same) positions.add(new ArrayList<>());
            positions.get(positions.size() - 1).add(slice);
            last = height;
        }
        return positions;
    }

    private static double height(Slice slice, Vector3 normal) {
        return slice.plane().orElseThrow().distanceAlong(normal);
    }

    private static List<PlaneGeometry> planes(List<Slice> slices) {
        return slices.stream().map(slice -> slice.plane().orElseThrow()).toList();
    }

    private static SliceOrder ofStack(AxisGrid grid) {
        List<Slice> bottomUp = new ArrayList<>();
        for (int position = 0; position < grid.positions(); position++) bottomUp.add(grid.first(position));
        StackGeometry stack = StackGeometry.of(planes(bottomUp));
        List<String> findings = new ArrayList<>(stack.findings());
        findings.addAll(grid.findings("positions"));
        return ofGrid(grid, Optional.of(stack), findings);
    }

    private static SliceOrder ofGrid(AxisGrid grid, Optional<StackGeometry> stack, List<String> findings) {
        List<Slice> ordered = new ArrayList<>();
        for (int time = 0; time < grid.times().size(); time++) {
            for (int position = 0; position < grid.positions(); position++) {
                for (int channel = 0; channel < grid.channels().size(); channel++) {
                    Slice slice = grid.cells()[position][time][channel];
                    ordered.add(slice != null ? slice : grid.missing(position, time, channel));
                }
            }
        }
        return new SliceOrder(
                ordered, grid.channels(), grid.times(), TimeSteps.seconds(grid), stack, List.copyOf(findings));
    }

    PlaneAxes axes() {
        return new PlaneAxes(channels.size(), times.size(), frameSeconds);
    }
}
