package hounsfield.series.axis;

import hounsfield.series.slice.AxisAttribute;
import hounsfield.series.slice.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Divides the images at the positions of a stack into classes that have the same members at every position. Attributes
 * are added one by one, each only if it divides images at one position and does so in the same way at all positions.
 * Images with equal attributes are numbered by a time or a counter.
 */
final class AxisKeys {
    /** Images by position. */
    private final List<List<Slice>> positions;
    /** The class of each image, in the order of {@link #positions}. */
    private List<List<List<Object>>> keys;

    private final List<AxisAttribute> attributes = new ArrayList<>();
    private boolean guess;

    /** Creates keys without attributes: all images at a position have the same key. */
    AxisKeys(List<List<Slice>> positions) {
        this.positions = positions;
        keys = positions.stream()
                .map(images -> images.stream().map(image -> List.of()).toList())
                .toList();
    }

    /** @param positions the images at each position, at least one */
    static AxisKeys of(List<List<Slice>> positions) {
        AxisKeys keys = new AxisKeys(positions);
        for (AxisAttribute attribute : AxisAttribute.values()) {
            if (attribute.isGuess() || keys.isUnique()) continue;
            keys.divideByValue(attribute);
        }
        if (!keys.isUnique()) keys.divideByRank();
        return keys;
    }

    /**
     * Divides images by chosen attributes, whether they divide all positions in the same way or not.
     *
     * @param positions the images at each position, at least one
     * @param words the choice
     * @throws IllegalArgumentException if an attribute is the same for all images at each position, or if two images at
     *     a position agree in all attributes
     */
    static AxisKeys chosen(List<List<Slice>> positions, List<AxisChoice.Word> words) {
        AxisKeys keys = new AxisKeys(positions);
        for (AxisChoice.Word word : words) {
            if (word.attributes().stream().noneMatch(keys::force)) {
                throw new IllegalArgumentException("axes: the images at a position do not differ in " + word.text()
                        + "; they differ in " + keys.differing());
            }
        }
        if (!keys.isUnique()) {
            throw new IllegalArgumentException("axes: images at a position have the same "
                    + String.join(
                            " and ", words.stream().map(AxisChoice.Word::text).toList())
                    + "; they differ in " + keys.differing());
        }
        return keys;
    }

    /** Creates the object from known keys, one for each image, in the order of the positions. */
    AxisKeys(List<List<Slice>> positions, List<List<List<Object>>> keys, List<AxisAttribute> attributes) {
        this.positions = positions;
        this.keys = keys;
        this.attributes.addAll(attributes);
    }

    /** Divides by the values of an attribute; returns whether they differ between images with the same key. */
    boolean divide(AxisAttribute attribute) {
        return append(attribute, longer(image -> image.axisValues().get(attribute)));
    }

    private boolean append(AxisAttribute attribute, List<List<List<Object>>> divided) {
        if (!divides(divided)) return false;
        keys = divided;
        attributes.add(attribute);
        return true;
    }

    /** Returns the images by position. */
    List<List<Slice>> positions() {
        return positions;
    }

    /** Divides by the values of an attribute, or by their order if the values differ from position to position. */
    private boolean force(AxisAttribute attribute) {
        List<List<List<Object>>> divided = longer(image -> image.axisValues().get(attribute));
        if (attribute.isOrdinal() && !isGrid(attribute, divided)) {
            Ranking ranking = rank(attribute);
            if (ranking == null) return false;
            divided = longer(ranking.ranks::get);
        }
        return append(attribute, divided);
    }

    /**
     * Returns whether the values of an attribute are the steps of an axis: all classes have the same values, and most
     * positions have them all.
     */
    private boolean isGrid(AxisAttribute attribute, List<List<List<Object>>> divided) {
        Map<List<Object>, Set<Object>> values = new HashMap<>();
        Set<List<Object>> steps = new HashSet<>();
        int images = 0;
        for (int p = 0; p < positions.size(); p++) {
            for (int i = 0; i < positions.get(p).size(); i++) {
                values.computeIfAbsent(keys.get(p).get(i), key -> new HashSet<>())
                        .add(positions.get(p).get(i).axisValues().get(attribute));
                steps.add(divided.get(p).get(i));
                images++;
            }
        }
        boolean shared = values.values().stream().distinct().count() == 1;
        return shared && images >= AxisGrid.LEAST_FILLED * steps.size() * positions.size();
    }

    /** Returns the labels of the attributes that differ between images with the same key. */
    String differing() {
        String labels = Arrays.stream(AxisAttribute.values())
                .filter(attribute -> divides(longer(image -> image.axisValues().get(attribute))))
                .map(AxisAttribute::label)
                .collect(Collectors.joining(", "));
        return labels.isEmpty() ? "nothing" : labels;
    }

    /** {@return the attributes that divide, in the order of the parts of {@link #key}} */
    List<AxisAttribute> attributes() {
        return attributes;
    }

