package hounsfield.codec.jpeg2000;

import hounsfield.codec.jpeg2000.Codestream.TileData;
import hounsfield.standard.error.DicomException;

/** A tile: its components down to precincts (T.800 B.3). */
final class Tile {
    final TileData data;
    final Area area;
    final TileComponent[] components;

    /**
     * Creates the partitions of a tile.
     *
     * @param partial whether packets may be missing at the end
     * @throws DicomException if there are more packets than bytes, so that the stream cannot contain them
     */
    Tile(Codestream stream, TileData data, boolean partial) throws DicomException {
        this.data = data;
        ImageSize size = stream.size();
        area = size.tile(data.index);
        components = new TileComponent[size.components().length];
        for (int c = 0; c < components.length; c++) {
            ImageSize.Component component = size.components()[c];
            components[c] = new TileComponent(
                    c, area.dividedBy(component.dx(), component.dy()), component.precision(), data.parameters);
            if (components[c].wide && components[c].roiShift > 0) {
                throw SegmentReader.unsupported(
                        "a region of interest in samples of " + component.precision() + " bits", data.end());
            }
        }
        checkPackets(partial);
        for (TileComponent component : components) {
            for (Resolution resolution : component.resolutions) resolution.makePrecincts();
        }
    }

    /** Limits the number of packets before precincts are created: a packet header has at least one byte (B.10). */
    private void checkPackets(boolean partial) throws DicomException {
        long precincts = 0;
        for (TileComponent component : components) {
            for (Resolution resolution : component.resolutions) precincts += resolution.precinctCount();
        }
        long bytes = data.bytes();
        boolean changes = data.parameters.progressions().size() > 1;
        long least = partial || changes ? precincts / 64 : precincts * data.parameters.layers();
        if (least > bytes + 1024) {
            throw SegmentReader.malformed(
                    "tile " + data.index + " has " + precincts + " precincts of " + data.parameters.layers()
                            + " layers, but only " + bytes + " bytes of packets",
                    data.end());
        }
    }
}
