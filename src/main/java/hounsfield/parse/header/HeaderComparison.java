package hounsfield.parse.header;

import hounsfield.parse.HeaderRow;
import hounsfield.standard.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two headers side by side. Values are compared as the texts that are shown: the beginning of a long text, the number of bytes
 * of a long binary value.
 */
public final class HeaderComparison {
    private HeaderComparison() {}

    /**
     * The rows of an element in both headers.
     *
     * @param one its row in the first header
     * @param other its row in the second header; one of the two is present
     */
    public record Pair(Optional<HeaderRow> one, Optional<HeaderRow> other) {
        /** {@return the row of the first header, or that of the second if there is none} */
        public HeaderRow row() {
            return one.or(() -> other).orElseThrow();
        }

        /** {@return the value in the first header, empty if the element is absent} */
        public String value() {
            return one.map(HeaderRow::value).orElse("");
        }

        /** {@return the value in the second header, empty if the element is absent} */
        public String otherValue() {
            return other.map(HeaderRow::value).orElse("");
        }

        /**
         * {@return whether the element is absent in one header, or has another value; the number of an Item does not count as a value}
         */
        public boolean differs() {
            if (one.isEmpty() || other.isEmpty()) return true;
            return row().tag() != Tag.ITEM && !value().equals(otherValue());
        }
    }

    /**
     * Compares two headers element by element, in sequences Item by Item.
     *
     * @param one the rows of the first header
     * @param other the rows of the second header
     * @return a pair for each element of either header, in their order
     */
    public static List<Pair> of(List<HeaderRow> one, List<HeaderRow> other) {
        List<String> onePaths = RowPaths.of(one);
        List<String> otherPaths = RowPaths.of(other);
        Set<String> inOne = new HashSet<>(onePaths);
        Map<String, HeaderRow> left = new HashMap<>();
        for (int i = 0; i < other.size(); i++) left.put(otherPaths.get(i), other.get(i));
        List<Pair> pairs = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < one.size(); i++) {
            // Elements that only the second header has come before the next common element.
            if (left.containsKey(onePaths.get(i))) {
                while (next < other.size() && !otherPaths.get(next).equals(onePaths.get(i))) {
                    if (inOne.contains(otherPaths.get(next))) {
                        if (left.containsKey(otherPaths.get(next))) break;
                    } else {
                        pairs.add(new Pair(Optional.empty(), Optional.of(other.get(next))));
                    }
                    next++;
                }
            }
            pairs.add(new Pair(Optional.of(one.get(i)), Optional.ofNullable(left.remove(onePaths.get(i)))));
            if (next < other.size() && otherPaths.get(next).equals(onePaths.get(i))) next++;
        }
        for (; next < other.size(); next++) {
            if (!inOne.contains(otherPaths.get(next))) {
                pairs.add(new Pair(Optional.empty(), Optional.of(other.get(next))));
            }
        }
        return pairs;
    }

    /**
     * Selects the pairs that differ, and the rows that enclose them.
     *
     * @param pairs of two headers
     * @return those that differ or enclose one that does, in the same order
     */
    public static List<Pair> differing(List<Pair> pairs) {
        List<HeaderRow> rows = pairs.stream().map(Pair::row).toList();
        return HeaderFilter.indexes(rows, index -> pairs.get(index).differs()).stream()
                .map(pairs::get)
                .toList();
    }
}
