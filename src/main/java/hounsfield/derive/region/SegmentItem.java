package hounsfield.derive.region;

import hounsfield.derive.InstanceHeader;
import hounsfield.region.CieLab;
import hounsfield.region.CodedConcept;
import hounsfield.region.Region;
import hounsfield.write.Elements;
import hounsfield.write.Uid;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes an Item of Segment Sequence (PS3.3 C.8.20.4): what a segment is, how it was made, and its color. */
final class SegmentItem {
    private static final Set<String> ALGORITHMS = Set.of("MANUAL", "SEMIAUTOMATIC", "AUTOMATIC");

    private SegmentItem() {}

    /**
     * @param number of the segment
     * @param semiautomatic whether a program drew its border, if the region does not say so itself
     */
    static Elements of(Region region, int number, boolean semiautomatic) {
        Elements item = new Elements()
                .number("SegmentNumber", number)
                .text("SegmentLabel", InstanceHeader.value(region.name(), 64));
        Optional<StructureTerm> term = StructureTerm.of(region.name());
        CodedConcept type =
                region.codes().type().orElse(term.orElse(StructureTerm.TISSUE).code());
        CodedConcept category = region.codes()
                .category()
                .orElse(term.orElse(StructureTerm.TISSUE).category());
        item.sequence("SegmentedPropertyCategoryCodeSequence", code(category));
        Elements typeItem = code(type);
        region.codes()
                .modifier()
                .or(() -> StructureTerm.sideOf(region.name()))
                .ifPresent(side -> typeItem.sequence("SegmentedPropertyTypeModifierCodeSequence", code(side)));
        item.sequence("SegmentedPropertyTypeCodeSequence", typeItem);
        region.codes().anatomicRegion().ifPresent(code -> item.sequence("AnatomicRegionSequence", code(code)));
        addAlgorithm(region, semiautomatic, item);
        region.color().ifPresent(rgb -> {
            int[] lab = CieLab.ofRgb(rgb);
            item.number("RecommendedDisplayCIELabValue", lab[0], lab[1], lab[2]);
        });
        String id = region.trackingId().isEmpty() ? region.name() : region.trackingId();
        item.text("TrackingID", InstanceHeader.value(id, 64))
                .text("TrackingUID", region.trackingUid().isEmpty() ? Uid.random() : region.trackingUid());
        return item;
    }

    /** Adds Segment Algorithm Type, and the name of the algorithm if a program drew the border. */
    private static void addAlgorithm(Region region, boolean semiautomatic, Elements item) {
        String[] words = region.algorithm().strip().split("[ ,:]+", 2);
        String type = words[0].toUpperCase(Locale.ROOT);
        boolean known = ALGORITHMS.contains(type);
        if (!known) type = semiautomatic ? "SEMIAUTOMATIC" : "MANUAL";
        item.text("SegmentAlgorithmType", type);
        if (type.equals("MANUAL")) return;
        String name = known && words.length > 1 ? words[1].strip() : "";
        item.text("SegmentAlgorithmName", name.isEmpty() ? "ImageJ" : InstanceHeader.value(name, 64));
    }

    private static Elements code(CodedConcept code) {
        String meaning = InstanceHeader.value(code.meaning(), 64);
        return InstanceHeader.code(
                InstanceHeader.value(code.value(), 16),
                code.scheme().isEmpty() ? "99HOUNSFIELD" : InstanceHeader.value(code.scheme(), 16),
                meaning.isEmpty() ? "no meaning" : meaning);
    }
}
