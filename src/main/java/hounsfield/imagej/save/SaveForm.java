package hounsfield.imagej.save;

import hounsfield.standard.Labeled;

/** The number and kind of the files of a saved image. */
public enum SaveForm implements Labeled {
    /** One file for each slice, of the same kind as the source if the values are of the same kind. */
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
