package hounsfield.region.structure;

import hounsfield.codec.Samples;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.region.Outline;
import hounsfield.region.OverlapRule;
import hounsfield.region.PlacedRegion;
import hounsfield.region.PlacedRegions;
import hounsfield.region.PlaneMask;
import hounsfield.region.RegionReferences;
import hounsfield.region.RegionTarget;
import hounsfield.standard.Numbers;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Places contours on slices. A contour belongs to the slice nearest to the mean of its points along the normal, if the distance is at
 * most half the thickness of the slab.
 */
final class ContourPlacement {
    private final RegionTarget target;
    private final OverlapRule overlap;
    private final RegionReferences references;
    private final Diagnostics findings = new Diagnostics();
    private double nearestMiss = Double.POSITIVE_INFINITY;

    ContourPlacement(RegionTarget target, OverlapRule overlap, RegionReferences references) {
        this.target = target;
        this.overlap = overlap;
        this.references = references;
    }

    PlacedRegions place(List<StructureRoi> rois, Progress progress) throws DicomException {
        if (!target.hasPositions()) {
            throw new MalformedDicomException(
                    "contours have positions in the patient, but the slices of the image have none, or are not parallel",
                    Location.NOWHERE);
        }
        List<PlacedRegion> placed = new ArrayList<>();
        MalformedDicomException refused = null;
        boolean drawn = false;
        for (StructureRoi roi : rois) {
            progress.update(placed.size(), rois.size());
            progress.check();
            drawn |= !roi.contours().isEmpty();
            try {
                match(roi);
                placed.add(place(roi));
            } catch (MalformedDicomException e) {
                if (refused == null) refused = e;
                findings.add(roi.region().label() + " is not placed: " + e.problem());
                placed.add(new PlacedRegion(roi.region(), 1, new TreeMap<>(), new TreeMap<>()));
            }
        }
        if (drawn && placed.stream().allMatch(PlacedRegion::isEmpty)) {
            if (refused != null) throw refused;
            throw new MalformedDicomException(
                    String.format(
                            Locale.ROOT,
                            "no contour is on a slice; the nearest is %.2f mm from the nearest slice",
                            nearestMiss),
                    Location.NOWHERE);
        }
        return new PlacedRegions(target, placed, findings.sentences());
    }

    /** Checks that an ROI has the Frame of Reference of the slices, or names their images. */
    private void match(StructureRoi roi) throws MalformedDicomException {
        if (roi.contours().isEmpty()) return;
        Set<String> named = new TreeSet<>();
        roi.contours().forEach(contour -> contour.image().ifPresent(named::add));
        Set<String> frames = references.framesOfReference();
        String own = roi.frameOfReference();
        if (own.isEmpty() && frames.size() == 1) own = frames.iterator().next();
        RegionReferences.match(own, named, target)
                .ifPresent(sentence -> findings.add(roi.region().label() + ": " + sentence));
    }

    private PlacedRegion place(StructureRoi roi) {
        SortedMap<Integer, List<Outline>> outlines = new TreeMap<>();
        List<String> elsewhere = new ArrayList<>();
        int outside = 0;
        for (int i = 0; i < roi.contours().size(); i++) {
            Contour contour = roi.contours().get(i);
            int place = placeOf(contour, i + 1, elsewhere);
            if (place < 0) continue;
            Outline outline =
                    outline(contour, target.places().get(place).plane().plane().orElseThrow());
            if (isOutside(outline)) outside++;
            outlines.computeIfAbsent(place, key -> new ArrayList<>()).add(outline);
        }
        String label = roi.region().label();
        if (!elsewhere.isEmpty()) {
            findings.add(
                    label + ": " + elsewhere.size() + " of " + roi.contours().size()
                            + " contours are on no slice: "
                            + String.join(", ", elsewhere.subList(0, Math.min(5, elsewhere.size())))
                            + (elsewhere.size() > 5 ? " ..." : ""));
        }
        if (outside > 0) findings.add(label + ": entirely outside the image: " + Numbers.count(outside, "contour"));
        return new PlacedRegion(roi.region(), 1, masks(outlines, label), outlines);
    }

