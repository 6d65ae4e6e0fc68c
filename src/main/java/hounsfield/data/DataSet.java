package hounsfield.data;

import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import hounsfield.standard.Tag;
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
 * An immutable Data Set or Item: elements by ascending tag, with typed access to their values.
 *
 * <p>Absent and empty are the same to every typed access: {@code find...} gives an empty result, {@code require...}
 * throws. A value that cannot be what it should be (an Integer String of letters) throws.
 */
public final class DataSet implements Iterable<Element> {
    private static final int[] NO_TAGS = {};
    private static final Element[] NO_ELEMENTS = {};

    public static final DataSet EMPTY = new DataSet(NO_TAGS, NO_ELEMENTS, SpecificCharacterSet.DEFAULT);

    private final int[] tags;
    private final Element[] elements;
    private final SpecificCharacterSet characterSet;

    private DataSet(int[] tags, Element[] elements, SpecificCharacterSet characterSet) {
        this.tags = tags;
        this.elements = elements;
        this.characterSet = characterSet;
    }

    /** The element with this tag, whatever its value. */
    public Optional<Element> find(int tag) {
        int index = indexOf(tag);
        return index < 0 ? Optional.empty() : Optional.of(elements[index]);
    }

    /** @throws MalformedDicomException if there is no such element */
    public Element require(int tag) throws MalformedDicomException {
        return find(tag).orElseThrow(() -> missing(tag));
    }

    public boolean contains(int tag) {
        return indexOf(tag) >= 0;
    }

    public int size() {
        return elements.length;
    }

    /** The character set of this Data Set's texts, its own or the enclosing one's (PS3.3 C.12.1.1.2). */
    public SpecificCharacterSet characterSet() {
        return characterSet;
    }

    /** The Items of a sequence; none if it is absent or no sequence. */
    public List<DataSet> items(int tag) {
        return find(tag).map(Element::items).orElse(List.of());
    }

    /** The first Item of a sequence. */
    public Optional<DataSet> item(int tag) {
        List<DataSet> items = items(tag);
        return items.isEmpty() ? Optional.empty() : Optional.of(items.get(0));
    }

    /** The first value as trimmed text. Numbers of binary VRs are written in decimal. */
    public Optional<String> findString(int tag) throws DicomException {
        List<String> all = strings(tag);
        return all.isEmpty() || all.get(0).isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    public String requireString(int tag) throws DicomException {
        return findString(tag).orElseThrow(() -> missing(tag));
    }

    /** All values as trimmed texts; empty ones between backslashes stay. No values if absent or empty. */
    public List<String> strings(int tag) throws DicomException {
        Optional<Element> element = find(tag);
        return element.isPresent() ? Values.strings(element.get(), characterSet) : List.of();
    }

    /** The first value as an integer: US, SS, UL, SL, IS, and others that hold one. */
    public OptionalInt findInt(int tag) throws DicomException {
        int[] all = ints(tag);
        return all.length == 0 ? OptionalInt.empty() : OptionalInt.of(all[0]);
    }

    public int requireInt(int tag) throws DicomException {
        return findInt(tag).orElseThrow(() -> missing(tag));
    }

    /** All values as integers, unsigned 32-bit ones above the range of {@code int} refused. */
    public int[] ints(int tag) throws DicomException {
        Optional<Element> element = find(tag);
        return element.isPresent() ? Values.ints(element.get()) : new int[0];
    }

    /** All values as integers of 64 bits: Extended Offset Tables, and whatever {@link #ints} takes. */
    public long[] longs(int tag) throws DicomException {
        Optional<Element> element = find(tag);
        return element.isPresent() ? Values.longs(element.get()) : new long[0];
    }

    /** The first value as a number: DS, FD, FL, and every integer. */
    public OptionalDouble findDouble(int tag) throws DicomException {
        double[] all = doubles(tag);
        return all.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(all[0]);
    }

    public double requireDouble(int tag) throws DicomException {
        return findDouble(tag).orElseThrow(() -> missing(tag));
    }

    /** All values as numbers. */
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

    /** The place of a tag among ascending ones, negative if it is not there. */
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

    /** Collects elements in any order; a later one replaces an earlier one with the same tag. */
    public static final class Builder {
        private static final int FEW = 8;

        private Element[] elements = NO_ELEMENTS;
        private int size;
        /** Whether the tags ascend, as they do in a proper file. */
        private boolean sorted = true;
        /** The last element of each tag, once somebody asks for one among tags that do not ascend. */
        private Map<Integer, Element> byTag;

        private SpecificCharacterSet characterSet;

        /** @param inherited the enclosing Data Set's character set, in force unless this one brings its own */
        public Builder(SpecificCharacterSet inherited) {
            characterSet = inherited;
        }

        public Builder add(Element element) {
            if (size > 0) sorted &= Integer.compareUnsigned(elements[size - 1].tag(), element.tag()) < 0;
            if (size == elements.length) elements = Arrays.copyOf(elements, Math.max(FEW, size * 2));
            elements[size++] = element;
            if (byTag != null) byTag.put(element.tag(), element);
            return this;
        }

        /** The element with this tag that was added last. The parser asks again and again, so no look goes over all. */
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

        public boolean contains(int tag) {
            return find(tag).isPresent();
        }

        /** Whether nothing was added so far. */
        public boolean isEmpty() {
            return size == 0;
        }

        /** As {@link DataSet#strings}, of what was added so far. */
        public List<String> strings(int tag) throws DicomException {
            Optional<Element> element = find(tag);
            return element.isPresent() ? Values.strings(element.get(), characterSet) : List.of();
        }

        /** Whether so far every tag was greater than the one before it, as PS3.5 7.1 demands. */
        public boolean isAscending() {
            return sorted;
        }

        /** The character set in force; items of a sequence inherit it. */
        public SpecificCharacterSet characterSet() {
            return characterSet;
        }

        /** Sets the character set; the parser does so when it meets {@link Tag#SPECIFIC_CHARACTER_SET}. */
        public Builder characterSet(SpecificCharacterSet own) {
            characterSet = own;
            return this;
        }

        public DataSet build() {
            if (size == 0) {
                return characterSet == SpecificCharacterSet.DEFAULT
                        ? EMPTY
                        : new DataSet(NO_TAGS, NO_ELEMENTS, characterSet);
            }
            Element[] result = Arrays.copyOf(elements, size);
            if (!sorted) {
                // The sort is stable, so that of equal tags the last one added stands last.
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
