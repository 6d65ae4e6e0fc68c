package hounsfield.geometry;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FunctionalGroups;
import hounsfield.frame.pixeldata.Tile;
import hounsfield.standard.Tag;
import hounsfield.work.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A frame whose pixels are the slices of a volume side by side, row by row: a mosaic of Siemens, whose Image Type
 * contains MOSAIC, or a grid of United Imaging (UIH), whose Image Type contains VFRAME.
 */
public final class Mosaic {
    /** A grid of tiles of equal size, of which the last ones may be unused. */
    private record Grid(int columns, int rows, int tileColumns, int tileRows) {
        Tile tile(int index) {
            return new Tile(index % columns * tileColumns, index / columns * tileRows, tileColumns, tileRows, index);
        }
    }

    private Mosaic() {}

    /**
     * Returns the slices of a mosaic.
     *
     * @param groups of an image
     * @param findings receives sentences for the log, such as why a mosaic cannot be divided
     * @return the slices, in the order of the tiles; empty if the image is not a mosaic, or cannot be divided
     */
    public static Optional<List<TileSlice>> of(FunctionalGroups groups, Diagnostics findings) {
        DataSet dataSet = groups.dataSet();
        OptionalAttributes attributes = new OptionalAttributes(dataSet, findings);
        List<String> type = attributes.texts(Tag.IMAGE_TYPE);
        boolean siemens = type.contains("MOSAIC");
        if (!siemens && !type.contains("VFRAME")) return Optional.empty();
        if (attributes.integer(Tag.NUMBER_OF_FRAMES).orElse(1) > 1) return Optional.empty();
        return siemens ? SiemensMosaic.of(groups, findings) : UihGrid.of(groups, findings);
    }

    /**
     * Divides the frame into a grid of as many columns as the square root of the number of tiles, rounded up.
     *
     * @param square whether the grid has as many rows as columns; otherwise as many as the tiles need
     * @return the tiles in order; empty if there are less than two, or the frame is not a multiple of their size
     */
    static List<Tile> divide(DataSet dataSet, double count, boolean square, Diagnostics findings) {
        OptionalAttributes attributes = new OptionalAttributes(dataSet, findings);
        int frameRows = attributes.integer(Tag.ROWS).orElse(0);
        int frameColumns = attributes.integer(Tag.COLUMNS).orElse(0);
        if (count == 1) return List.of();
        boolean whole = count == Math.rint(count) && count > 1 && count <= (double) frameRows * frameColumns;
        int tiles = whole ? (int) count : 0;
        int columns = (int) Math.ceil(Math.sqrt(tiles));
        int rows = !whole || square ? columns : (tiles + columns - 1) / columns;
        if (!whole || frameColumns % columns != 0 || frameRows % rows != 0) {
            findings.add("The mosaic cannot be divided into the number of images that it declares; it stays whole");
            return List.of();
        }
        Grid grid = new Grid(columns, rows, frameColumns / columns, frameRows / rows);
        List<Tile> all = new ArrayList<>(tiles);
        for (int i = 0; i < tiles; i++) all.add(grid.tile(i));
        return all;
    }
}
