package hounsfield.derive.region;

import hounsfield.region.CodedConcept;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * SNOMED CT terms for the names of regions: organs, tissues and abnormalities of PS3.16 CID 7151, each with its category of
 * CID 7150.
 */
public enum StructureTerm {
    /** Adrenal gland. */
    ADRENAL_GLAND("23451007", "Adrenal gland"),
    /** Aorta. */
    AORTA("15825003", "Aorta"),
    /** Artery. */
    ARTERY("51114001", "Artery"),
    /** Urinary bladder. */
    BLADDER("89837001", "Bladder", "urinary bladder"),
    /** Blood vessel. */
    BLOOD_VESSEL("59820001", "Blood vessel", "vessel"),
    /** Body fat. */
    BODY_FAT("248300009", "Body fat", Category.TISSUE, "fat"),
    /** Bone. */
    BONE("272673000", "Bone", Category.TISSUE),
    /** Brain. */
    BRAIN("12738006", "Brain"),
    /** Breast. */
    BREAST("76752008", "Breast"),
    /** Cerebellum. */
    CEREBELLUM("113305005", "Cerebellum"),
    /** Colon. */
    COLON("71854001", "Colon"),
    /** Cyst. */
    CYST("367643001", "Cyst", Category.ABNORMAL),
    /** Edema. */
    EDEMA("79654002", "Edema", Category.ABNORMAL),
    /** Esophagus. */
    ESOPHAGUS("32849002", "Esophagus"),
    /** Eye. */
    EYE("81745001", "Eye"),
    /** Femur. */
    FEMUR("71341001", "Femur"),
    /** Gallbladder. */
    GALLBLADDER("28231008", "Gallbladder"),
    /** Heart. */
    HEART("80891009", "Heart"),
    /** Hemorrhage. */
    HEMORRHAGE("50960005", "Hemorrhage", Category.ABNORMAL),
    /** Kidney. */
    KIDNEY("64033007", "Kidney"),
    /** Larynx. */
    LARYNX("4596009", "Larynx"),
    /** Liver. */
    LIVER("10200004", "Liver"),
    /** Lung. */
    LUNG("39607008", "Lung"),
    /** Lymph node. */
    LYMPH_NODE("59441001", "Lymph node"),
    /** Mandible. */
    MANDIBLE("91609006", "Mandible"),
    /** Mass. */
    MASS("4147007", "Mass", Category.ABNORMAL),
    /** Mediastinum. */
    MEDIASTINUM("72410000", "Mediastinum"),
    /** Muscle. */
    MUSCLE("71616004", "Muscle", Category.TISSUE),
    /** Necrosis. */
    NECROSIS("6574001", "Necrosis", Category.ABNORMAL),
    /** Neoplasm. */
    NEOPLASM("108369006", "Neoplasm", Category.ABNORMAL, "tumor", "tumour", "gtv"),
    /** Nodule. */
    NODULE("27925004", "Nodule", Category.ABNORMAL),
    /** Pancreas. */
    PANCREAS("15776009", "Pancreas"),
    /** Parotid gland. */
    PAROTID_GLAND("45289007", "Parotid gland", "parotid"),
    /** Prostate. */
    PROSTATE("41216001", "Prostate"),
    /** Rectum. */
    RECTUM("34402009", "Rectum"),
    /** Rib. */
    RIB("113197003", "Rib"),
    /** Skin. */
    SKIN("39937001", "Skin", Category.TISSUE),
    /** Small intestine. */
    SMALL_INTESTINE("30315005", "Small intestine"),
    /** Spinal cord. */
    SPINAL_CORD("2748008", "Spinal cord"),
    /** Spleen. */
    SPLEEN("78961009", "Spleen"),
    /** Stomach. */
    STOMACH("69695003", "Stomach"),
    /** Thyroid. */
    THYROID("69748006", "Thyroid"),
    /** Any tissue: the term for names that match no other term. */
    TISSUE("85756007", "Tissue", Category.TISSUE),
    /** Trachea. */
    TRACHEA("44567001", "Trachea"),
    /** Uterus. */
    UTERUS("35039007", "Uterus"),
    /** Vein. */
    VEIN("29092000", "Vein"),
    /** Vertebra. */
    VERTEBRA("51282000", "Vertebra");

    private static final String SCHEME = "SCT";

    private enum Category {
        ANATOMICAL("123037004", "Anatomical Structure"),
        TISSUE("85756007", "Tissue"),
        ABNORMAL("49755003", "Morphologically Abnormal Structure");

        private final CodedConcept code;

        Category(String code, String meaning) {
            this.code = new CodedConcept(code, SCHEME, meaning);
        }
    }

    private final CodedConcept code;
    private final Category category;
    private final List<String> synonyms;

    StructureTerm(String code, String meaning, String... synonyms) {
        this(code, meaning, Category.ANATOMICAL, synonyms);
    }

    StructureTerm(String code, String meaning, Category category, String... synonyms) {
        this.code = new CodedConcept(code, SCHEME, meaning);
        this.category = category;
        this.synonyms = List.of(synonyms);
    }

    /**
     * Finds the term of a region's name.
     *
     * @param name such as {@code Liver}, {@code left kidney} or {@code Lung_R}
     * @return the term; empty if no term matches
     */
    public static Optional<StructureTerm> of(String name) {
        String plain = withoutSide(words(name));
        return Arrays.stream(values())
                .filter(term ->
                        term.is(plain) || plain.endsWith("s") && term.is(plain.substring(0, plain.length() - 1)))
                .findFirst();
    }

    /**
     * Finds the side in a region's name.
     *
     * @param name such as {@code left kidney} or {@code Lung_R}
     * @return the code of left or right; empty if the name has neither
     */
    public static Optional<CodedConcept> sideOf(String name) {
        List<String> words = List.of(words(name).split(" "));
        if (words.contains("left") || words.contains("l") || words.contains("lt"))
            return Optional.of(new CodedConcept("7771000", SCHEME, "Left"));
        boolean right = words.contains("right") || words.contains("r") || words.contains("rt");
        return right ? Optional.of(new CodedConcept("24028007", SCHEME, "Right")) : Optional.empty();
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip();
    }

    private static String withoutSide(String words) {
        return words.replaceAll("\\b(left|right|l|r|lt|rt)\\b", "")
                .replaceAll(" +", " ")
                .strip();
    }

    private boolean is(String plain) {
        return plain.equals(code.meaning().toLowerCase(Locale.ROOT)) || synonyms.contains(plain);
    }

    /** {@return the code of the term} */
    public CodedConcept code() {
        return code;
    }

    /** {@return the code of its category} */
    public CodedConcept category() {
        return category.code;
    }
}
