package hounsfield.equalize;

import hounsfield.calibrate.FloatIntegers;
import hounsfield.planes.CountedIntegers;
import hounsfield.planes.Limits;
import hounsfield.planes.Planes;
import hounsfield.planes.Tile;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The piecewise linear map of the k-th of m breaks to k/(m - 1), k from 0. Values below the first break map to 0,
 * values above the last to 1; values between two breaks are interpolated linearly, computed in double and rounded to
 * float once. With a single break, as for a constant image, every value maps to 0. NaN maps to NaN.
 */
public final class Equalization {
    /** Largest span of breaks for which a table holds the result of each integer. */
    private static final int MAX_TABLE = 1 << 18;
    /** Number of buckets per break, so that breaks that are close together are in different buckets. */
    private static final int BUCKETS_PER_BREAK = 64;
    /** Limit of the number of buckets, so that they fit in the processor's cache, unless there are more breaks. */
    private static final int ENOUGH_BUCKETS = 1 << 15;

    private final float[] breaks;
    private final double first;
    private final double last;
    private final double[] slopes;
    private final double step;
    private final int buckets;
    private final int[] bucketStarts;
    private final double bucketsPerUnit;
    private final Limits limits;
    private final int tableFirst;
    private final float[] table;
    private final Optional<CountedIntegers> counted;
    private final float[] countedTable;
    private volatile Indexed indexed;

    /**
     * Creates a map without limits.
     *
     * @param breaks finite, strictly ascending, at least one
     * @throws IllegalArgumentException if they are not
     */
    public Equalization(float[] breaks) {
        this(breaks, Limits.NONE, Optional.empty());
    }

    /**
     * Creates a map with limits.
     *
     * @param breaks finite, strictly ascending, at least one
     * @param limits applied to values before they are mapped
     * @throws IllegalArgumentException if the breaks are not as described
     */
    public Equalization(float[] breaks, Limits limits) {
        this(breaks, limits, Optional.empty());
    }

    /** @param counted arrays whose values are known */
    Equalization(float[] breaks, Limits limits, Optional<CountedIntegers> counted) {
        checkBreaks(breaks);
        this.limits = limits;
        this.counted = counted;
        this.breaks = breaks.clone();
        int intervals = breaks.length - 1;
        first = breaks[0];
        last = breaks[intervals];
        step = intervals == 0 ? 0 : 1.0 / intervals;
        slopes = new double[intervals];
        for (int i = 0; i < intervals; i++) {
            slopes[i] = step / ((double) breaks[i + 1] - breaks[i]);
        }
        buckets = Math.max(Math.max(1, intervals), Math.min(ENOUGH_BUCKETS, intervals * BUCKETS_PER_BREAK));
        bucketsPerUnit = intervals == 0 ? 0 : buckets / (last - first);
        bucketStarts = bucketStarts();
        tableFirst = (int) Math.max(Integer.MIN_VALUE, Math.ceil(first));
        table = table();
        countedTable = counted.map(this::table).orElse(new float[0]);
    }

    /** The results of a table of values. */
    private record Indexed(float[] values, float[] results) {}

