package hounsfield.region.segmentation;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.region.CieLab;
import hounsfield.region.CodedConcept;
import hounsfield.region.Region;
import hounsfield.region.RegionCodes;
import hounsfield.standard.Tag;
import hounsfield.work.Diagnostics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The segments that a segmentation describes: Segment Sequence (0062,0002), see PS3.3 C.8.20.2.
 *
 * @param regions the segments, in order
 * @param background the values of a label map that stand for background
 */
record SegmentTable(List<Region> regions, Set<Integer> background) {
    SegmentTable {
        regions = List.copyOf(regions);
        background = Set.copyOf(background);
    }

    /** @param colors returns the color of a number by the palette of the file, if it has one */
    static SegmentTable of(DataSet dataSet, boolean labelMap, IntFunction<OptionalInt> colors, Diagnostics findings) {
        List<Region> regions = new ArrayList<>();
        Set<Integer> background = new HashSet<>();
        if (labelMap) {
            OptionalInt padding = new OptionalAttributes(dataSet, findings).integer(Tag.PIXEL_PADDING_VALUE);
            background.add(padding.orElse(0));
        }
        Set<Integer> numbers = new HashSet<>();
        for (DataSet item : dataSet.items(Tag.SEGMENT_SEQUENCE)) {
            OptionalInt number = new OptionalAttributes(item, findings).integer(Tag.SEGMENT_NUMBER);
            if (number.isEmpty()) {
                findings.add("an Item of the Segment Sequence has no Segment Number (0062,0004) and is left out");
                continue;
            }
            if (!numbers.add(number.getAsInt())) {
                findings.add("several segments have the number " + number.getAsInt() + "; the first is used");
                continue;
            }
            Region region = region(item, number.getAsInt(), colors, findings);
            if (region.codes().type().filter(type -> type.is("125040", "DCM")).isPresent() && labelMap) {
                background.add(region.number());
            } else {
                regions.add(region);
            }
        }
        // A value of 0 without a description is background.
        if (labelMap && !numbers.contains(0)) background.add(0);
        regions.removeIf(region -> background.contains(region.number()));
        return new SegmentTable(regions, background);
    }

    private static Region region(DataSet item, int number, IntFunction<OptionalInt> colors, Diagnostics findings) {
        OptionalAttributes attributes = new OptionalAttributes(item, findings);
        Optional<DataSet> type = item.item(Tag.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE);
        RegionCodes codes = new RegionCodes(
                "",
                CodedConcept.of(item, Tag.SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE, findings),
                CodedConcept.of(item, Tag.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE, findings),
                type.flatMap(
                        code -> CodedConcept.of(code, Tag.SEGMENTED_PROPERTY_TYPE_MODIFIER_CODE_SEQUENCE, findings)),
                CodedConcept.of(item, Tag.ANATOMIC_REGION_SEQUENCE, findings));
        String algorithm = (attributes.text(Tag.SEGMENT_ALGORITHM_TYPE) + " "
                        + attributes.text(Tag.SEGMENT_ALGORITHM_NAME))
                .strip();
        return new Region(
                number,
                attributes.text(Tag.SEGMENT_LABEL),
                color(attributes, number, colors),
                codes,
                algorithm,
                attributes.text(Tag.TRACKING_ID),
                attributes.text(Tag.TRACKING_UID));
    }

    private static OptionalInt color(OptionalAttributes attributes, int number, IntFunction<OptionalInt> colors) {
        double[] lab = attributes.numbers(Tag.RECOMMENDED_DISPLAY_CIE_LAB_VALUE);
        if (lab.length >= 3) return OptionalInt.of(CieLab.toRgb((int) lab[0], (int) lab[1], (int) lab[2]));
        OptionalInt palette = colors.apply(number);
        if (palette.isPresent()) return palette;
        OptionalInt gray = attributes.integer(Tag.RECOMMENDED_DISPLAY_GRAYSCALE_VALUE);
        return gray.isEmpty() ? gray : OptionalInt.of(CieLab.gray(gray.getAsInt()));
    }

    /** Returns the segments by number. */
    Map<Integer, Region> byNumber() {
        Map<Integer, Region> byNumber = new java.util.LinkedHashMap<>();
        regions.forEach(region -> byNumber.put(region.number(), region));
        return byNumber;
    }
}
