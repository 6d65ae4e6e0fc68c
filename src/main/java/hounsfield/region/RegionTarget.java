package hounsfield.region;

import hounsfield.frame.FrameRef;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.Slabs;
import hounsfield.geometry.StackGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The slices of the image on which regions are placed, by position. Slices at the same position, such as channels, share the regions
 * there. Immutable.
 */
public final class RegionTarget {
    /** Greatest sine of the angle between planes that count as parallel. */
    private static final double PARALLEL = 2e-3;

    /**
     * A position of the image.
     *
     * @param plane one of its slices
     * @param slices indexes of the slices there, from 0
     * @param along distance from the origin along the normal [mm]; 0 if the image has no positions
     * @param slab thickness of the slab from halfway to the previous slice to halfway to the next slice [mm]; NaN if unknown
     */
    public record Place(TargetPlane plane, List<Integer> slices, double along, double slab) {}

    private final List<TargetPlane> planes;
    private final List<Place> places;
    private final boolean placed;
    /** The index of the place of each slice. */
    private final int[] placeOf;

    private RegionTarget(List<TargetPlane> planes, List<Place> places, boolean placed) {
        this.planes = planes;
        this.places = places;
        this.placed = placed;
        placeOf = new int[planes.size()];
        for (int place = 0; place < places.size(); place++) {
            for (int slice : places.get(place).slices()) placeOf[slice] = place;
        }
    }

    /**
     * Reads the slices of a series or image from the headers of its frames.
     *
     * @param frames at least one
     * @param progress receives progress, and can cancel
     * @return the target
     * @throws DicomException if a header cannot be read
     */
    public static RegionTarget of(List<FrameRef> frames, Progress progress) throws DicomException {
        List<FrameRef> there =
                frames.stream().filter(frame -> !frame.source().isMissing()).toList();
        List<TargetPlane> planes = FrameRef.ofHeaders(there, progress, TargetPlane::of);
        return of(planes);
    }

    /**
     * Returns the target of slices.
     *
     * @param planes the slices, at least one, in any order
     * @return the target
     * @throws IllegalArgumentException if there is no slice, or if slices have different sizes
     */
    public static RegionTarget of(List<TargetPlane> planes) {
        if (planes.isEmpty()) throw new IllegalArgumentException("no slice");
        TargetPlane first = planes.get(0);
        if (planes.stream().anyMatch(each -> each.rows() != first.rows() || each.columns() != first.columns())) {
            throw new IllegalArgumentException("slices of different sizes");
        }
        List<TargetPlane> all = List.copyOf(planes);
        return isStack(all)
                ? new RegionTarget(all, stack(all), true)
                : new RegionTarget(
                        all,
                        IntStream.range(0, all.size())
                                .mapToObj(i -> new Place(all.get(i), List.of(i), 0, Double.NaN))
                                .toList(),
                        false);
    }

    /** Returns whether all slices have positions and are parallel. */
    private static boolean isStack(List<TargetPlane> planes) {
        if (planes.stream().anyMatch(each -> each.plane().isEmpty())) return false;
        PlaneGeometry first = planes.get(0).plane().get();
        return planes.stream().allMatch(each -> each.plane().get().hasOrientationOf(first));
    }

    private static List<Place> stack(List<TargetPlane> planes) {
        Vector3 normal = planes.get(0).plane().get().normal();
        double[] along = planes.stream()
                .mapToDouble(each -> each.plane().get().distanceAlong(normal))
                .toArray();
        List<Integer> order = IntStream.range(0, along.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> along[i]))
                .toList();
        List<List<Integer>> groups = new ArrayList<>();
        for (int index : order) {
            boolean same = !groups.isEmpty()
                    && along[index] - along[groups.get(groups.size() - 1).get(0)] < StackGeometry.SAME_POSITION;
            if (!same) groups.add(new ArrayList<>());
            groups.get(groups.size() - 1).add(index);
        }
        double[] distances =
                groups.stream().mapToDouble(group -> along[group.get(0)]).toArray();
        double thickness = planes.get(order.get(0)).thickness().orElse(Double.NaN);
        double[] slabs = Slabs.of(distances).orElse(new double[] {thickness > 0 ? thickness : Double.NaN});
        return IntStream.range(0, groups.size())
                .mapToObj(i -> new Place(
                        planes.get(groups.get(i).get(0)),
                        groups.get(i).stream().sorted().toList(),
                        distances[i],
                        slabs[i]))
                .toList();
    }

    /** {@return the positions, ascending along {@link #normal}; without positions, one for each slice} */
    public List<Place> places() {
        return places;
    }

    /**
     * Returns the position of a slice.
     *
     * @param slice index of the slice, from 0
     * @return its index in {@link #places()}
     */
    public int placeOf(int slice) {
        return placeOf[slice];
    }

    /** {@return whether all slices have positions in the patient and are parallel} */
    public boolean hasPositions() {
        return placed;
    }

    /**
     * {@return the direction in which positions are counted, a unit vector}
     *
     * @throws IllegalStateException if the slices have no positions
     */
    public Vector3 normal() {
        if (!placed) throw new IllegalStateException("no positions");
        return places.get(0).plane().plane().orElseThrow().normal();
    }

    /**
     * Returns the position nearest to a distance along the normal.
     *
     * @param along distance from the origin [mm]
     * @return its index in {@link #places()}
     */
    public int nearest(double along) {
        int low = 0;
        int high = places.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places.get(middle).along() < along) low = middle + 1;
            else high = middle;
        }
        boolean before = low > 0
                && along - places.get(low - 1).along() <= places.get(low).along() - along;
        return before ? low - 1 : low;
    }

    /**
     * Returns whether planes are parallel to the slices.
     *
     * @param plane another plane
     * @return whether the normals agree within 0.1 degrees, in either sense
     */
    public boolean isParallelTo(PlaneGeometry plane) {
        return normal().cross(plane.normal()).length() < PARALLEL;
    }

    /** {@return height of every slice [pixels]} */
    public int rows() {
        return planes.get(0).rows();
    }

    /** {@return width of every slice [pixels]} */
    public int columns() {
        return planes.get(0).columns();
    }

    /** {@return number of slices} */
    public int slices() {
        return planes.size();
    }

    /** {@return the Frame of Reference UIDs of the slices} */
    public Set<String> framesOfReference() {
        return texts(TargetPlane.SourceFrame::frameOfReference);
    }

    /** {@return the SOP Instance UIDs of the slices} */
    public Set<String> instances() {
        return texts(TargetPlane.SourceFrame::instanceUid);
    }

    /** {@return the Series Instance UIDs of the slices} */
    public Set<String> series() {
        return texts(TargetPlane.SourceFrame::seriesUid);
    }

    private Set<String> texts(Function<TargetPlane.SourceFrame, String> part) {
        return planes.stream()
                .map(each -> part.apply(each.source()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
