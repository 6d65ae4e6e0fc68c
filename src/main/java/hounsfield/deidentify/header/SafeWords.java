package hounsfield.deidentify.header;

import java.util.Locale;
import java.util.Set;

/**
 * Words that occur in names but identify nobody: names of test objects, placeholders for removed names, modalities, parts of the body,
 * and terms of images. Without this list, a phantom with the name CT would lose its modality CT.
 */
final class SafeWords {
    private static final Set<String> WORDS = Set.of(
            ("ANONYMOUS ANONYMIZED ANONYMISED ANON DEIDENTIFIED REMOVED UNKNOWN UNNAMED NONE NULL NAME PATIENT PERSON "
                            + "SUBJECT TEST TESTING PHANTOM DEMO SAMPLE EXAMPLE VOLUNTEER CASE STUDY SERIES IMAGE IMAGES "
                            + "DICOM WATER QUALITY CONTROL DAILY HOSPITAL CLINIC INSTITUTE CENTER CENTRE UNIVERSITY "
                            + "DEPARTMENT RADIOLOGY MEDICAL HEALTH CARE DOCTOR PHYSICIAN OPERATOR "
                            + "CT MR MRI PET PT NM US CR DR DX MG XA RF OT SC SR PR KO SEG RTSTRUCT RTPLAN RTDOSE RTIMAGE "
                            + "ECG SM OP OPT IO PX ES GM BMD IVUS FUSION REG RWV AU DOC "
                            + "HEAD BRAIN SKULL NECK CHEST LUNG HEART CARDIAC LIVER KIDNEY ABDOMEN PELVIS SPINE CSPINE "
                            + "TSPINE LSPINE KNEE HIP ANKLE FOOT HAND WRIST ELBOW SHOULDER BREAST PROSTATE WHOLEBODY BODY "
                            + "PANCREAS SPLEEN COLON STOMACH BLADDER UTERUS OVARY THORAX EXTREMITY JAW SINUS AORTA CAROTID "
                            + "PERFUSION DIFFUSION MULTIPLANAR LEG ARM EYE EAR ORIGINAL DERIVED PRIMARY SECONDARY AXIAL LOCALIZER VOLUME REFORMATTED "
                            + "MONOCHROME1 MONOCHROME2 RGB PALETTE COLOR YES NO THE AND FOR VON VAN DER DEN LEFT RIGHT "
                            + "FRONT SUPINE PRONE FEET FIRST HFS HFP FFS FFP MALE FEMALE OTHER SIEMENS PHILIPS TOSHIBA "
                            + "CANON HITACHI SHIMADZU FUJI AGFA KODAK HOLOGIC GEMS")
                    .split(" "));

    private SafeWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word.toUpperCase(Locale.ROOT));
    }
}
