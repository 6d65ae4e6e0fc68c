package hounsfield.dataset;

/**
 * A column for one value of an element, or for the mark that it has several; named as fastai names them: {@code
 * PixelSpacing} for the first value, {@code PixelSpacing1} for the second, {@code MultiPixelSpacing} for the mark.
 *
 * @param index which value, counted from 0, or {@link #MULTI}
 */
record TagColumn(TagPath path, int index) implements Comparable<TagColumn> {
    static final int MULTI = -1;

    String name() {
        String key = TagPath.key(path.tag());
        if (index == MULTI) return path.prefix() + "Multi" + key;
        return path.prefix() + (index == 0 ? key : key + index);
    }

    @Override
    public int compareTo(TagColumn other) {
        int order = path.compareTo(other.path);
        return order != 0 ? order : Integer.compare(index, other.index);
    }
}
