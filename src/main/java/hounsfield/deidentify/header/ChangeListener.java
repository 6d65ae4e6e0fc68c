package hounsfield.deidentify.header;

import hounsfield.data.DataSet;
import hounsfield.data.Element;

/** Receives each element that changes. */
@FunctionalInterface
public interface ChangeListener {
    /** Ignores changes. */
    ChangeListener NONE = (place, outcome, rule, before, owner, after) -> {};

    /**
     * Receives a changed element.
     *
     * @param place tag and position
     * @param outcome what happened
     * @param rule the cell of table E.1-1, or the name of another rule
     * @param before the element in the file; {@code null} if it was added
     * @param owner the Data Set or Item that contains the element in the file
     * @param after the element in the output; {@code null} if it is removed
     */
    void changed(ElementPlace place, Outcome outcome, String rule, Element before, DataSet owner, Element after);
}
