package hounsfield.imagej.save.region;

import hounsfield.derive.ObjectKind;
import hounsfield.standard.Labeled;

/** The objects that hold regions. */
public enum RegionFormat implements Labeled {
    /** A Segmentation with one bit per pixel and segment; segments may overlap. */
    SEGMENTATION("segmentation", ObjectKind.SEGMENTATION),
    /** A Label Map Segmentation with one number per pixel. */
    LABEL_MAP("label map", ObjectKind.LABEL_MAP),
    /** An RT Structure Set: contours. */
    STRUCTURE_SET("structure set", ObjectKind.STRUCTURE_SET);

    private final String label;
    private final ObjectKind kind;

    RegionFormat(String label, ObjectKind kind) {
        this.label = label;
        this.kind = kind;
    }

    @Override
    public String label() {
        return label;
    }

    ObjectKind kind() {
        return kind;
    }
}
