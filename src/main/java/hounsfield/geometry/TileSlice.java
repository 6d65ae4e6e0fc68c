package hounsfield.geometry;

import hounsfield.frame.pixeldata.Tile;
import java.util.Optional;

/**
 * A slice that is a tile of a mosaic.
 *
 * @param tile the part of the frame
 * @param plane position and orientation of the slice, if known
 */
public record TileSlice(Tile tile, Optional<PlaneGeometry> plane) {}
