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
        for (Subband band : resolution.bands)
            blocks += BlockGrid.Cells.of(this, band).count();
        return blocks;
    }

    /** Returns the code-blocks that have been created; null if there was no packet for them. */
    BlockGrid[] gridsIfAny() {
        return grids;
    }
}
