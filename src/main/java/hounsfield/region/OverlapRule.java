package hounsfield.region;

import hounsfield.standard.Labeled;

/** The rule that decides which pixels belong to a region with several closed contours on a slice. */
public enum OverlapRule implements Labeled {
    /** Those within an odd number of contours, so that a contour within another one is a hole. */
    EVEN_ODD("even-odd"),
    /** Those within any contour. */
    UNION("union");

    private final String label;

    OverlapRule(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
