package hounsfield.dataset;

import hounsfield.standard.Dictionary;
import hounsfield.standard.Tag;

/**
 * Where an element stands in a Data Set: at its top, or in an Item of a sequence, which has a place of its own.
 *
 * @param sequence the sequence that holds the element, {@code null} at the top
 * @param item the Item, counted from 0; 0 at the top
 */
record TagPath(TagPath sequence, int item, int tag) implements Comparable<TagPath> {
    /** An element at the top. */
    static TagPath of(int tag) {
        return new TagPath(null, 0, tag);
    }

    /** An element of an Item of this sequence. */
    TagPath in(int itemOfThis, int elementTag) {
        return new TagPath(this, itemOfThis, elementTag);
    }

    /** How many sequences it lies in. */
    int depth() {
        int depth = 0;
        for (TagPath outer = sequence; outer != null; outer = outer.sequence) depth++;
        return depth;
    }

    /** The place at a depth on the way to this one. */
    TagPath at(int depth) {
        TagPath place = this;
        for (int up = depth() - depth; up > 0; up--) place = place.sequence;
        return place;
    }

    /** As {@code SharedFunctionalGroupsSequence[0].PixelMeasuresSequence[0].PixelSpacing}. */
    String name() {
        return prefix() + key(tag);
    }

    /** What stands before the element's own key: its sequences and their Items. */
    String prefix() {
        return sequence == null ? "" : sequence.name() + "[" + item + "].";
    }

    /**
     * The keyword of PS3.6, or the number for what has none: private elements, unknown ones, and of a repeating group all
     * but the first, whose keyword it is.
     */
    static String key(int tag) {
        return Dictionary.find(tag)
                .map(entry -> entry.keyword())
                .filter(keyword -> !keyword.isEmpty())
                .filter(keyword -> Dictionary.byKeyword(keyword)
                        .filter(named -> named.tag() == tag)
                        .isPresent())
                .orElseGet(() -> Tag.toString(tag));
    }

    /** The order of a header: by tag, and within a sequence by Item. */
    @Override
    public int compareTo(TagPath other) {
        int depth = depth();
        int otherDepth = other.depth();
        for (int i = 0; i <= Math.min(depth, otherDepth); i++) {
            TagPath own = at(i);
            TagPath others = other.at(i);
            int order = own.item != others.item
                    ? Integer.compare(own.item, others.item)
                    : Integer.compareUnsigned(own.tag, others.tag);
            if (order != 0) return order;
        }
        return Integer.compare(depth, otherDepth);
    }
}