    /**
     * {@return whether the last attribute has no physical meaning, or divides the images differently at different
     * positions}
     */
    boolean isGuess() {
        return guess;
    }

    /**
     * {@return values of {@link #attributes}; {@code null} for an absent value, a rank for an attribute that counts}
     */
    List<Object> key(int position, int image) {
        return keys.get(position).get(image);
    }

    /** {@return whether no two images at a position have the same key} */
    boolean isUnique() {
        return keys.stream().allMatch(each -> each.stream().distinct().count() == each.size());
    }

    private void divideByValue(AxisAttribute attribute) {
        boolean isFile = attribute == AxisAttribute.FILE;
        if (isFile && positions.size() == 1) return;
        boolean full = attribute.isOrdinal() && hasFullClass(attribute);
        if ((isFile || attribute.isOrdinal()) && !full && !isEqualInClasses(attribute)) return;
        List<List<List<Object>>> divided = longer(slice -> slice.axisValues().get(attribute));
        if (divides(divided) && (full || isConsistent(divided))) {
            keys = divided;
            attributes.add(attribute);
        }
    }

    /**
     * Returns whether the classes at each position have the same values of an attribute. Otherwise, as for acquisition
     * times of echoes, only the order of values within a class is used.
     */
    private boolean isEqualInClasses(AxisAttribute attribute) {
        for (int p = 0; p < positions.size(); p++) {
            Map<List<Object>, Set<Object>> values = new HashMap<>();
            for (int i = 0; i < positions.get(p).size(); i++) {
                values.computeIfAbsent(keys.get(p).get(i), key -> new HashSet<>())
                        .add(positions.get(p).get(i).axisValues().get(attribute));
            }
            if (values.values().stream().distinct().count() > 1) return false;
        }
        return true;
    }

    /**
     * Returns whether one class has all values of an attribute at every position, and the other classes have only some
     * of them, each once at a position. If so, the other classes lack images, and the values are the steps of the axis.
     */
    private boolean hasFullClass(AxisAttribute attribute) {
        Map<List<Object>, List<List<Slice>>> classes = classes();
        if (classes.size() < 2) return false;
        Set<Object> all = new HashSet<>();
        for (List<Slice> images : positions) {
            for (Slice image : images) all.add(image.axisValues().get(attribute));
        }
        boolean full = false;
        for (List<List<Slice>> cells : classes.values()) {
            boolean every = cells.size() == positions.size();
            for (List<Slice> cell : cells) {
                long different = cell.stream()
                        .map(image -> image.axisValues().get(attribute))
                        .distinct()
                        .count();
                if (different < cell.size()) return false;
                every &= different == all.size();
            }
            full |= every;
        }
        return full && !all.contains(null);
    }

    /** Returns the keys with one more value each. */
    private List<List<List<Object>>> longer(Function<Slice, Object> value) {
        List<List<List<Object>>> longer = new ArrayList<>(positions.size());
        for (int p = 0; p < positions.size(); p++) {
            List<List<Object>> own = new ArrayList<>();
            for (int i = 0; i < positions.get(p).size(); i++) {
                List<Object> key = new ArrayList<>(keys.get(p).get(i));
                key.add(value.apply(positions.get(p).get(i)));
                own.add(key);
            }
            longer.add(own);
        }
        return longer;
    }

    private boolean divides(List<List<List<Object>>> divided) {
        for (int p = 0; p < divided.size(); p++) {
            if (divided.get(p).stream().distinct().count()
                    > keys.get(p).stream().distinct().count()) return true;
        }
        return false;
    }

    /** Returns whether all full positions have the same classes, and the other positions a subset of them. */
    private static boolean isConsistent(List<List<List<Object>>> divided) {
        int full = divided.stream().mapToInt(List::size).max().orElse(0);
        Map<List<Object>, Integer> expected = null;
        for (List<List<Object>> each : divided) {
            if (each.size() < full) continue;
            Map<List<Object>, Integer> counts = counts(each);
            if (expected == null) expected = counts;
            else if (!expected.equals(counts)) return false;
        }
        for (List<List<Object>> each : divided) {
            for (Map.Entry<List<Object>, Integer> entry : counts(each).entrySet()) {
                if (expected.getOrDefault(entry.getKey(), 0) < entry.getValue()) return false;
            }
        }
        return true;
    }

    private static Map<List<Object>, Integer> counts(List<List<Object>> each) {
        Map<List<Object>, Integer> counts = new HashMap<>();
        for (List<Object> key : each) counts.merge(key, 1, Integer::sum);
        return counts;
    }

    /** An attribute whose order numbers the images of a class at each position. */
    private record Ranking(AxisAttribute attribute, Map<Slice, Integer> ranks, boolean consistent) {}

