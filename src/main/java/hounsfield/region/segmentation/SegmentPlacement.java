package hounsfield.region.segmentation;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.region.PlacedRegion;
import hounsfield.region.PlacedRegions;
import hounsfield.region.PlaneMask;
import hounsfield.region.Region;
import hounsfield.region.RegionTarget;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Places segments on slices. Frames on the grid of the slices are copied; other frames are resampled by nearest neighbor. Frames
 * without positions are placed by their tile of a slide, or by the source image that they name.
 */
final class SegmentPlacement {
    /** Greatest distance between grids that count as equal: [mm] across slices, [pixels] within a slice. */
    private static final double SAME = 0.01;

    private static final double SAME_SPACING = 1e-4;

    private final RegionTarget target;
    private final int maximum;
    private final SegmentSpacing spacing;
    private final Diagnostics findings;

    SegmentPlacement(RegionTarget target, int maximum, SegmentSpacing spacing, Diagnostics findings) {
        this.target = target;
        this.maximum = maximum;
        this.spacing = spacing;
        this.findings = findings;
    }

    /** @param described the wanted segments; labels without a description follow them */
    PlacedRegions place(List<Region> described, List<SegmentFrame> frames, Progress progress) throws DicomException {
        Map<Integer, List<SegmentFrame>> byNumber = new TreeMap<>();
        frames.forEach(frame -> byNumber.computeIfAbsent(frame.segment(), key -> new ArrayList<>())
                .add(frame));
        Map<Integer, Region> regions = new LinkedHashMap<>();
        described.forEach(region -> regions.put(region.number(), region));
        byNumber.keySet().stream()
                .filter(number -> !regions.containsKey(number))
                .forEach(number -> {
                    findings.add("value " + number + " has no Item in the Segment Sequence (0062,0002)");
                    regions.put(number, Region.unnamed(number));
                });
        double smallestGap = smallestGap(frames);
        List<PlacedRegion> placed = new ArrayList<>();
        for (Region region : regions.values()) {
            progress.check();
            List<SegmentFrame> own = byNumber.getOrDefault(region.number(), List.of());
            SortedMap<Integer, PlaneMask> masks = new TreeMap<>();
            int lost = own.isEmpty() ? 0 : place(region, own, spacing.slab(smallestGap), masks);
            if (lost > 0) {
                findings.add(region.label() + ": " + lost + " of " + own.size() + " frames are on no slice");
            }
            placed.add(new PlacedRegion(region, maximum, masks, new TreeMap<>()));
        }
        if (!frames.isEmpty() && placed.stream().allMatch(PlacedRegion::isEmpty)) throw onNoSlice(frames);
        return new PlacedRegions(target, placed, findings.sentences());
    }

    /** Places the frames of a segment; returns how many are on no slice. */
    private int place(Region region, List<SegmentFrame> frames, double slab, SortedMap<Integer, PlaneMask> masks) {
        if (!target.hasPositions()) return placeByReference(frames, masks);
        List<SegmentFrame> others = new ArrayList<>();
        int lost = 0;
        for (SegmentFrame frame : frames) {
            PlaneGeometry plane = frame.place().plane().orElse(null);
            int place = plane == null ? -1 : aligned(plane);
            if (plane == null) {
                lost += placeByReference(List.of(frame), masks);
            } else if (place < 0) {
                others.add(frame);
            } else {
                double distance = distance(plane, place);
                if (distance < SAME) add(masks, place, frame.mask());
                else if (distance > slab / 2) lost++;
                else others.add(frame);
            }
        }
        if (others.isEmpty()) return lost;
        List<SegmentFrame> all = frames.stream()
                .filter(frame -> frame.place().plane().isPresent())
                .toList();
        masks.clear();
        SegmentVolume.ofOrientations(all, slab)
                .forEach(volume -> volume.resample(target).forEach((place, mask) -> add(masks, place, mask)));
        findings.add(region.label() + " is on another grid than the slices; it was resampled by nearest neighbor");
        return 0;
    }

