package hounsfield.imagej.save.region;

import hounsfield.standard.Labeled;

/** Where the regions to save come from. */
public enum RegionSource implements Labeled {
    /** The ROIs of the ROI Manager, on the active image. */
    MANAGER("roi manager"),
    /** The ROIs of the image's overlay. */
    OVERLAY("overlay"),
    /** The pixels of the active image that are not 0, as one region. */
    MASK("mask"),
    /** The pixels of the active image by value, one region for each value except 0. */
    LABELS("labels");

    private final String label;

    RegionSource(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
