package hounsfield.deidentify.profile;

/** What happens to an attribute (PS3.15 table E.1-1a). */
public enum ProfileAction {
    /** X: the element is removed. */
    REMOVE,
    /** Z: the value is removed, and the element stays. */
    EMPTY,
    /** D: the value is replaced with a dummy that fits the Value Representation. */
    DUMMY,
    /** U: UIDs are replaced consistently; of a sequence, those in its Items. */
    UID,
    /** K: the value is kept; the Items of a sequence are treated by the same table. */
    KEEP,
    /** C: the value is kept without what identifies. */
    CLEAN;

    /**
     * Chooses the action of a cell. If the choice depends on the type of the attribute in its IOD, as in X/Z, this takes the last
     * letter, which is valid for the strictest type: a dummy is valid where an empty value is valid, and an empty value is valid where
     * the element may be absent.
     *
     * @param cell such as {@code X/Z/D}
     * @return the action
     */
    static ProfileAction of(String cell) {
        return switch (cell) {
            case "X" -> REMOVE;
            case "Z", "X/Z" -> EMPTY;
            case "D", "X/D", "X/Z/D", "Z/D" -> DUMMY;
            case "U", "X/Z/U*" -> UID;
            case "K" -> KEEP;
            case "C" -> CLEAN;
            default -> throw new IllegalArgumentException("not an action of table E.1-1: " + cell);
        };
    }
}
