package hounsfield.codec.jpeg2000;

import hounsfield.bytes.ByteSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A code stream whose marker segments have been read and whose packets have not.
 *
 * @param frame the bytes; positions count from its start
 * @param size the image, its tiles and components
 * @param tiles the tiles that the stream has anything of, by index
 */
record Codestream(ByteSpan frame, ImageSize size, Map<Integer, TileData> tiles) {

    /** What the stream holds of one tile. */
    static final class TileData {
        final int index;
        final Parameters parameters;
        /** Where the packets lie, one range for each tile-part. */
        final List<Range> parts = new ArrayList<>();
        /** Headers of packets that stand apart from their bodies (PPM, PPT), in their order; empty when they don't. */
        final List<byte[]> packedHeaders = new ArrayList<>();

        TileData(int index, Parameters parameters) {
            this.index = index;
            this.parameters = parameters;
        }

        /** How many bytes of packets there are. */
        long bytes() {
            long bytes = 0;
            for (Range part : parts) bytes += part.end - part.start;
            for (byte[] headers : packedHeaders) bytes += headers.length;
            return bytes;
        }

        /** Where the last tile-part ends. */
        int end() {
            return parts.isEmpty() ? 0 : parts.get(parts.size() - 1).end;
        }
    }

    /** Bytes from {@code start} to before {@code end}. */
    record Range(int start, int end) {}

    static Codestream of(ByteSpan frame, ImageSize size) {
        return new Codestream(frame, size, new TreeMap<>());
    }
}
