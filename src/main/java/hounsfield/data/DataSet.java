package hounsfield.data;

import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

/**
 * An immutable Data Set or Item: elements in ascending order of tag, with typed access to their values.
 *
 * <p>Typed access does not distinguish absent from empty values: {@code find...} returns an empty result, {@code
 * require...} throws. A value that is invalid for its type, such as an Integer String of letters, throws.
 */
public final class DataSet implements Iterable<Element> {
    private static final int[] NO_TAGS = {};
    private static final Element[] NO_ELEMENTS = {};

    /** A Data Set without elements. */
    public static final DataSet EMPTY = new DataSet(NO_TAGS, NO_ELEMENTS, SpecificCharacterSet.DEFAULT);

    private final int[] tags;
    private final Element[] elements;
    private final SpecificCharacterSet characterSet;

    private DataSet(int[] tags, Element[] elements, SpecificCharacterSet characterSet) {
        this.tags = tags;
        this.elements = elements;
        this.characterSet = characterSet;
    }

    /**
     * Finds an element.
     *
     * @param tag of the element
     * @return the element, even if its value is empty
     */
    public Optional<Element> find(int tag) {
        int index = indexOf(tag);
        return index < 0 ? Optional.empty() : Optional.of(elements[index]);
    }

    /**
     * Returns the elements of a range of tags.
     *
     * @param first the lowest tag
     * @param last the highest tag
     * @return the elements, in ascending order of tag
     */
    public List<Element> between(int first, int last) {
        int from = insertionIndex(first);
        int end = insertionIndex(last);
        if (end < tags.length && tags[end] == last) end++;
        return from < end ? Arrays.asList(elements).subList(from, end) : List.of();
    }

