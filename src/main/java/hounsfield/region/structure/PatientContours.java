package hounsfield.region.structure;

import hounsfield.region.Outline;
import hounsfield.region.OverlapRule;
import hounsfield.region.PlacedRegion;
import hounsfield.region.Region;
import hounsfield.region.RegionReferences;
import hounsfield.region.RegionTarget;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Places graphics in the patient from objects other than structure sets, by the rules for contours (PS3.3 C.18.9). */
public final class PatientContours {
    private PatientContours() {}

    /**
     * Returns the kind of a graphic.
     *
     * @param graphicType Graphic Type of an SCOORD3D
     * @return the kind; empty if it consists of neither points nor lines
     */
    public static Optional<Outline.Kind> kindOf(String graphicType) {
        return switch (graphicType) {
            case "POINT", "MULTIPOINT" -> Optional.of(Outline.Kind.POINT);
            case "POLYLINE" -> Optional.of(Outline.Kind.OPEN);
            case "POLYGON" -> Optional.of(Outline.Kind.CLOSED);
            default -> Optional.empty();
        };
    }

    /**
     * Places a graphic.
     *
     * @param target the slices
     * @param region the region to which it belongs
     * @param frameOfReference its Frame of Reference UID; may be empty
     * @param kind closed, open or points
     * @param data x, y and z of its points (LPS) [mm]
     * @param findings receives a sentence on each assumption
     * @return the outline by index of its place
     * @throws DicomException if it is in another Frame of Reference, or on no slice; the message has the UIDs or the distance
     */
    public static Map<Integer, Outline> place(
            RegionTarget target,
            Region region,
            String frameOfReference,
            Outline.Kind kind,
            double[] data,
            Diagnostics findings)
            throws DicomException {
        Contour contour = new Contour(kind, data.length % 3 == 0 ? data : new double[0], Optional.empty());
        StructureRoi roi =
                new StructureRoi(region, frameOfReference, contour.size() == 0 ? List.of() : List.of(contour));
        RegionReferences none = new RegionReferences(Set.of(), Set.of(), Set.of());
        var placed = new ContourPlacement(target, OverlapRule.EVEN_ODD, none).place(List.of(roi), Progress.NONE);
        findings.addAll(placed.findings());
        Map<Integer, Outline> outlines = new TreeMap<>();
        for (PlacedRegion each : placed.regions()) {
            each.outlines().forEach((place, all) -> outlines.put(place, all.get(0)));
        }
        return outlines;
    }
}
