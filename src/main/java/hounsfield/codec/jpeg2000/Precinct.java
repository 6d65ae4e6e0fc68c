package hounsfield.codec.jpeg2000;

/**
 * A precinct of a resolution: the code-blocks, in each of its subbands, of one packet per layer (T.800 B.6, B.7). The
 * code-blocks are created when the first packet that is not empty needs them.
 */
final class Precinct {
    final Resolution resolution;
    /** Column and row among the precincts of the whole grid, not only of the tile. */
    final int gridX;

    final int gridY;

    /** The number of layers whose packets have been read. */
    int layersRead;

    private BlockGrid[] grids;

    Precinct(Resolution resolution, int gridX, int gridY) {
        this.resolution = resolution;
        this.gridX = gridX;
        this.gridY = gridY;
    }

    /** Returns the code-blocks of each subband of the resolution, in the order of the standard. */
    BlockGrid[] grids() {
        if (grids == null) {
            grids = new BlockGrid[resolution.bands.length];
            for (int b = 0; b < grids.length; b++) grids[b] = new BlockGrid(this, resolution.bands[b]);
        }
        return grids;
    }

    /** Returns the number of code-blocks, whether created or not. */
    long countBlocks() {
        long blocks = 0;
        for (Subband band : resolution.bands) blocks += Cells.of(this, band).count();
        return blocks;
    }

    /** Returns the code-blocks that have been created; null if there was no packet for them. */
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
     * The division of a precinct's part of a subband into code-blocks.
     *
     * @param area that part
     * @param widthShift log2 of the width of a code-block
     * @param heightShift log2 of the height of a code-block
     * @param across code-blocks per row
     * @param down rows of code-blocks
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
