package hounsfield.planes;

import hounsfield.calibrate.PixelPadding;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The number of occurrences of each distinct value, for images with few distinct values: 8-bit and 16-bit numbers, and
 * floats that are integers of about that range, as HU are, or are determined by their {@link FloatHeads heads}. One
 * pass of counting, with one array per thread, replaces sorting.
 */
public final class ValueCounts implements RankedValues {
    /** Number of heads that are checked together. */
    private static final int BLOCK = 1 << 10;

    private final float[] values;
    private final long[] counts;
    private final long size;
    private Optional<CountedIntegers> integers = Optional.empty();

    ValueCounts(float[] values, long[] counts) {
        this.values = values;
        this.counts = counts;
        this.size = Arrays.stream(counts).sum();
    }

    /**
     * Counts the selected values.
     *
     * @param planes the image
     * @param selection the pixels to count
     * @param limits values outside are clipped or excluded
     * @param progress receives progress, and can cancel
     * @return empty if a selected value within the limits has a nonzero rest and is not an integer of a magnitude below
     *     65536
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static Optional<ValueCounts> of(Planes planes, Selection selection, Limits limits, Progress progress) {
        if (planes instanceof Planes.Floats floats) return ofFloats(floats, selection, limits, progress);
        if (planes instanceof Planes.Shorts shorts) {
            return Optional.of(ofTable(planes, shorts.values(), limits, progress, (tile, into) -> {
                countShorts(shorts.planes().get(tile.plane()), shorts.values(), tile, selection, into);
                return true;
            }));
        }
        Planes.Bytes bytes = (Planes.Bytes) planes;
        return Optional.of(ofTable(planes, bytes.values(), limits, progress, (tile, into) -> {
            countBytes(bytes.planes().get(tile.plane()), bytes.values(), tile, selection, into);
            return true;
        }));
    }

    private static Optional<ValueCounts> ofFloats(
            Planes.Floats floats, Selection selection, Limits limits, Progress progress) {
        PixelPadding padding = commonPadding(floats, selection);
        Optional<List<FloatCounts>> parts = count(
                floats,
                progress,
                () -> new FloatCounts(limits, padding),
                (tile, into) -> into.count(floats.planes().get(tile.plane()), tile, selection));
        return parts.map(counted -> ofFloats(floats, counted, padding, limits));
    }

    /** Returns the padding that all planes share; {@code null} if there is none or they differ. */
    private static PixelPadding commonPadding(Planes planes, Selection selection) {
        PixelPadding first = planes.count() == 0 ? null : selection.padding(0);
        for (int plane = 1; plane < planes.count(); plane++) {
            if (!Objects.equals(first, selection.padding(plane))) return null;
        }
        return first;
    }

    private static ValueCounts ofFloats(
            Planes.Floats floats, List<FloatCounts> parts, PixelPadding padding, Limits limits) {
        Occurrences occurrences = new Occurrences(limits, padding);
        for (int block = 0; block < FloatHeads.COUNT; block += BLOCK) {
            // Most heads do not occur.
            if (!anyIn(parts, block)) continue;
            for (int head = block; head < block + BLOCK; head++) {
                long count = 0;
                for (FloatCounts part : parts) count += part.ofHead(head);
                if (count != 0) occurrences.add(FloatHeads.value(head), count);
            }
        }
        for (FloatCounts part : parts) part.addOthers(occurrences);
        ValueCounts found = occurrences.counts();
        if (parts.stream().allMatch(FloatCounts::leftNoneOut)) found.integers = occurrences.integers(floats);
        return found;
    }

    private static boolean anyIn(List<FloatCounts> parts, int block) {
        for (FloatCounts part : parts) {
            if (part.anyOfHeads(block, block + BLOCK)) return true;
        }
        return false;
    }

    @Override
    public Optional<CountedIntegers> integers() {
        return integers;
    }

    @Override
    public long size() {
        return size;
    }

    /** {@return the values that occur, ascending; a value may occur twice} */
    public float[] values() {
        return values.clone();
    }

    /** {@return how often each of {@link #values} occurs} */
    public long[] counts() {
        return counts.clone();
    }

    @Override
    public float[] at(long[] ranks) {
        float[] found = new float[ranks.length];
        int distinct = -1;
        long behind = 0;
        for (int i = 0; i < ranks.length; i++) {
            while (behind <= ranks[i]) behind += counts[++distinct];
            found[i] = values[distinct];
        }
        return found;
    }

    /** Counts a tile into the thread's own {@code into}. Returns {@code false} to give up. */
    private interface TileCounter<T> {
        boolean count(Tile tile, T into);
    }

    /** Returns the counts of all threads; empty if one gave up. */
    private static <T> Optional<List<T>> count(
            Planes planes, Progress progress, Supplier<T> newPart, TileCounter<T> counter) {
        List<Tile> tiles = Tile.of(planes);
        ConcurrentLinkedQueue<T> parts = new ConcurrentLinkedQueue<>();
        AtomicBoolean gaveUp = new AtomicBoolean();
        Workers.forEach(tiles.size(), progress, index -> {
            if (gaveUp.get()) return;
            T pooled = parts.poll();
            T into = pooled != null ? pooled : newPart.get();
            if (!counter.count(tiles.get(index), into)) gaveUp.set(true);
            parts.add(into);
        });
        return gaveUp.get() ? Optional.empty() : Optional.of(List.copyOf(parts));
    }

    private static void countShorts(short[] plane, float[] values, Tile tile, Selection selection, IndexCounts into) {
        byte[] mask = selection.mask(tile.plane(), plane.length);
        PixelPadding padding = selection.padding(tile.plane());
        if (mask == null && padding == null) {
            into.add(plane, tile.from(), tile.to());
            return;
        }
        for (int i = tile.from(); i < tile.to(); i++) {
            int stored = plane[i] & 0xFFFF;
            if (mask != null && mask[i] == 0 || padding != null && padding.contains(values[stored])) continue;
            into.add(stored);
        }
    }

    private static void countBytes(byte[] plane, float[] values, Tile tile, Selection selection, IndexCounts into) {
        byte[] mask = selection.mask(tile.plane(), plane.length);
        PixelPadding padding = selection.padding(tile.plane());
        if (mask == null && padding == null) {
            into.add(plane, tile.from(), tile.to());
            return;
        }
        for (int i = tile.from(); i < tile.to(); i++) {
            int stored = plane[i] & 0xFF;
            if (mask != null && mask[i] == 0 || padding != null && padding.contains(values[stored])) continue;
            into.add(stored);
        }
    }

    /** Counts the indexes of a table, which may descend or contain a value twice. */
    private static ValueCounts ofTable(
            Planes planes, float[] table, Limits limits, Progress progress, TileCounter<IndexCounts> counter) {
        long[] counts = new long[table.length];
        for (IndexCounts part : count(planes, progress, () -> new IndexCounts(table.length), counter)
                .orElseThrow()) {
            part.drain((index, count) -> counts[index] += count);
        }
        Occurrences occurrences = new Occurrences(limits, null);
        for (int i = 0; i < table.length; i++) {
            if (counts[i] != 0) occurrences.add(table[i], counts[i]);
        }
        return occurrences.counts();
    }
}
