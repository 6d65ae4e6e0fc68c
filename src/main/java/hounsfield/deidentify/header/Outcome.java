package hounsfield.deidentify.header;

import hounsfield.standard.Labeled;

/** What happened to an element. */
public enum Outcome implements Labeled {
    /** The element is not in the output. */
    REMOVED("removed"),
    /** The element has no value. */
    EMPTIED("emptied"),
    /** A dummy or a pseudonym is in place of the value. */
    REPLACED("replaced"),
    /** UIDs are replaced by their pseudonyms. */
    UID_REPLACED("UID replaced"),
    /** Dates are shifted. */
    DATE_SHIFTED("date shifted"),
    /** Parts of a text are removed. */
    CLEANED("cleaned"),
    /** A mark of the de-identification is added. */
    ADDED("added");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
