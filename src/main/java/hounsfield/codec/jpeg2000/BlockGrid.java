package hounsfield.codec.jpeg2000;

/** The code-blocks of a precinct in one subband, row by row, and their tag trees. */
final class BlockGrid {
    final Subband band;
    final CodeBlock[] blocks;
    final TagTree inclusion;
    final TagTree zeroPlanes;

    BlockGrid(Precinct precinct, Subband band) {
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

    /**
     * The division of a precinct's part of a subband into code-blocks.
     *
     * @param area that part
     * @param widthShift log2 of the width of a code-block
     * @param heightShift log2 of the height of a code-block
     * @param across code-blocks per row
     * @param down rows of code-blocks
     */
    record Cells(Area area, int widthShift, int heightShift, int across, int down) {
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
