package hounsfield.deidentify.header;

import hounsfield.standard.Tag;

/**
 * The position of an element in a Data Set.
 *
 * @param sequence position of the sequence that contains it; {@code null} at the top
 * @param item number of the Item in that sequence, from 1
 * @param tag the tag of the element
 */
public record ElementPlace(ElementPlace sequence, int item, int tag) {
    @Override
    public String toString() {
        String own = Tag.toString(tag);
        return sequence == null ? own : sequence + "[" + item + "]" + own;
    }
}