    /**
     * Maps one value.
     *
     * @param calibrated any float
     * @return 0..1, or NaN
     */
    public float valueOf(float calibrated) {
        float value = limits.of(calibrated);
        if (Float.isNaN(value)) return Float.NaN;
        if (slopes.length == 0 || value <= first) return 0;
        if (value >= last) return 1;
        int bucket = bucket(value);
        // The bucket number ascends with the value, so the break before the value is between these two.
        int low = bucketStarts[bucket];
        int high = bucketStarts[bucket + 1];
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (breaks[middle] <= value) low = middle;
            else high = middle - 1;
        }
        return (float) (slopes[low] * ((double) value - breaks[low]) + low * step);
    }

    /** {@return whether every value maps to 0, because there is only one break} */
    public boolean isConstant() {
        return slopes.length == 0;
    }

    /**
     * Maps an array of calibrated values.
     *
     * @param values calibrated values
     * @param target receives the results; may be {@code values} itself
     * @throws IllegalArgumentException if the lengths differ
     */
    public void map(float[] values, float[] target) {
        if (values.length != target.length) {
            throw new IllegalArgumentException(values.length + " values cannot be mapped into " + target.length);
        }
        map(values, target, 0, values.length);
    }

    /**
     * Maps all planes, in parallel.
     *
     * @param planes the image
     * @param progress receives progress, and can cancel
     * @return new planes of results 0..1, in the same order
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public List<float[]> map(Planes planes, Progress progress) {
        float[][] results = new float[planes.count()][];
        if (planes.count() < Workers.parallelism()) {
            for (int plane = 0; plane < results.length; plane++) results[plane] = new float[planes.length(plane)];
            map(planes, List.of(results), progress);
            return List.of(results);
        }
        float[] indexed = indexed(planes);
        // The array is allocated by the thread that fills it, so that it is still in the processor's cache.
        Workers.forEach(results.length, progress, plane -> {
            results[plane] = new float[planes.length(plane)];
            map(planes, indexed, new Tile(plane, 0, results[plane].length), results[plane]);
        });
        return List.of(results);
    }

    /**
     * Maps all planes into existing arrays, in parallel.
     *
     * @param planes the image
     * @param targets one array per plane; they may be the planes themselves
     * @param progress receives progress, and can cancel
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public void map(Planes planes, List<float[]> targets, Progress progress) {
        for (int plane = 0; plane < planes.count(); plane++) {
            Objects.checkFromIndexSize(0, planes.length(plane), targets.get(plane).length);
        }
        List<Tile> tiles = Tile.of(planes);
        float[] indexed = indexed(planes);
        Workers.forEach(tiles.size(), progress, index -> {
            Tile tile = tiles.get(index);
            map(planes, indexed, tile, targets.get(tile.plane()));
        });
    }

    private void map(Planes planes, float[] indexed, Tile tile, float[] target) {
        if (planes instanceof Planes.Floats floats) {
            map(floats.planes().get(tile.plane()), target, tile.from(), tile.to());
        } else if (planes instanceof Planes.Shorts shorts) {
            short[] plane = shorts.planes().get(tile.plane());
            for (int i = tile.from(); i < tile.to(); i++) target[i] = indexed[plane[i] & 0xFFFF];
        } else if (planes instanceof Planes.Bytes bytes) {
            byte[] plane = bytes.planes().get(tile.plane());
            for (int i = tile.from(); i < tile.to(); i++) target[i] = indexed[plane[i] & 0xFF];
        }
    }

    private void map(float[] values, float[] target, int from, int to) {
        if (counted.isPresent() && counted.get().covers(values)) {
            mapCounted(values, target, from, to);
            return;
        }
        float[] results = table;
        int offset = FloatIntegers.ZERO + tableFirst;
        for (int i = from; i < to; i++) {
            float value = values[i];
            float sum = value + FloatIntegers.SHIFT;
            int slot = Float.floatToRawIntBits(sum) - offset;
            boolean inTable = sum - FloatIntegers.SHIFT == value && slot >= 0 && slot < results.length;
            target[i] = inTable ? results[slot] : valueOf(value);
        }
    }

    /**
     * Maps values that are all integers within the table. The mask keeps every index in range whatever the values are.
     */
    private void mapCounted(float[] values, float[] target, int from, int to) {
        float[] results = countedTable;
        for (int i = from; i < to; i++) {
            target[i] = results[Float.floatToRawIntBits(values[i] + FloatIntegers.SHIFT) & results.length - 1];
        }
    }

    /**
     * Returns the results of all indexes of indexed planes; empty for floats. They are cached, because the planes of an
     * image share their table of values.
     */
    private float[] indexed(Planes planes) {
        float[] values = new float[0];
        if (planes instanceof Planes.Shorts shorts) values = shorts.values();
        else if (planes instanceof Planes.Bytes bytes) values = bytes.values();
        Indexed known = indexed;
        if (known != null && known.values == values) return known.results;
        float[] results = new float[values.length];
        map(values, results);
        indexed = new Indexed(values, results);
        return results;
    }

    private static void checkBreaks(float[] breaks) {
        if (breaks.length == 0) throw new IllegalArgumentException("there are no breaks");
        for (int i = 0; i < breaks.length; i++) {
            if (!Float.isFinite(breaks[i])) throw new IllegalArgumentException("a break is " + breaks[i]);
            if (i > 0 && breaks[i] <= breaks[i - 1]) {
                throw new IllegalArgumentException(
                        "the breaks do not ascend: " + breaks[i] + " is not above " + breaks[i - 1] + " before it");
            }
        }
    }

    /**
     * Returns for each bucket the index of the last break in an earlier bucket (0 if there is none), and after the last
     * bucket the index of the last break but one.
     */
    private int[] bucketStarts() {
        int[] starts = new int[buckets + 1];
        int intervals = slopes.length;
        int index = 0;
        for (int bucket = 0; bucket <= buckets; bucket++) {
            while (index < intervals && bucket(breaks[index]) < bucket) index++;
            starts[bucket] = Math.max(0, index - 1);
        }
        return starts;
    }

    private int bucket(double value) {
        return Math.min((int) ((value - first) * bucketsPerUnit), buckets - 1);
    }

    private float[] table() {
        double span = Math.floor(last) - Math.ceil(first);
        if (!(Math.abs(first) < FloatIntegers.LIMIT
                && Math.abs(last) < FloatIntegers.LIMIT
                && span >= 0
                && span < MAX_TABLE)) {
            return new float[0];
        }
        float[] results = new float[(int) span + 1];
        for (int i = 0; i < results.length; i++) results[i] = valueOf(tableFirst + i);
        return results;
    }

    /**
     * Returns the results of all these integers, indexed by their low bits. The length is a power of two that is
     * greater than their span, so that no two integers share an index.
     */
    private float[] table(CountedIntegers integers) {
        int span = integers.last() - integers.first();
        float[] results = new float[Integer.highestOneBit(Math.max(1, span)) * 2];
        for (int i = 0; i <= span; i++) {
            int integer = integers.first() + i;
            results[integer & results.length - 1] = valueOf(integer);
        }
        return results;
    }
}