    /** Returns the index of the place of a contour; or -1, and adds the reason to the list. */
    private int placeOf(Contour contour, int number, List<String> elsewhere) {
        double[] mean = contour.meanAndExtent(target.normal());
        int nearest = target.nearest(mean[0]);
        RegionTarget.Place place = target.places().get(nearest);
        double distance = Math.abs(mean[0] - place.along());
        double slab = Double.isNaN(place.slab()) ? 1 : place.slab();
        if (contour.kind() == Outline.Kind.CLOSED && mean[1] > slab) {
            elsewhere.add(text("contour %d extends over %.2f mm across the slices", number, mean[1]));
        } else if (isBetween(mean[0], nearest, distance, slab)) {
            elsewhere.add(text("contour %d is halfway between two slices, %.2f mm from both", number, distance));
        } else if (distance > slab / 2 + 1e-6) {
            elsewhere.add(text("contour %d is %.2f mm from the nearest slice", number, distance));
        } else {
            return nearest;
        }
        nearestMiss = Math.min(nearestMiss, distance);
        return -1;
    }

    private boolean isBetween(double along, int nearest, double distance, double slab) {
        int other = along > target.places().get(nearest).along() ? nearest + 1 : nearest - 1;
        if (other < 0 || other >= target.places().size() || distance <= 0.02) return false;
        return Math.abs(Math.abs(along - target.places().get(other).along()) - distance) < 0.02 * slab;
    }

    private static Outline outline(Contour contour, PlaneGeometry plane) {
        double[] columns = new double[contour.size()];
        double[] rows = new double[contour.size()];
        for (int i = 0; i < columns.length; i++) {
            Vector3 point = contour.point(i).minus(plane.position());
            columns[i] = point.dot(plane.rowDirection()) / plane.columnSpacing();
            rows[i] = point.dot(plane.columnDirection()) / plane.rowSpacing();
        }
        return new Outline(contour.kind(), columns, rows);
    }

    private boolean isOutside(Outline outline) {
        double[] x = outline.columns();
        double[] y = outline.rows();
        boolean left = true;
        boolean right = true;
        boolean above = true;
        boolean below = true;
        for (int i = 0; i < x.length; i++) {
            left &= x[i] < -0.5;
            right &= x[i] > target.columns() - 0.5;
            above &= y[i] < -0.5;
            below &= y[i] > target.rows() - 0.5;
        }
        return left || right || above || below;
    }

    private SortedMap<Integer, PlaneMask> masks(SortedMap<Integer, List<Outline>> outlines, String label) {
        SortedMap<Integer, PlaneMask> masks = new TreeMap<>();
        long differing = 0;
        for (var each : outlines.entrySet()) {
            List<Outline> closed = each.getValue().stream()
                    .filter(outline -> outline.kind() == Outline.Kind.CLOSED)
                    .toList();
            if (closed.isEmpty()) continue;
            byte[] evenOdd = fill(closed, OverlapRule.EVEN_ODD);
            byte[] union = closed.size() == 1 ? evenOdd : fill(closed, OverlapRule.UNION);
            for (int i = 0; i < union.length; i++) differing += union[i] - evenOdd[i];
            byte[] pixels = overlap == OverlapRule.UNION ? union : evenOdd;
            PlaneMask.of(new Samples.Bytes(pixels, false), target.columns())
                    .ifPresent(mask -> masks.put(each.getKey(), mask));
        }
        if (differing > 0) {
            findings.add(label + ": contours overlap or enclose others; union has " + differing
                    + " more pixels than even-odd, and " + overlap.label() + " is used");
        }
        return masks;
    }

    private byte[] fill(List<Outline> closed, OverlapRule rule) {
        return PolygonFill.fill(closed, rule, target.rows(), target.columns());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
