package hounsfield.dataset.table;

import hounsfield.standard.Dictionary;
import hounsfield.standard.Tag;
import hounsfield.standard.TagName;
import java.io.Serializable;

/**
 * The position of an element in a Data Set: at the top level, or in an Item of a sequence, which itself has a position.
 *
 * @param sequence the sequence that contains the element; {@code null} at the top level
 * @param item index of the Item, from 0; 0 at the top level
 */
record TagPath(TagPath sequence, int item, int tag) implements Comparable<TagPath>, Serializable {
    /** Returns the path of an element at the top level. */
    static TagPath of(int tag) {
        return new TagPath(null, 0, tag);
    }

    /** Parses the text that {@link #name} returns. */
    static TagPath parse(String name) {
        TagPath path = null;
        int item = 0;
        for (TagName step : TagName.path(name)) {
            path = new TagPath(path, item, step.tag());
            item = Math.max(0, step.item());
        }
        return path;
    }

    /** Returns the path of an element in an Item of this sequence. */
    TagPath in(int itemOfThis, int elementTag) {
        return new TagPath(this, itemOfThis, elementTag);
    }

    /** Returns the number of sequences that contain it. */
    int depth() {
        int depth = 0;
        for (TagPath outer = sequence; outer != null; outer = outer.sequence) depth++;
        return depth;
    }

    /** Returns the ancestor at a depth. */
    TagPath at(int depth) {
        TagPath place = this;
        for (int up = depth() - depth; up > 0; up--) place = place.sequence;
        return place;
    }

    /** Returns a name such as {@code SharedFunctionalGroupsSequence[0].PixelMeasuresSequence[0].PixelSpacing}. */
    String name() {
        return prefix() + key(tag);
    }

    /** Returns the part of the name before the element's own key: its sequences and their Items. */
    String prefix() {
        return sequence == null ? "" : sequence.name() + "[" + item + "].";
    }

    /**
     * Returns the keyword in PS3.6, or the tag if there is none: for private and unknown elements, and for all elements
     * of a repeating group except the first, which has the keyword.
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

    @Override
    public int hashCode() {
        return (sequence == null ? 0 : 31 * (31 * sequence.hashCode() + item)) + tag;
    }

    /** Compares in the order of a header: by tag, and within a sequence by Item. */
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
