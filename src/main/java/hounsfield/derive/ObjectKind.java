package hounsfield.derive;

import hounsfield.standard.Labeled;
import java.util.Optional;

/** The objects that this project writes (PS3.3 annex A), with their Storage SOP Class. */
public enum ObjectKind implements Labeled {
    /** CT Image. */
    CT("CT Image", "1.2.840.10008.5.1.4.1.1.2"),
    /** MR Image. */
    MR("MR Image", "1.2.840.10008.5.1.4.1.1.4"),
    /** Positron Emission Tomography Image. */
    PET("PET Image", "1.2.840.10008.5.1.4.1.1.128"),
    /** Secondary Capture Image. */
    SECONDARY_CAPTURE("Secondary Capture Image", "1.2.840.10008.5.1.4.1.1.7"),
    /** Enhanced CT Image. */
    ENHANCED_CT("Enhanced CT Image", "1.2.840.10008.5.1.4.1.1.2.1"),
    /** Enhanced MR Image. */
    ENHANCED_MR("Enhanced MR Image", "1.2.840.10008.5.1.4.1.1.4.1"),
    /** Parametric Map: real values with a unit. */
    PARAMETRIC_MAP("Parametric Map", "1.2.840.10008.5.1.4.1.1.30"),
    /** Multi-frame Grayscale Byte Secondary Capture Image. */
    MULTI_FRAME_BYTE("Multi-frame Grayscale Byte Secondary Capture Image", "1.2.840.10008.5.1.4.1.1.7.2"),
    /** Multi-frame Grayscale Word Secondary Capture Image. */
    MULTI_FRAME_WORD("Multi-frame Grayscale Word Secondary Capture Image", "1.2.840.10008.5.1.4.1.1.7.3"),
    /** Multi-frame True Color Secondary Capture Image. */
    MULTI_FRAME_COLOR("Multi-frame True Color Secondary Capture Image", "1.2.840.10008.5.1.4.1.1.7.4"),
    /** Segmentation with a bit for each pixel of a segment. */
    SEGMENTATION("Segmentation", "1.2.840.10008.5.1.4.1.1.66.4"),
    /** Label Map Segmentation. */
    LABEL_MAP("Label Map Segmentation", "1.2.840.10008.5.1.4.1.1.66.7"),
    /** RT Structure Set. */
    STRUCTURE_SET("RT Structure Set", "1.2.840.10008.5.1.4.1.1.481.3");

    private final String label;
    private final String uid;

    ObjectKind(String label, String uid) {
        this.label = label;
        this.uid = uid;
    }

    /** {@return the name of the object} */
    @Override
    public String label() {
        return label;
    }

    /** {@return the SOP Class UID} */
    public String uid() {
        return uid;
    }

    /** {@return whether all frames are in one file, with functional groups} */
    boolean isEnhanced() {
        return this == ENHANCED_CT || this == ENHANCED_MR || this == PARAMETRIC_MAP;
    }

    /**
     * Returns the kind of a single-frame image.
     *
     * @param sopClass a SOP Class UID
     * @return CT, MR or PET; empty for other classes, multi-frame images among them
     */
    public static Optional<ObjectKind> ofSingleFrame(String sopClass) {
        for (ObjectKind kind : new ObjectKind[] {CT, MR, PET}) if (kind.uid.equals(sopClass)) return Optional.of(kind);
        return Optional.empty();
    }
}
