package hounsfield.codec.jpeg2000;

import hounsfield.bytes.ByteSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A codestream whose marker segments have been read, but not its packets.
 *
 * @param frame the bytes; positions count from its start
 * @param size the image, its tiles and components
 * @param tiles the tiles with data in the stream, by index
 */
record Codestream(ByteSpan frame, ImageSize size, Map<Integer, TileData> tiles) {

    /** The part of the stream that belongs to one tile. */
    static final class TileData {
        final int index;
        final Parameters parameters;
        /** The positions of the packets, one range per tile-part. */
        final List<Range> parts = new ArrayList<>();
        /** Packet headers that are separate from their bodies (PPM, PPT), in order; empty if they are not separate. */
        final List<byte[]> packedHeaders = new ArrayList<>();

        TileData(int index, Parameters parameters) {
            this.index = index;
            this.parameters = parameters;
        }

        /** Returns the number of bytes in the packets. */
        long bytes() {
            long bytes = 0;
            for (Range part : parts) bytes += part.end - part.start;
            for (byte[] headers : packedHeaders) bytes += headers.length;
            return bytes;
        }

        /** Returns the end of the last tile-part. */
        int end() {
            return parts.isEmpty() ? 0 : parts.get(parts.size() - 1).end;
        }
    }

    /** The bytes from {@code start} to before {@code end}. */
    record Range(int start, int end) {}

    static Codestream of(ByteSpan frame, ImageSize size) {
        return new Codestream(frame, size, new TreeMap<>());
    }
}
