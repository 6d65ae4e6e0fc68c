package hounsfield.window;

import static hounsfield.window.WindowPreset.ABDOMEN_SOFT;
import static hounsfield.window.WindowPreset.ANGIO;
import static hounsfield.window.WindowPreset.BRAIN;
import static hounsfield.window.WindowPreset.BRAIN_BONE;
import static hounsfield.window.WindowPreset.BRAIN_SOFT;
import static hounsfield.window.WindowPreset.CT_BONE;
import static hounsfield.window.WindowPreset.LIVER;
import static hounsfield.window.WindowPreset.LUNGS;
import static hounsfield.window.WindowPreset.MEDIASTINUM;
import static hounsfield.window.WindowPreset.SOFT_TISSUE;
import static hounsfield.window.WindowPreset.SPINE_BONE;
import static hounsfield.window.WindowPreset.SPINE_SOFT;
import static hounsfield.window.WindowPreset.STROKE;
import static hounsfield.window.WindowPreset.SUBDURAL;
import static hounsfield.window.WindowPreset.TEMPORAL_BONE;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Presets by part of the body, most relevant first, for Body Part Examined (0018,0015). The terms are those of PS3.16
 * annex L, and {@code THORAX}, which scanners use instead of {@code CHEST}.
 */
enum BodyRegion {
    EAR("EAR IAC MASTOID TMJ", TEMPORAL_BONE, BRAIN_BONE, SOFT_TISSUE, BRAIN),
    HEAD(
            "HEAD BRAIN SKULL FACE ORBIT EYE SINUS PARANASALSINUS JAW MAXILLA MANDIBLE ZYGOMA SELLA",
            BRAIN,
            SUBDURAL,
            STROKE,
            BRAIN_BONE,
            BRAIN_SOFT,
            TEMPORAL_BONE),
    NECK("NECK HEADNECK CAROTID LARYNX PHARYNX THYROID", SOFT_TISSUE, ANGIO, CT_BONE),
    HEART("HEART CORONARYARTERY AORTA THORACICAORTA PULMONARYARTERY", ANGIO, MEDIASTINUM, LUNGS),
    CHEST(
            "CHEST THORAX LUNG BRONCHUS MEDIASTINUM ESOPHAGUS BREAST RIB STERNUM CHESTABDOMEN CHESTABDPELVIS"
                    + " NECKCHEST NECKCHESTABDOMEN NECKCHESTABDPELV",
            LUNGS,
            MEDIASTINUM,
            SOFT_TISSUE,
            CT_BONE,
            ANGIO),
    LIVER_REGION("LIVER GALLBLADDER BILEDUCT PANCREAS SPLEEN", LIVER, ABDOMEN_SOFT, ANGIO),
    ABDOMEN(
            "ABDOMEN ABDOMENPELVIS PELVIS KIDNEY ADRENAL STOMACH COLON RECTUM BLADDER PROSTATE UTERUS OVARY",
            ABDOMEN_SOFT,
            LIVER,
            SOFT_TISSUE,
            CT_BONE,
            ANGIO),
    SPINE("SPINE CSPINE TSPINE LSPINE SSPINE CTSPINE TLSPINE LSSPINE SACRUM COCCYX", SPINE_SOFT, SPINE_BONE, CT_BONE),
    LIMBS(
            "EXTREMITY UPPERLIMB LOWERLIMB ARM LEG SHOULDER CLAVICLE SCAPULA ACJOINT SCJOINT HUMERUS ELBOW FOREARM ULNA"
                    + " RADIUS WRIST HAND FINGER THUMB HIP SIJOINT FEMUR THIGH KNEE PATELLA CALF TIBIA FIBULA TIBIAFIBULA"
                    + " ANKLE FOOT CALCANEUS TOE",
            CT_BONE,
            SOFT_TISSUE,
            ANGIO);

    private final Set<String> terms;
    private final List<WindowPreset> presets;

    BodyRegion(String terms, WindowPreset... presets) {
        this.terms = Set.of(terms.split(" "));
        this.presets = List.of(presets);
    }

    /** Returns all presets, those of the body part first; in the order of declaration if the part is unknown. */
    static List<WindowPreset> inOrder(String bodyPart) {
        String term = bodyPart.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        Set<WindowPreset> order = new LinkedHashSet<>();
        for (BodyRegion region : values()) {
            if (region.terms.contains(term)) order.addAll(region.presets);
        }
        order.addAll(Arrays.asList(WindowPreset.values()));
        return List.copyOf(order);
    }
}