    private void divideByRank() {
        List<Ranking> rankings = Arrays.stream(AxisAttribute.values())
                .filter(AxisAttribute::isOrdinal)
                .map(this::rank)
                .filter(Objects::nonNull)
                .toList();
        Ranking best = rankings.stream()
                .filter(Ranking::consistent)
                .findFirst()
                .orElseGet(() -> rankings.isEmpty() ? byInstance() : rankings.get(0));
        guess = best.attribute.isGuess() || !best.consistent;
        attributes.add(best.attribute);
        keys = longer(best.ranks::get);
    }

    /** Returns the ranking of an attribute; {@code null} if images of a class have the same value or none. */
    private Ranking rank(AxisAttribute attribute) {
        Map<Slice, Integer> ranks = new IdentityHashMap<>();
        boolean consistent = true;
        for (List<List<Slice>> cells : classes().values()) {
            for (List<Slice> cell : cells) {
                cell.sort(Comparator.comparingDouble(image -> image.axisValues().number(attribute)));
                for (int i = 0; i < cell.size(); i++) {
                    double value = cell.get(i).axisValues().number(attribute);
                    boolean repeats =
                            i > 0 && value == cell.get(i - 1).axisValues().number(attribute);
                    if (cell.size() > 1 && (Double.isNaN(value) || repeats)) return null;
                    ranks.put(cell.get(i), i);
                }
            }
            if (!number(cells, attribute, ranks)) consistent &= hasOneOrder(cells, ranks);
        }
        return new Ranking(attribute, ranks, consistent && attribute != AxisAttribute.FRAME_NUMBER);
    }

    private Ranking byInstance() {
        Map<Slice, Integer> ranks = new IdentityHashMap<>();
        for (List<List<Slice>> cells : classes().values()) {
            for (List<Slice> cell : cells) {
                cell.sort(Slice.BY_INSTANCE);
                for (int i = 0; i < cell.size(); i++) ranks.put(cell.get(i), i);
            }
        }
        return new Ranking(AxisAttribute.INSTANCE_NUMBER, ranks, false);
    }

    /** Returns the images of each class, by position. */
    Map<List<Object>, List<List<Slice>>> classes() {
        Map<List<Object>, List<List<Slice>>> classes = new LinkedHashMap<>();
        for (int p = 0; p < positions.size(); p++) {
            Map<List<Object>, List<Slice>> here = new LinkedHashMap<>();
            for (int i = 0; i < positions.get(p).size(); i++) {
                here.computeIfAbsent(keys.get(p).get(i), key -> new ArrayList<>())
                        .add(positions.get(p).get(i));
            }
            here.forEach((key, cell) ->
                    classes.computeIfAbsent(key, ignored -> new ArrayList<>()).add(cell));
        }
        return classes;
    }

    /**
     * Numbers the images by blocks of values, as in a scan that acquires one volume after the other: at positions with
     * all images, every value of a rank is below every value of the next rank. Images at other positions get the rank
     * of the nearest block.
     *
     * @param cells images in the order of the attribute, by position
     * @return whether there are such blocks
     */
    private static boolean number(List<List<Slice>> cells, AxisAttribute attribute, Map<Slice, Integer> ranks) {
        int full = cells.stream().mapToInt(List::size).max().orElse(0);
        double[] low = new double[full];
        double[] high = new double[full];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (List<Slice> cell : cells) {
            for (int i = 0; cell.size() == full && i < full; i++) {
                double value = cell.get(i).axisValues().number(attribute);
                if (value < low[i]) low[i] = value;
                if (value > high[i]) high[i] = value;
            }
        }
        // Two blocks that share a value have no boundary between them.
        for (int i = 1; i < full; i++) if (high[i - 1] >= low[i]) return false;
        for (List<Slice> cell : cells) {
            if (cell.size() == full) continue;
            Map<Integer, Slice> placed = new TreeMap<>();
            for (Slice image : cell) {
                placed.putIfAbsent(nearest(low, high, image.axisValues().number(attribute)), image);
            }
            if (placed.size() == cell.size()) placed.forEach((rank, image) -> ranks.put(image, rank));
        }
        return true;
    }

    private static int nearest(double[] low, double[] high, double value) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < low.length; i++) {
            double outside = value < low[i] ? low[i] - value : value > high[i] ? value - high[i] : 0;
            if (outside < least) {
                least = outside;
                best = i;
            }
        }
        return best;
    }

    /** Returns whether Instance Numbers have one order at all positions, which can differ from the given order. */
    private static boolean hasOneOrder(List<List<Slice>> cells, Map<Slice, Integer> ranks) {
        int full = cells.stream().mapToInt(List::size).max().orElse(0);
        List<Integer> expected = null;
        for (List<Slice> cell : cells) {
            if (cell.size() < full) continue;
            List<Slice> byInstance = new ArrayList<>(cell);
            byInstance.sort(
                    Comparator.comparingDouble(image -> image.axisValues().number(AxisAttribute.INSTANCE_NUMBER)));
            List<Integer> order = byInstance.stream().map(ranks::get).toList();
            if (expected == null) expected = order;
            else if (!expected.equals(order)) return false;
        }
        return true;
    }
}
