package hounsfield.geometry;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.data.PrivateBlock;
import hounsfield.frame.FunctionalGroups;
import hounsfield.frame.pixeldata.Tile;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.work.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The grid of United Imaging (UIH). A private sequence has an Item with an Image Position (Patient) for each tile. */
final class UihGrid {
    private static final String CREATOR = "Image Private Header";
    private static final int GROUP = 0x0065;
    private static final int NUMBER_OF_IMAGES = 0x50;
    private static final int IMAGES = 0x51;

    private UihGrid() {}

    /** Returns the slices, in the order of the tiles; empty if the number of images is unknown or 1, or does not fit. */
    static Optional<List<TileSlice>> of(FunctionalGroups groups, Diagnostics findings) {
        DataSet dataSet = groups.dataSet();
        Optional<PrivateBlock> block = PrivateBlock.of(dataSet, GROUP, CREATOR, findings);
        List<DataSet> items = block.map(own -> own.items(IMAGES)).orElse(List.of());
        double count = block.map(own -> own.number(NUMBER_OF_IMAGES, VR.DS).orElse(items.size()))
                .orElse(0.0);
        if (count == 0) {
            findings.add("The mosaic does not declare the number of its images; it stays whole");
            return Optional.empty();
        }
        List<Tile> tiles = Mosaic.divide(dataSet, count, false, findings);
        if (tiles.isEmpty()) return Optional.empty();
        if (items.size() != tiles.size()) {
            findings.add(
                    "The mosaic has not as many positions as images, so the positions of its slices are" + " unknown");
        }
        double[] orientation = new OptionalAttributes(dataSet, findings).numbers(Tag.IMAGE_ORIENTATION_PATIENT);
        PixelSpacing spacing = PixelSpacing.of(groups, 0, findings);
        List<TileSlice> slices = new ArrayList<>(tiles.size());
        for (Tile tile : tiles) {
            Optional<PlaneGeometry> plane = items.size() == tiles.size()
                    ? plane(items.get(tile.index()), orientation, findings)
                    : Optional.empty();
            slices.add(new TileSlice(tile, plane.map(own -> own.withSpacing(spacing))));
        }
        return Optional.of(slices);
    }

    /** @param orientation of tiles without an Image Orientation (Patient) of their own */
    private static Optional<PlaneGeometry> plane(DataSet item, double[] orientation, Diagnostics findings) {
        OptionalAttributes attributes = new OptionalAttributes(item, findings);
        double[] own = attributes.numbers(Tag.IMAGE_ORIENTATION_PATIENT);
        return PlaneGeometry.of(attributes.numbers(Tag.IMAGE_POSITION_PATIENT), own.length == 0 ? orientation : own);
    }
}
