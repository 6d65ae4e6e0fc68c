package hounsfield.derive;

import hounsfield.standard.Tag;
import hounsfield.write.Elements;
import java.util.Arrays;

/** SNOMED CT codes of parts of the body by Body Part Examined (0018,0015), from PS3.16 annex L. */
enum AnatomicRegion {
    ABDOMEN("113345001", "Abdomen"),
    BRAIN("12738006", "Brain"),
    BREAST("76752008", "Breast"),
    CHEST("51185008", "Chest"),
    HEAD("69536005", "Head"),
    HEART("80891009", "Heart"),
    KIDNEY("64033007", "Kidney"),
    KNEE("72696002", "Knee"),
    LIVER("10200004", "Liver"),
    LUNG("39607008", "Lung"),
    NECK("45048000", "Neck"),
    PELVIS("12921003", "Pelvis"),
    PROSTATE("41216001", "Prostate"),
    SPINE("421060004", "Spine"),
    /** The whole body; also any part that is unknown or not listed above. */
    WHOLEBODY("38266002", "Entire body");

    private final String code;
    private final String meaning;

    AnatomicRegion(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    static AnatomicRegion of(NewImage image) {
        String part = image.source()
                .map(source -> source.text(Tag.BODY_PART_EXAMINED))
                .orElse("");
        return Arrays.stream(values())
                .filter(region -> region.name().equalsIgnoreCase(part.strip()))
                .findFirst()
                .orElse(WHOLEBODY);
    }

    Elements code() {
        return InstanceHeader.code(code, "SCT", meaning);
    }
}
