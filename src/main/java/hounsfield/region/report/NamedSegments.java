package hounsfield.region.report;

import hounsfield.region.OverlapRule;
import hounsfield.region.PlacedRegion;
import hounsfield.region.Region;
import hounsfield.region.RegionFile;
import hounsfield.region.RegionSelection;
import hounsfield.region.RegionTarget;
import hounsfield.region.report.Coordinates.ImageReference;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Places the segments and structures that the groups of a report name, from their own files, under the name of their group. */
final class NamedSegments {
    private final Map<String, RegionFile> files;
    private final RegionTarget target;
    private final OverlapRule overlap;
    private final Diagnostics findings;

    NamedSegments(Map<String, RegionFile> files, RegionTarget target, OverlapRule overlap, Diagnostics findings) {
        this.files = files;
        this.target = target;
        this.overlap = overlap;
        this.findings = findings;
    }

    /** Returns a region for each segment of a group. The findings name segments that cannot be placed. */
    List<PlacedRegion> of(Region region, MeasurementGroup group, Progress progress) throws IOException {
        List<PlacedRegion> placed = new ArrayList<>();
        for (ImageReference each : group.segments()) {
            RegionFile file = files.get(each.instanceUid());
            if (file == null) {
                findings.add(region.label() + ": " + text(each) + " of the object " + each.instanceUid()
                        + " cannot be placed; copy its file to the folder of the report");
                continue;
            }
            findings.addAll(file.findings());
            List<String> numbers = new ArrayList<>();
            for (int number : each.segments()) {
                if (file.regions().stream().anyMatch(one -> one.number() == number)) numbers.add("" + number);
                else findings.add(region.label() + ": " + file.name() + " has no number " + number);
            }
            if (numbers.isEmpty() && !each.segments().isEmpty()) continue;
            try {
                file.ofFrames(new HashSet<>(each.frames()))
                        .placeOn(target, new RegionSelection(numbers), overlap, progress)
                        .regions()
                        .forEach(one -> placed.add(named(region, one)));
            } catch (DicomException e) {
                findings.add(region.label() + ": " + e.problem());
            }
        }
        return placed;
    }

    private static String text(ImageReference each) {
        return each.segments().isEmpty() ? "all" : "number " + each.segments();
    }

    /** Returns a segment under the name of its group, with the color and algorithm of the segment. */
    private static PlacedRegion named(Region region, PlacedRegion segment) {
        Region own = segment.region();
        return segment.of(new Region(
                region.number(),
                region.name(),
                own.color(),
                region.codes(),
                own.algorithm(),
                region.trackingId(),
                region.trackingUid()));
    }
}
