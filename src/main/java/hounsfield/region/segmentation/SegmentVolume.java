package hounsfield.region.segmentation;

import hounsfield.codec.Samples;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.region.PlaneMask;
import hounsfield.region.RegionTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The parallel frames of one segment as a volume that can be sampled at any point by nearest neighbor. */
final class SegmentVolume {
    private final PlaneGeometry first;
    private final Vector3 normal;
    private final List<SegmentFrame> frames;
    private final double[] along;
    private final double half;

    /** @param slab thickness of a frame [mm] */
    private SegmentVolume(List<SegmentFrame> unordered, double slab) {
        first = plane(unordered.get(0));
        normal = first.normal();
        frames = unordered.stream()
                .sorted(Comparator.comparingDouble(frame -> plane(frame).distanceAlong(normal)))
                .toList();
        along = frames.stream()
                .mapToDouble(frame -> plane(frame).distanceAlong(normal))
                .toArray();
        half = slab / 2;
    }

    /** Returns a volume for each orientation of the frames. All frames must have a plane. */
    static List<SegmentVolume> ofOrientations(List<SegmentFrame> frames, double slab) {
        List<List<SegmentFrame>> groups = new ArrayList<>();
        for (SegmentFrame frame : frames) {
            List<SegmentFrame> group = groups.stream()
                    .filter(each -> plane(each.get(0)).hasOrientationOf(plane(frame)))
                    .findFirst()
                    .orElseGet(() -> {
                        List<SegmentFrame> added = new ArrayList<>();
                        groups.add(added);
                        return added;
                    });
            group.add(frame);
        }
        return groups.stream().map(group -> new SegmentVolume(group, slab)).toList();
    }

    private static PlaneGeometry plane(SegmentFrame frame) {
        return frame.place().plane().orElseThrow();
    }

    /** Returns the masks on the slices, by index of the place. */
    SortedMap<Integer, PlaneMask> resample(RegionTarget target) {
        SortedMap<Integer, PlaneMask> masks = new TreeMap<>();
        double[] reach = reach(target.normal());
        for (int place = 0; place < target.places().size(); place++) {
            RegionTarget.Place each = target.places().get(place);
            if (each.along() < reach[0] || each.along() > reach[1]) continue;
            byte[] values = sample(each.plane().plane().orElseThrow(), target.rows(), target.columns());
            int index = place;
            PlaneMask.of(new Samples.Bytes(values, false), target.columns()).ifPresent(mask -> masks.put(index, mask));
        }
        return masks;
    }

    private byte[] sample(PlaneGeometry slice, int rows, int columns) {
        int[] box = box(slice, rows, columns);
        byte[] values = new byte[Math.multiplyExact(rows, columns)];
        for (int row = box[1]; row <= box[3]; row++) {
            for (int column = box[0]; column <= box[2]; column++) {
                values[row * columns + column] = (byte) at(slice.pixel(column, row));
            }
        }
        return values;
    }

    /** Returns the value at a point. A point halfway between two pixels or frames belongs to the higher one. */
    private int at(Vector3 point) {
        double distance = point.dot(normal);
        int low = 0;
        int high = along.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (along[middle] <= distance) low = middle + 1;
            else high = middle;
        }
        // Frames low - 1 and low are below and above the point.
        boolean above = low < along.length && along[low] - distance <= half + 1e-9;
        boolean below = low > 0 && distance - along[low - 1] < half - 1e-9;
        if (!above && !below) return 0;
        boolean takeAbove = above && (!below || along[low] - distance <= distance - along[low - 1] + 1e-9);
        SegmentFrame frame = frames.get(takeAbove ? low : low - 1);
        Vector3 offset = point.minus(plane(frame).position());
        int column = nearest(offset.dot(first.rowDirection()) / first.columnSpacing());
        int row = nearest(offset.dot(first.columnDirection()) / first.rowSpacing());
        return frame.mask().at(column, row);
    }

    private static int nearest(double index) {
        return (int) Math.floor(index + 0.5 + 1e-9);
    }

    /** Returns the lowest and the highest position of the segment along a direction [mm]. */
    private double[] reach(Vector3 direction) {
        double[] reach = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Vector3 corner : corners()) {
            double distance = corner.dot(direction);
            reach[0] = Math.min(reach[0], distance);
            reach[1] = Math.max(reach[1], distance);
        }
        return reach;
    }

    /** Returns the bounding box of the segment on a slice: first column, first row, last column and last row. */
    private int[] box(PlaneGeometry slice, int rows, int columns) {
        double[] ends = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (Vector3 corner : corners()) {
            Vector3 offset = corner.minus(slice.position());
            double column = offset.dot(slice.rowDirection()) / slice.columnSpacing();
            double row = offset.dot(slice.columnDirection()) / slice.rowSpacing();
            ends[0] = Math.min(ends[0], column);
            ends[1] = Math.min(ends[1], row);
            ends[2] = Math.max(ends[2], column);
            ends[3] = Math.max(ends[3], row);
        }
        return new int[] {
            (int) Math.max(0, Math.floor(ends[0])),
            (int) Math.max(0, Math.floor(ends[1])),
            (int) Math.min(columns - 1, Math.ceil(ends[2])),
            (int) Math.min(rows - 1, Math.ceil(ends[3]))
        };
    }

    /** Returns the corners of the boxes of all frames, with half a pixel and half a slab around them. */
    private List<Vector3> corners() {
        List<Vector3> corners = new ArrayList<>();
        for (SegmentFrame frame : frames) {
            PlaneMask mask = frame.mask();
            for (int corner = 0; corner < 8; corner++) {
                double column = (corner & 1) == 0 ? mask.left() - 0.5 : mask.left() + mask.width() - 0.5;
                double row = (corner & 2) == 0 ? mask.top() - 0.5 : mask.top() + mask.height() - 0.5;
                double step = (corner & 4) == 0 ? -half : half;
                corners.add(plane(frame).pixel(column, row).plus(normal.times(step)));
            }
        }
        return corners;
    }
}
