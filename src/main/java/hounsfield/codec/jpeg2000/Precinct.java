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
            Resolution resolution = precinct.resolution;
            int bandShift = resolution.index == 0 ? 0 : 1;
            int ppx = resolution.precinctWidth - bandShift;
            int ppy = resolution.precinctHeight - bandShift;
            Area area = band.area.intersect(
                    (long) precinct.gridX << ppx,
                    (long) precinct.gridY << ppy,
                    (long) (precinct.gridX + 1) << ppx,
                    (long) (precinct.gridY + 1) << ppy);
            if (area.isEmpty()) {
                blocks = new CodeBlock[0];
                inclusion = null;
                zeroPlanes = null;
                return;
            }
            int xcb = Math.min(resolution.style.blockWidth(), ppx);
            int ycb = Math.min(resolution.style.blockHeight(), ppy);
            int left = area.x0() >> xcb;
            int top = area.y0() >> ycb;
            int across = Area.ceilShift(area.x1(), xcb) - left;
            int down = Area.ceilShift(area.y1(), ycb) - top;
            blocks = new CodeBlock[Math.multiplyExact(across, down)];
            for (int i = 0; i < blocks.length; i++) {
                long x = (long) (left + i % across) << xcb;
                long y = (long) (top + i / across) << ycb;
                Area block = area.intersect(x, y, x + (1 << xcb), y + (1 << ycb));
                blocks[i] = new CodeBlock(
                        block.x0() - band.area.x0(), block.y0() - band.area.y0(), block.width(), block.height());
            }
            inclusion = new TagTree(across, down);
            zeroPlanes = new TagTree(across, down);
        }
    }
}
