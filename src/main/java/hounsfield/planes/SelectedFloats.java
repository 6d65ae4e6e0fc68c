package hounsfield.planes;

import hounsfield.calibrate.PixelPadding;
import hounsfield.standard.Progress;
import hounsfield.standard.Workers;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The values that count, of planes of floats, a tile at a time and by many threads. */
public final class SelectedFloats {
    /** Work on the values of a tile. */
    @FunctionalInterface
    public interface Task {
        /**
         * @param tile its place among {@link SelectedFloats#tiles}
         * @param values may be written to until the task returns
         * @param count how many of them count
         */
        void run(int tile, float[] values, int count);
    }

    private final Planes.Floats planes;
    private final Selection selection;
    private final Limits limits;
    private final List<Tile> tiles;
    private final int longest;
    /** Room for a tile's values, one array a thread. */
    private final ConcurrentLinkedQueue<float[]> buffers = new ConcurrentLinkedQueue<>();

    public SelectedFloats(Planes.Floats planes, Selection selection, Limits limits) {
        this.planes = planes;
        this.selection = selection;
        this.limits = limits;
        this.tiles = Tile.of(planes);
        this.longest = tiles.stream().mapToInt(Tile::length).max().orElse(0);
    }

    /** How many tiles. */
    public int tiles() {
        return tiles.size();
    }

    /** Runs a task for every tile. */
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
