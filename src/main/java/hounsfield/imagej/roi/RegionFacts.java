package hounsfield.imagej.roi;

import hounsfield.region.CodedConcept;
import hounsfield.region.Region;
import hounsfield.region.RegionCodes;
import hounsfield.standard.error.OneLine;
import ij.gui.Roi;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Stores the description of a region in the properties of its ROIs, which ImageJ saves with them. All ROIs of a region have the same
 * properties. A code is {@code value^scheme^meaning}.
 */
public final class RegionFacts {
    private static final String NUMBER = "RegionNumber";
    private static final String NAME = "RegionName";
    private static final String INTERPRETED_TYPE = "RegionInterpretedType";
    private static final String CATEGORY = "RegionCategory";
    private static final String TYPE = "RegionType";
    private static final String MODIFIER = "RegionTypeModifier";
    private static final String ANATOMY = "RegionAnatomy";
    private static final String ALGORITHM = "RegionAlgorithm";
    private static final String TRACKING_ID = "RegionTrackingID";
    private static final String TRACKING_UID = "RegionTrackingUID";

    private RegionFacts() {}

    /**
     * Stores a description.
     *
     * @param roi receives the description
     * @param region the region to which the ROI belongs
     */
    public static void write(Roi roi, Region region) {
        RegionCodes codes = region.codes();
        roi.setProperty(NUMBER, Integer.toString(region.number()));
        set(roi, NAME, region.name());
        set(roi, INTERPRETED_TYPE, codes.interpretedType());
        set(roi, CATEGORY, text(codes.category()));
        set(roi, TYPE, text(codes.type()));
        set(roi, MODIFIER, text(codes.modifier()));
        set(roi, ANATOMY, text(codes.anatomicRegion()));
        set(roi, ALGORITHM, region.algorithm());
        set(roi, TRACKING_ID, region.trackingId());
        set(roi, TRACKING_UID, region.trackingUid());
    }

    /**
     * Returns the region to which a ROI belongs.
     *
     * @param roi any ROI
     * @return the region; empty if the ROI is not from a DICOM file
     */
    public static Optional<Region> read(Roi roi) {
        int number;
        try {
            number = Integer.parseInt(text(roi, NUMBER));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        RegionCodes codes = new RegionCodes(
                text(roi, INTERPRETED_TYPE),
                code(roi, CATEGORY),
                code(roi, TYPE),
                code(roi, MODIFIER),
                code(roi, ANATOMY));
        OptionalInt color = roi.getStrokeColor() == null
                ? OptionalInt.empty()
                : OptionalInt.of(roi.getStrokeColor().getRGB() & 0xFFFFFF);
        return Optional.of(new Region(
                number,
                text(roi, NAME),
                color,
                codes,
                text(roi, ALGORITHM),
                text(roi, TRACKING_ID),
                text(roi, TRACKING_UID)));
    }

    private static void set(Roi roi, String key, String value) {
        if (!value.isBlank()) roi.setProperty(key, OneLine.of(value));
    }

    private static String text(Roi roi, String key) {
        String value = roi.getProperty(key);
        return value == null ? "" : value;
    }

    private static String text(Optional<CodedConcept> code) {
        return code.map(each -> each.value() + "^" + each.scheme() + "^" + each.meaning())
                .orElse("");
    }

    private static Optional<CodedConcept> code(Roi roi, String key) {
        String[] parts = text(roi, key).split("\\^", 3);
        return parts.length < 3 ? Optional.empty() : Optional.of(new CodedConcept(parts[0], parts[1], parts[2]));
    }
}
