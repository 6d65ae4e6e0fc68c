package hounsfield.frame;

import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import java.io.IOException;

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
    public Samples read(int frame) throws IOException {
        return whole.read(frame, tile);
    }

    @Override
    public Samples read(int frame, Tile part) {
        throw new UnsupportedOperationException("a tile of a tile");
    }

    @Override
    public <T> T lend(int frame, FrameUse<T> use) throws IOException {
        return whole.lend(frame, tile, use);
    }

    /** Returns 0 if the tile ends before the cut, because it can then be read. */
    @Override
    public int rowsBeforeCut(int frame) {
        int rows = whole.rowsBeforeCut(frame) - tile.row();
        return rows < tile.rows() ? Math.max(0, rows) : 0;
    }

    @Override
    public <T> T lendRows(int frame, FrameUse<T> use) throws IOException {
        if (rowsBeforeCut(frame) == 0) return lend(frame, use);
        return whole.lendRows(frame, samples -> use.of(tile.of(samples, layout)));
    }

    @Override
    public PhotometricInterpretation colour() throws IOException {
        return whole.colour();
    }
}
