package hounsfield.region.structure;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.region.CodedConcept;
import hounsfield.region.Region;
import hounsfield.region.RegionCodes;
import hounsfield.standard.Tag;
import hounsfield.work.Diagnostics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the ROIs of a structure set: Structure Set, ROI Contour and RT ROI Observations Modules (PS3.3 C.8.8.5, C.8.8.6, C.8.8.8). */
final class StructureReader {
    private final DataSet dataSet;
    private final Diagnostics findings;
    private final ContourReader contours;

    StructureReader(DataSet dataSet, Diagnostics findings) {
        this.dataSet = dataSet;
        this.findings = findings;
        contours = new ContourReader(findings);
    }

    /** Returns the ROIs of the Structure Set ROI Sequence, then ROIs that have contours but no Item there. */
    List<StructureRoi> rois() {
        Map<Integer, DataSet> described =
                byNumber(Tag.STRUCTURE_SET_ROI_SEQUENCE, Tag.ROI_NUMBER, "Structure Set ROI Sequence");
        Map<Integer, DataSet> drawn =
                byNumber(Tag.ROI_CONTOUR_SEQUENCE, Tag.REFERENCED_ROI_NUMBER, "ROI Contour Sequence");
        Map<Integer, DataSet> observed =
                byNumber(Tag.RTROI_OBSERVATIONS_SEQUENCE, Tag.REFERENCED_ROI_NUMBER, "RT ROI Observations Sequence");
        List<StructureRoi> rois = new ArrayList<>();
        described.forEach((number, item) -> rois.add(roi(number, item, drawn.get(number), observed.get(number))));
        drawn.forEach((number, item) -> {
            if (described.containsKey(number)) return;
            findings.add("ROI " + number + " has contours, but no Item in the Structure Set ROI Sequence (3006,0020)");
            rois.add(roi(number, DataSet.EMPTY, item, observed.get(number)));
        });
        return rois;
    }

    private Map<Integer, DataSet> byNumber(int sequenceTag, int numberTag, String name) {
        Map<Integer, DataSet> items = new LinkedHashMap<>();
        for (DataSet item : dataSet.items(sequenceTag)) {
            OptionalInt number = new OptionalAttributes(item, findings).integer(numberTag);
            if (number.isEmpty()) findings.add("an Item of the " + name + " has no ROI number and is left out");
            else if (items.putIfAbsent(number.getAsInt(), item) != null
                    && sequenceTag != Tag.RTROI_OBSERVATIONS_SEQUENCE) {
                findings.add("the " + name + " has several Items of ROI " + number.getAsInt() + "; the first is used");
            }
        }
        return items;
    }

    private StructureRoi roi(int number, DataSet item, DataSet contour, DataSet observation) {
        OptionalAttributes attributes = new OptionalAttributes(item, findings);
        DataSet drawn = contour == null ? DataSet.EMPTY : contour;
        DataSet observed = observation == null ? DataSet.EMPTY : observation;
        RegionCodes codes = new RegionCodes(
                new OptionalAttributes(observed, findings).text(Tag.RTROI_INTERPRETED_TYPE),
                Optional.empty(),
                CodedConcept.of(observed, Tag.RTROI_IDENTIFICATION_CODE_SEQUENCE, findings),
                Optional.empty(),
                Optional.empty());
        Region region = new Region(
                number,
                attributes.text(Tag.ROI_NAME),
                color(drawn),
                codes,
                attributes.text(Tag.ROI_GENERATION_ALGORITHM),
                "",
                "");
        return new StructureRoi(
                region, attributes.text(Tag.REFERENCED_FRAME_OF_REFERENCE_UID), contours.of(drawn, number));
    }

    private OptionalInt color(DataSet drawn) {
        double[] parts = new OptionalAttributes(drawn, findings).numbers(Tag.ROI_DISPLAY_COLOR);
        if (parts.length < 3) return OptionalInt.empty();
        int rgb = 0;
        for (int i = 0; i < 3; i++) rgb = rgb << 8 | (int) Math.max(0, Math.min(255, parts[i]));
        return OptionalInt.of(rgb);
    }
}
