package hounsfield.planes;

import java.util.ArrayList;
import java.util.List;

/**
 * A range of pixels in a plane that one thread processes at a time. A plane that must be fetched is a single tile.
 *
 * @param plane index of the plane
 * @param from the first pixel
 * @param to the pixel after the last one
 */
public record Tile(int plane, int from, int to) {
    /**
     * Pixels in a tile: enough to make the cost of scheduling negligible, and few enough for all threads to share a
     * single large plane.
     */
    public static final int PIXELS = 1 << 18;

    /**
     * Divides planes into tiles.
     *
     * @param planes the image
     * @return all tiles, in order
     */
    public static List<Tile> of(Planes planes) {
        List<Tile> tiles = new ArrayList<>();
        for (int plane = 0; plane < planes.count(); plane++) {
            int length = planes.length(plane);
            int longest = planes.inMemory() ? PIXELS : length;
            for (int from = 0; from < length; from += Math.min(longest, length - from)) {
                tiles.add(new Tile(plane, from, from + Math.min(longest, length - from)));
            }
        }
        return tiles;
    }

    int length() {
        return to - from;
    }
}
