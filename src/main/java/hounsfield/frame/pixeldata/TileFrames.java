package hounsfield.frame.pixeldata;

import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.Optional;

/** The same tile of each frame of another store. */
final class TileFrames implements FrameStore {
    private final FrameStore whole;
    private final PixelLayout layout;
    private final Tile tile;

    /** @param layout shape of the whole frames, which contain the tile */
    TileFrames(FrameStore whole, PixelLayout layout, Tile tile) {
        this.whole = whole;
        this.layout = layout;
        this.tile = tile;
    }

    @Override
    public int countFrames() throws IOException {
        return whole.countFrames();
    }

    @Override
    public void check(int frames) throws IOException {
        whole.check(frames);
    }

    @Override
    public Samples read(int frame, Progress progress) throws IOException {
        return whole.read(frame, tile, progress);
    }

    @Override
    public Samples read(int frame, Tile part, Progress progress) {
        throw new UnsupportedOperationException("a tile of a tile");
    }

    @Override
    public <T> T lend(int frame, Progress progress, FrameUse<T> use) throws IOException {
        return whole.lend(frame, tile, progress, use);
    }

    /** {@inheritDoc} A tile that ends before the cut is not passed on, because it can be read as a whole. */
    @Override
    public <T> Optional<T> lendRows(int frame, Progress progress, RowsUse<T> use) throws IOException {
        Optional<Optional<T>> result = whole.lendRows(frame, progress, (samples, count) -> {
            int rows = count - tile.row();
            if (rows <= 0 || rows >= tile.rows()) return Optional.empty();
            return Optional.of(use.of(tile.of(samples, layout), rows));
        });
        return result.flatMap(rows -> rows);
    }

    @Override
    public PhotometricInterpretation color() throws IOException {
        return whole.color();
    }
}
