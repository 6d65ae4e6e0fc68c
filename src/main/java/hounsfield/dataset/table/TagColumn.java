package hounsfield.dataset.table;

import java.io.Serializable;

/**
 * A column for one value of an element, or for the mark that it has several. Names are those of fastai: {@code
 * PixelSpacing} for the first value, {@code PixelSpacing1} for the second, {@code MultiPixelSpacing} for the mark.
 *
 * @param index of the value, from 0, or {@link #MULTI}
 */
record TagColumn(TagPath path, int index) implements Comparable<TagColumn>, Serializable {
    static final int MULTI = -1;

    String name() {
        String key = TagPath.key(path.tag());
        if (index == MULTI) return path.prefix() + "Multi" + key;
        return path.prefix() + (index == 0 ? key : key + index);
    }

    /** Equal to that of a record, but faster, because a table looks up every value of every header. */
    @Override
    public int hashCode() {
        return 31 * path.hashCode() + index;
    }

    @Override
    public int compareTo(TagColumn other) {
        int order = path.compareTo(other.path);
        return order != 0 ? order : Integer.compare(index, other.index);
    }
}
