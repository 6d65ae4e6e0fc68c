package hounsfield.region.report;

import hounsfield.codec.Samples;
import hounsfield.region.GraphicOutline;
import hounsfield.region.Outline;
import hounsfield.region.OverlapRule;
import hounsfield.region.PlacedRegion;
import hounsfield.region.PlacedRegions;
import hounsfield.region.PlaneMask;
import hounsfield.region.Region;
import hounsfield.region.RegionFile;
import hounsfield.region.RegionTarget;
import hounsfield.region.TargetPlane.SourceFrame;
import hounsfield.region.structure.PatientContours;
import hounsfield.region.structure.PolygonFill;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Places the regions of a report: image coordinates on the images that they name, patient coordinates on the nearest slice, and
 * segments from other files.
 */
final class ReportPlacement {
    private final RegionTarget target;
    private final OverlapRule overlap;
    private final Map<String, RegionFile> files;
    private final Diagnostics findings = new Diagnostics();

    ReportPlacement(RegionTarget target, OverlapRule overlap, Map<String, RegionFile> files) {
        this.target = target;
        this.overlap = overlap;
        this.files = files;
    }

    PlacedRegions place(List<Region> wanted, List<MeasurementGroup> groups, Progress progress) throws IOException {
        NamedSegments segments = new NamedSegments(files, target, overlap, findings);
        List<PlacedRegion> placed = new ArrayList<>();
        for (Region region : wanted) {
            progress.check();
            MeasurementGroup group = groups.get(region.number() - 1);
            if (!MeasurementReport.coordinates(group).isEmpty()) placed.add(place(region, group));
            placed.addAll(segments.of(region, group, progress));
        }
        if (!wanted.isEmpty() && placed.stream().allMatch(PlacedRegion::isEmpty)) {
            List<String> reasons = findings.sentences();
            throw new MalformedDicomException(
                    "no region of the report is on this image" + (reasons.isEmpty() ? "" : ": " + reasons.get(0)),
                    Location.NOWHERE);
        }
        return new PlacedRegions(target, placed, findings.sentences());
    }

    private PlacedRegion place(Region region, MeasurementGroup group) {
        SortedMap<Integer, List<Outline>> outlines = new TreeMap<>();
        for (Coordinates each : MeasurementReport.coordinates(group)) {
            if (each.inPatient()) placeInPatient(region, each, outlines);
            else placeOnImages(region, each, group, outlines);
        }
        SortedMap<Integer, PlaneMask> masks = new TreeMap<>();
        outlines.forEach((place, all) -> mask(all).ifPresent(mask -> masks.put(place, mask)));
        return new PlacedRegion(region, 1, masks, outlines);
    }

    private void placeInPatient(Region region, Coordinates each, SortedMap<Integer, List<Outline>> outlines) {
        PatientGraphic graphic = new PatientGraphic(each.graphicType(), each.data());
        Optional<Outline.Kind> kind = graphic.kind();
        if (kind.isEmpty()) {
            findings.add(region.label() + ": coordinates in the patient with this Graphic Type are not supported");
            return;
        }
        for (double[] data : graphic.contours(target)) {
            try {
                PatientContours.place(target, region, each.frameOfReference(), kind.get(), data, findings)
                        .forEach((place, outline) -> add(outlines, place, outline));
            } catch (DicomException e) {
                findings.add(region.label() + ": " + e.problem());
            }
        }
    }

    private void placeOnImages(
            Region region, Coordinates each, MeasurementGroup group, SortedMap<Integer, List<Outline>> outlines) {
        Optional<Outline> outline = GraphicOutline.of(each.graphicType(), each.data());
        if (outline.isEmpty()) {
            findings.add(region.label() + ": a graphic has too few points, or its Graphic Type is not supported");
            return;
        }
        List<Coordinates.ImageReference> images = each.images().isEmpty() ? group.images() : each.images();
        boolean found = false;
        for (int place = 0; place < target.places().size(); place++) {
            SourceFrame slice = target.places().get(place).plane().source();
            Optional<Coordinates.ImageReference> image = images.stream()
                    .filter(one ->
                            !slice.instanceUid().isEmpty() && one.instanceUid().equals(slice.instanceUid()))
                    .findFirst();
            if (image.isEmpty()) continue;
            List<Integer> frames = image.get().frames();
            boolean named = frames.isEmpty() || frames.contains(slice.frame() + 1);
            if (slice.tile().isPresent() && each.inMatrix().orElse(frames.isEmpty())) {
                Optional<Outline> inTile = slice.tile().get().part(outline.get(), target.rows(), target.columns());
                if (inTile.isPresent()) add(outlines, place, inTile.get());
                found |= inTile.isPresent();
            } else if (named) {
                add(outlines, place, outline.get());
                found = true;
            }
        }
        if (!found) findings.add(region.label() + ": the image that it names is not open");
    }

    private static void add(SortedMap<Integer, List<Outline>> outlines, int place, Outline outline) {
        outlines.computeIfAbsent(place, key -> new ArrayList<>()).add(outline);
    }

    private Optional<PlaneMask> mask(List<Outline> outlines) {
        List<Outline> closed = outlines.stream()
                .filter(outline -> outline.kind() == Outline.Kind.CLOSED)
                .toList();
        byte[] pixels = PolygonFill.fill(closed, overlap, target.rows(), target.columns());
        return PlaneMask.of(new Samples.Bytes(pixels, false), target.columns());
    }
}
