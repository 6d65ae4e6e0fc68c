package hounsfield.imagej.save;

import hounsfield.standard.Labeled;

/** How many files an image becomes. */
public enum SaveForm implements Labeled {
    /** One file for each slice, of the kind of the source where its values are. */
    SERIES("series"),
    /** One file with all slices. */
    MULTI_FRAME("multi-frame"),
    /** One file for each slice, as Secondary Capture. */
    SECONDARY_CAPTURE("secondary capture");

    private final String label;

    SaveForm(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
