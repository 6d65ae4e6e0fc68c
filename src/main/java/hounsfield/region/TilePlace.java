package hounsfield.region;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.Tag;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/**
 * The place of a frame that is a tile of a larger image, such as a slide, which has no place in a patient.
 *
 * @param column of its first pixel in the total matrix, from 1
 * @param row of its first pixel in the total matrix, from 1
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.8.12.6.html">PS3.3 C.8.12.6.1</a>
 */
public record TilePlace(int column, int row) {
    /**
     * Returns the place of a frame: from its Plane Position (Slide) Sequence or, if tiles are in full order, from its index.
     *
     * @param groups functional groups of the image
     * @param frame index from 0
     * @return the place; empty if it is not a tile
     */
    public static Optional<TilePlace> of(FunctionalGroups groups, int frame) {
        Optional<DataSet> own = groups.macro(frame, Tag.PLANE_POSITION_SLIDE_SEQUENCE);
        if (own.isPresent()) {
            OptionalAttributes place = new OptionalAttributes(own.get());
            OptionalInt column = place.integer(Tag.COLUMN_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX);
            OptionalInt row = place.integer(Tag.ROW_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX);
            if (column.isEmpty() || row.isEmpty()) return Optional.empty();
            return Optional.of(new TilePlace(column.getAsInt(), row.getAsInt()));
        }
        OptionalAttributes image = new OptionalAttributes(groups.dataSet());
        int across = tiles(image, Tag.TOTAL_PIXEL_MATRIX_COLUMNS, Tag.COLUMNS);
        int down = tiles(image, Tag.TOTAL_PIXEL_MATRIX_ROWS, Tag.ROWS);
        if (!image.text(Tag.DIMENSION_ORGANIZATION_TYPE).equals("TILED_FULL") || across < 1 || down < 1) {
            return Optional.empty();
        }
        long tile = frame % ((long) across * down);
        return Optional.of(new TilePlace(
                (int) (tile % across) * image.integer(Tag.COLUMNS).getAsInt() + 1,
                (int) (tile / across) * image.integer(Tag.ROWS).getAsInt() + 1));
    }

    /**
     * Moves an outline from the total matrix to this tile.
     *
     * @param outline columns and rows of the total matrix, from 0
     * @param rows of the tile
     * @param columns of the tile
     * @return the outline in columns and rows of the tile; empty if it is entirely outside the tile
     */
    public Optional<Outline> part(Outline outline, int rows, int columns) {
        double[] x = outline.columns();
        double[] y = outline.rows();
        for (int i = 0; i < x.length; i++) {
            x[i] -= column - 1;
            y[i] -= row - 1;
        }
        boolean here = DoubleStream.of(x).max().orElse(-1) > -0.5
                && DoubleStream.of(x).min().orElse(columns) < columns - 0.5
                && DoubleStream.of(y).max().orElse(-1) > -0.5
                && DoubleStream.of(y).min().orElse(rows) < rows - 0.5;
        return here ? Optional.of(new Outline(outline.kind(), x, y)) : Optional.empty();
    }

    /**
     * Returns how many tiles make one total matrix, if they are in full order.
     *
     * @param groups functional groups of the image
     * @return the number of tiles; 0 if they are in another order
     */
    public static long tilesInFullOrder(FunctionalGroups groups) {
        OptionalAttributes image = new OptionalAttributes(groups.dataSet());
        if (!image.text(Tag.DIMENSION_ORGANIZATION_TYPE).equals("TILED_FULL")) return 0;
        return (long) tiles(image, Tag.TOTAL_PIXEL_MATRIX_COLUMNS, Tag.COLUMNS)
                * tiles(image, Tag.TOTAL_PIXEL_MATRIX_ROWS, Tag.ROWS);
    }

    private static int tiles(OptionalAttributes image, int totalTag, int sizeTag) {
        int total = image.integer(totalTag).orElse(0);
        int size = image.integer(sizeTag).orElse(0);
        return size < 1 || total < 1 ? 0 : (int) (((long) total + size - 1) / size);
    }
}
