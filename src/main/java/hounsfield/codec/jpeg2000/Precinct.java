package hounsfield.codec.jpeg2000;

/**
 * A precinct of a resolution: the code-blocks, of each of its subbands, that one packet a layer brings (T.800 B.6, B.7). Its
 * code-blocks are made when a packet that is not empty first asks for them.
 */
final class Precinct {
    final Resolution resolution;
    /** Column and row among the precincts of the whole grid, not only the tile's. */
    final int gridX;

    final int gridY;

    /** The layers whose packets have been read. */
    int layersRead;

    private BlockGrid[] grids;

    Precinct(Resolution resolution, int gridX, int gridY) {
        this.resolution = resolution;
        this.gridX = gridX;
        this.gridY = gridY;
    }

    /** The code-blocks of each subband of the resolution, in the standard's order. */
    BlockGrid[] grids() {
        if (grids == null) {
            grids = new BlockGrid[resolution.bands.length];
            for (int b = 0; b < grids.length; b++) grids[b] = new BlockGrid(this, resolution.bands[b]);
        }
        return grids;
    }

    /** How many code-blocks it has, made or not. */
    long countBlocks() {
        long blocks = 0;
        for (Subband band : resolution.bands) blocks += Cells.of(this, band).count();
        return blocks;
    }

    /** The code-blocks that have come; null when no packet brought any. */
    BlockGrid[] gridsIfAny() {
        return grids;
    }

    /** The code-blocks of a precinct in one subband, row by row, and their tag trees. */
    static final class BlockGrid {
        final Subband band;
        final CodeBlock[] blocks;
        final TagTree inclusion;
        final TagTree zeroPlanes;

        private BlockGrid(Precinct precinct, Subband band) {
            this.band = band;
            Cells cells = Cells.of(precinct, band);
            blocks = new CodeBlock[Math.toIntExact(cells.count())];
            if (blocks.length == 0) {
                inclusion = null;
                zeroPlanes = null;
                return;
            }
            for (int i = 0; i < blocks.length; i++) {
                Area block = cells.cell(i);
                blocks[i] = new CodeBlock(
                        block.x0() - band.area.x0(), block.y0() - band.area.y0(), block.width(), block.height());
            }
            inclusion = new TagTree(cells.across, cells.down);
            zeroPlanes = new TagTree(cells.across, cells.down);
        }
    }

    /**
     * How code-blocks divide a precinct's part of a subband.
     *
     * @param area that part
     * @param widthShift log2 of a code-block's width
     * @param heightShift log2 of its height
     * @param across code-blocks in a row
     * @param down rows
     */
    private record Cells(Area area, int widthShift, int heightShift, int across, int down) {
        static Cells of(Precinct precinct, Subband band) {
            Resolution resolution = precinct.resolution;
            int bandShift = resolution.index == 0 ? 0 : 1;
            int ppx = resolution.precinctWidth - bandShift;
            int ppy = resolution.precinctHeight - bandShift;
            Area area = band.area.intersect(
                    (long) precinct.gridX << ppx,
                    (long) precinct.gridY << ppy,
                    (long) (precinct.gridX + 1) << ppx,
                    (long) (precinct.gridY + 1) << ppy);
            if (area.isEmpty()) return new Cells(area, 0, 0, 0, 0);
            int xcb = Math.min(resolution.style.blockWidth(), ppx);
            int ycb = Math.min(resolution.style.blockHeight(), ppy);
            int across = Area.ceilShift(area.x1(), xcb) - (area.x0() >> xcb);
            int down = Area.ceilShift(area.y1(), ycb) - (area.y0() >> ycb);
            return new Cells(area, xcb, ycb, across, down);
        }

        long count() {
            return (long) across * down;
        }

        Area cell(int index) {
            long x = (long) ((area.x0() >> widthShift) + index % across) << widthShift;
            long y = (long) ((area.y0() >> heightShift) + index / across) << heightShift;
            return area.intersect(x, y, x + (1 << widthShift), y + (1 << heightShift));
        }
    }
}