    /** Returns the index of a tag, or of the next higher one. */
    private int insertionIndex(int tag) {
        int low = 0;
        int high = tags.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Integer.compareUnsigned(tags[middle], tag) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /**
     * Returns an element.
     *
     * @param tag of the element
     * @return the element, even if its value is empty
     * @throws MalformedDicomException if there is no such element
     */
    public Element require(int tag) throws MalformedDicomException {
        return find(tag).orElseThrow(() -> missing(tag));
    }

    /**
     * Returns whether an element is present.
     *
     * @param tag of the element
     * @return true even if its value is empty
     */
    public boolean contains(int tag) {
        return indexOf(tag) >= 0;
    }

    /** {@return number of elements} */
    public int size() {
        return elements.length;
    }

    /** {@return the character set of texts, either declared here or inherited from the enclosing Data Set (PS3.3 C.12.1.1.2)} */
    public SpecificCharacterSet characterSet() {
        return characterSet;
    }

    /**
     * Returns the Items of a sequence.
     *
     * @param tag of the sequence
     * @return the Items; empty if the element is absent or not a sequence
     */
    public List<DataSet> items(int tag) {
        return find(tag).map(Element::items).orElse(List.of());
    }

    /**
     * Returns the first Item of a sequence.
     *
     * @param tag of the sequence
     * @return the Item; empty if there is none
     */
    public Optional<DataSet> item(int tag) {
        List<DataSet> items = items(tag);
        return items.isEmpty() ? Optional.empty() : Optional.of(items.get(0));
    }

    /**
     * Returns the first value as text.
     *
     * @param tag of the element
     * @return trimmed text; binary numbers in decimal
     * @throws DicomException if the value cannot be read
     */
    public Optional<String> findString(int tag) throws DicomException {
        List<String> all = strings(tag);
        return all.isEmpty() || all.get(0).isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /**
     * Returns the first value as text.
     *
     * @param tag of the element
     * @return trimmed text; binary numbers in decimal
     * @throws DicomException if the value is absent, empty, or cannot be read
     */
    public String requireString(int tag) throws DicomException {
        return findString(tag).orElseThrow(() -> missing(tag));
    }

    /**
     * Returns all values as text.
     *
     * @param tag of the element
     * @return trimmed texts, including empty ones between backslashes; no values if the element is absent or empty
     * @throws DicomException if the value cannot be read
     */
    public List<String> strings(int tag) throws DicomException {
        Optional<Element> element = find(tag);
        return element.isPresent() ? Values.strings(element.get(), characterSet) : List.of();
    }

    /**
     * Returns the first value as an integer: of US, SS, UL, SL, IS, and of other VRs if it is an integer.
     *
     * @param tag of the element
     * @return the value, if any
     * @throws DicomException if a value is not an integer of 32 bits
     */
    public OptionalInt findInt(int tag) throws DicomException {
        int[] all = ints(tag);
        return all.length == 0 ? OptionalInt.empty() : OptionalInt.of(all[0]);
    }

    /**
     * {@return the first value as an integer}
     *
     * @param tag of the element
     * @throws DicomException if it is absent, empty, or not an integer of 32 bits
     */
    public int requireInt(int tag) throws DicomException {
        return findInt(tag).orElseThrow(() -> missing(tag));
    }

    /**
     * Returns all values as integers.
     *
     * @param tag of the element
     * @return the values; empty if there are none
     * @throws DicomException if a value is not in the range of {@code int}
     */
    public int[] ints(int tag) throws DicomException {
        Optional<Element> element = find(tag);
        return element.isPresent() ? Values.ints(element.get()) : new int[0];
    }

    /**
     * Returns all values as 64-bit integers, such as those of Extended Offset Tables.
     *
     * @param tag of the element
     * @return the values; empty if there are none
     * @throws DicomException if a value is not in the range of {@code long}
     */
    public long[] longs(int tag) throws DicomException {
        Optional<Element> element = find(tag);
        return element.isPresent() ? Values.longs(element.get()) : new long[0];
    }

    /**
     * Returns the first value as a number: of DS, FD, FL, and of all integer VRs.
     *
     * @param tag of the element
     * @return the value, if any
     * @throws DicomException if a value is not a number
     */
    public OptionalDouble findDouble(int tag) throws DicomException {
        double[] all = doubles(tag);
        return all.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(all[0]);
    }

    /**
     * {@return the first value as a number}
     *
     * @param tag of the element
     * @throws DicomException if it is absent, empty, or not a number
     */
    public double requireDouble(int tag) throws DicomException {
        return findDouble(tag).orElseThrow(() -> missing(tag));
    }

    /**
     * Returns all values as numbers.
     *
     * @param tag of the element
     * @return the values; empty if there are none
     * @throws DicomException if a value is not a number
     */
    public double[] doubles(int tag) throws DicomException {
        Optional<Element> element = find(tag);
        return element.isPresent() ? Values.doubles(element.get()) : new double[0];
    }

    @Override
    public Iterator<Element> iterator() {
        return Arrays.asList(elements).iterator();
    }

    private int indexOf(int tag) {
        return indexOf(tag, tags.length, i -> tags[i]);
    }

    /** Returns the index of a tag among ascending tags, or -1. */
    private static int indexOf(int tag, int size, IntUnaryOperator tags) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compareUnsigned(tags.applyAsInt(middle), tag);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }

    private static MalformedDicomException missing(int tag) {
        return new MalformedDicomException("is absent or empty", Location.ofTag(tag));
    }

    /** Collects elements in any order. A later element replaces an earlier one with the same tag. */
    public static final class Builder {
        private static final int FEW = 8;
        private static final int MANY = 128;

        private Element[] elements = NO_ELEMENTS;
        private int size;
        /** Whether the tags ascend, as the standard requires. */
        private boolean sorted = true;
        /** The last element of each tag; created by the first search among tags that do not ascend. */
        private Map<Integer, Element> byTag;

        private SpecificCharacterSet characterSet;

        /**
         * Creates an empty builder.
         *
         * @param inherited the character set of the enclosing Data Set, used unless this one declares its own
         */
        public Builder(SpecificCharacterSet inherited) {
            characterSet = inherited;
        }

        /**
         * Adds an element.
         *
         * @param element the element
         * @return this
         */
        public Builder add(Element element) {
            if (size > 0) sorted &= Integer.compareUnsigned(elements[size - 1].tag(), element.tag()) < 0;
            if (size == elements.length)
                elements = Arrays.copyOf(elements, size == 0 ? FEW : size < MANY ? size * 4 : size * 2);
            elements[size++] = element;
            if (byTag != null) byTag.put(element.tag(), element);
            return this;
        }

        /**
         * Finds the last added element with a tag. The search is fast, because the parser calls it often.
         *
         * @param tag of the element
         * @return the element, if any
         */
        public Optional<Element> find(int tag) {
            if (sorted) {
                int index = indexOf(tag, size, i -> elements[i].tag());
                return index < 0 ? Optional.empty() : Optional.of(elements[index]);
            }
            if (byTag == null) {
                byTag = new HashMap<>();
                for (int i = 0; i < size; i++) byTag.put(elements[i].tag(), elements[i]);
            }
            return Optional.ofNullable(byTag.get(tag));
        }

        /**
         * Returns whether an element was added.
         *
         * @param tag of the element
         * @return whether it is present
         */
        public boolean contains(int tag) {
            return find(tag).isPresent();
        }

        /** {@return whether nothing has been added} */
        public boolean isEmpty() {
            return size == 0;
        }

        /**
         * Does the same as {@link DataSet#strings} with the elements added so far.
         *
         * @param tag of the element
         * @return trimmed texts
         * @throws DicomException if the value cannot be read
         */
        public List<String> strings(int tag) throws DicomException {
            Optional<Element> element = find(tag);
            return element.isPresent() ? Values.strings(element.get(), characterSet) : List.of();
        }

        /** {@return whether each tag so far was greater than the one before, as PS3.5 7.1 requires} */
        public boolean isAscending() {
            return sorted;
        }

        /** {@return the current character set, which the Items of a sequence inherit} */
        public SpecificCharacterSet characterSet() {
            return characterSet;
        }

        /**
         * Sets the character set; the parser does so after reading {@link Tag#SPECIFIC_CHARACTER_SET}.
         *
         * @param own the declared character set
         * @return this
         */
        public Builder characterSet(SpecificCharacterSet own) {
            characterSet = own;
            return this;
        }

        /** {@return the Data Set, its elements in ascending order of tag} */
        public DataSet build() {
            if (size == 0) {
                return characterSet == SpecificCharacterSet.DEFAULT
                        ? EMPTY
                        : new DataSet(NO_TAGS, NO_ELEMENTS, characterSet);
            }
            Element[] result = Arrays.copyOf(elements, size);
            if (!sorted) {
                // The sort is stable, so the last added of several elements with one tag is the last of them.
                Arrays.sort(result, (a, b) -> Integer.compareUnsigned(a.tag(), b.tag()));
                int count = 0;
                for (Element element : result) {
                    if (count > 0 && result[count - 1].tag() == element.tag()) count--;
                    result[count++] = element;
                }
                result = Arrays.copyOf(result, count);
            }
            int[] tags = new int[result.length];
            for (int i = 0; i < tags.length; i++) tags[i] = result[i].tag();
            return new DataSet(tags, result, characterSet);
        }
    }
}