    /** Returns the index of the nearest place if a frame is on the grid of the slices, otherwise -1. */
    private int aligned(PlaneGeometry plane) {
        if (spacing.rows() != target.rows() || spacing.columns() != target.columns()) return -1;
        int place = target.nearest(plane.distanceAlong(target.normal()));
        PlaneGeometry slice = target.places().get(place).plane().plane().orElseThrow();
        Vector3 offset = plane.position().minus(slice.position());
        boolean same = plane.hasOrientationOf(slice)
                && Math.abs(offset.dot(slice.rowDirection())) < SAME * slice.columnSpacing()
                && Math.abs(offset.dot(slice.columnDirection())) < SAME * slice.rowSpacing()
                && Math.abs(plane.rowSpacing() - slice.rowSpacing()) <= SAME_SPACING * slice.rowSpacing()
                && Math.abs(plane.columnSpacing() - slice.columnSpacing()) <= SAME_SPACING * slice.columnSpacing();
        return same ? place : -1;
    }

    private double distance(PlaneGeometry plane, int place) {
        return Math.abs(plane.distanceAlong(target.normal())
                - target.places().get(place).along());
    }

    private void add(SortedMap<Integer, PlaneMask> masks, int place, PlaneMask mask) {
        masks.merge(place, mask, (one, other) -> one.or(other, target.rows(), target.columns()));
    }

    private int placeByReference(List<SegmentFrame> frames, SortedMap<Integer, PlaneMask> masks) {
        int lost = 0;
        boolean sameSize = spacing.rows() == target.rows() && spacing.columns() == target.columns();
        for (SegmentFrame frame : frames) {
            boolean found = false;
            for (int place = 0; sameSize && place < target.places().size(); place++) {
                if (!SourceMatch.isOf(
                        frame.place(), target.places().get(place).plane().source())) continue;
                add(masks, place, frame.mask());
                found = true;
            }
            if (!found) lost++;
        }
        return lost;
    }

    /** Returns the smallest distance between frames at different positions [mm]. */
    private static double smallestGap(List<SegmentFrame> frames) {
        List<PlaneGeometry> planes =
                frames.stream().flatMap(frame -> frame.place().plane().stream()).toList();
        if (planes.isEmpty()) return Double.NaN;
        Vector3 normal = planes.get(0).normal();
        double[] along = planes.stream()
                .mapToDouble(plane -> plane.distanceAlong(normal))
                .sorted()
                .toArray();
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < along.length; i++) {
            double gap = along[i] - along[i - 1];
            if (gap > 2 * SAME) smallest = Math.min(smallest, gap);
        }
        return smallest;
    }

    private DicomException onNoSlice(List<SegmentFrame> frames) {
        boolean positions =
                frames.stream().anyMatch(frame -> frame.place().plane().isPresent());
        if (!target.hasPositions() || !positions) {
            return new MalformedDicomException(
                    "no frame is on a slice: the slices or the frames have no positions in the patient, or are not"
                            + " parallel, and no frame names a slice of its size as its source",
                    Location.NOWHERE);
        }
        double nearest = Double.POSITIVE_INFINITY;
        for (SegmentFrame frame : frames) {
            if (frame.place().plane().isEmpty()) continue;
            PlaneGeometry plane = frame.place().plane().get();
            Vector3 center = plane.pixel(spacing.columns() / 2.0, spacing.rows() / 2.0);
            nearest = Math.min(
                    nearest, distance(plane.at(center).orElse(plane), target.nearest(center.dot(target.normal()))));
        }
        return new MalformedDicomException(
                String.format(
                        Locale.ROOT,
                        "no segment has a pixel on a slice; the nearest frame is %.2f mm from the nearest slice",
                        nearest),
                Location.NOWHERE);
    }
}
