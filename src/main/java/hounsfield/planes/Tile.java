package hounsfield.planes;

import java.util.ArrayList;
import java.util.List;

/** A run of pixels within a plane: the piece that one thread takes at a time. A plane that must be fetched is one piece. */
public record Tile(int plane, int from, int to) {
    /** Long enough to forget the cost of handing it out, short enough for a large single plane to keep all threads busy. */
    public static final int PIXELS = 1 << 18;

    /** All of the planes, in their order. */
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
