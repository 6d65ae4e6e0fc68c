package hounsfield.planes;

import hounsfield.calibrate.PixelPadding;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Iterates over the selected values of float planes, tile by tile on several threads. */
public final class SelectedFloats {
    /** Processes the values of a tile. */
    @FunctionalInterface
    public interface Task {
        /**
         * Processes the values of a tile.
         *
         * @param tile its index, below {@link SelectedFloats#tiles}
         * @param values the selected values; may be overwritten until the method returns
         * @param count how many of them are valid
         */
        void run(int tile, float[] values, int count);
    }

    private final Planes.Floats planes;
    private final Selection selection;
    private final Limits limits;
    private final List<Tile> tiles;
    private final int longest;
    /** Buffers for the values of a tile, one per thread. */
    private final ConcurrentLinkedQueue<float[]> buffers = new ConcurrentLinkedQueue<>();

    /**
     * Creates the iteration.
     *
     * @param planes the image
     * @param selection the pixels to process
     * @param limits values outside are clipped or excluded
     */
    public SelectedFloats(Planes.Floats planes, Selection selection, Limits limits) {
        this.planes = planes;
        this.selection = selection;
        this.limits = limits;
        this.tiles = Tile.of(planes);
        this.longest = tiles.stream().mapToInt(Tile::length).max().orElse(0);
    }

    /** {@return the number of tiles} */
    public int tiles() {
        return tiles.size();
    }

    /**
     * Runs a task for every tile.
     *
     * @param progress receives progress, and can cancel
     * @param task called once per tile, from several threads
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public void forEach(Progress progress, Task task) {
        Workers.forEach(tiles.size(), progress, index -> {
            float[] pooled = buffers.poll();
            float[] values = pooled != null ? pooled : new float[longest];
            task.run(index, values, read(tiles.get(index), values));
            buffers.add(values);
        });
    }

    private int read(Tile tile, float[] values) {
        float[] plane = planes.planes().get(tile.plane());
        byte[] mask = selection.mask(tile.plane(), plane.length);
        PixelPadding padding = selection.padding(tile.plane());
        float low = padding == null ? Float.NaN : padding.low();
        float high = padding == null ? Float.NaN : padding.high();
        int count = 0;
        for (int i = tile.from(); i < tile.to(); i++) {
            float value = plane[i];
            if (mask != null && mask[i] == 0 || value >= low && value <= high) continue;
            float counted = limits.of(value);
            if (Float.isFinite(counted)) values[count++] = counted;
        }
        return count;
    }
}
