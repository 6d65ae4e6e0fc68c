package hounsfield.codec.jpeg2000;

import hounsfield.codec.DecodingContext;
import hounsfield.codec.jpeg2000.Codestream.Range;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;
import java.util.List;

/**
 * Reads the packets of a tile (T.800 B.9 and B.10). Headers are read bit by bit; of the bodies only the position of the
 * bytes of each code-block is recorded.
 */
final class PacketReader {
    /** More missing bit planes than a stream can have: 38 bits, 7 guard bits, two bits of gain, a shift of 255. */
    private static final int MAX_PLANES = 320;

    /** Largest number of passes in one packet header (table B.4). */
    private static final int MAX_PASSES = 164;

    private static final int MAX_LENGTH_BITS = 31;

    /**
     * Number of code-blocks that any tile may have, in addition to {@link #BLOCKS_PER_BYTE} for each of its bytes: that
     * of 4 x 4 samples, the smallest size, in 2048 x 2048.
     */
    private static final long FREE_BLOCKS = 1 << 18;

    private static final long BLOCKS_PER_BYTE = 8;

    private final Tile tile;
    private final List<Range> parts;
    private final int base;
    /** Reads bodies, and also headers unless they are stored separately. */
    private final HeaderBits body;

    private final HeaderBits header;
    private int part = -1;
    /** How many more code-blocks may be created. */
    private long blockBudget;

    PacketReader(Codestream stream, Tile tile) {
        this.tile = tile;
        parts = tile.data.parts;
        base = stream.frame().offset();
        blockBudget = FREE_BLOCKS + BLOCKS_PER_BYTE * tile.data.bytes();
        byte[] array = stream.frame().array();
        body = new HeaderBits(array, base, base, base);
        if (tile.data.packedHeaders.isEmpty()) {
            header = body;
        } else {
            byte[] packed = join(tile.data.packedHeaders);
            header = new HeaderBits(packed, 0, 0, packed.length);
        }
        nextPart();
    }

    private static byte[] join(List<byte[]> pieces) {
        int total = 0;
        for (byte[] piece : pieces) total += piece.length;
        byte[] joined = new byte[total];
        int filled = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, joined, filled, piece.length);
            filled += piece.length;
        }
        return joined;
    }

    /**
     * Reads all packets.
     *
     * @param partial whether to stop with a warning, instead of throwing, if the stream is incomplete or damaged
     */
    void readAll(PacketSequence sequence, boolean partial, DecodingContext context) throws DicomException {
        try {
            sequence.forEach((precinct, layer) -> {
                context.check();
                read(precinct, layer);
                return true;
            });
        } catch (MalformedDicomException e) {
            if (!partial) throw e;
            context.warn(e.getMessage());
        }
    }

    private boolean nextPart() {
        if (part + 1 >= parts.size()) return false;
        Range range = parts.get(++part);
        body.move(base + range.start(), base + range.end());
        return true;
    }

    private void read(Precinct precinct, int layer) throws DicomException {
        // A packet is inside one tile-part (A.4.2). With separate headers, a packet with an empty body needs no bytes
        // here.
        while (body.remaining() == 0 && nextPart()) {}
        if (body.markerIs(Marker.SOP)) body.skip(6);
        if (header.remaining() == 0) {
            throw header.malformed("the packets of tile " + tile.data.index + " end before layer " + layer
                    + " of resolution " + precinct.resolution.index + ", component " + precinct.resolution.component);
        }
        header.begin();
        if (header.bit() == 1) {
            readFull(precinct, layer);
        } else {
            endHeader();
        }
        precinct.layersRead = layer + 1;
    }

    /** Reads a packet that is not empty. If it ends early, its code-blocks are restored to their previous state. */
    private void readFull(Precinct precinct, int layer) throws DicomException {
        if (precinct.gridsIfAny() == null) {
            blockBudget -= precinct.countBlocks();
            if (blockBudget < 0) throw header.malformed("the tile has more code-blocks than its bytes can hold");
        }
        try {
            for (BlockGrid grid : precinct.grids()) readHeader(grid, precinct.resolution.style, layer);
            endHeader();
            for (BlockGrid grid : precinct.grids()) noteBodies(grid);
        } catch (MalformedDicomException e) {
            for (BlockGrid grid : precinct.grids()) {
                for (CodeBlock block : grid.blocks) {
                    if (block.open) block.drop();
                }
            }
            throw e;
        }
    }

    private void endHeader() throws DicomException {
        header.end();
        if (header.markerIs(Marker.EPH)) header.skip(2);
    }

    /** Reads the part of the header for one subband (B.10.3 to B.10.7). */
    private void readHeader(BlockGrid grid, CodingStyle style, int layer) throws DicomException {
        for (int i = 0; i < grid.blocks.length; i++) {
            CodeBlock block = grid.blocks[i];
            boolean first = block.passes == 0;
            boolean included = first ? grid.inclusion.isBelow(i, layer + 1, header) : header.bit() == 1;
            if (!included) continue;
            if (first) {
                block.zeroPlanes = grid.zeroPlanes.value(i, MAX_PLANES, header);
                block.highThroughput = style.has(CodingStyle.HT);
            }
            block.open();
            int passes = readPasses();
            while (header.bit() == 1) {
                if (++block.lengthBits > MAX_LENGTH_BITS)
                    throw header.malformed("the length of a code-block has too many bits");
            }
            if (block.highThroughput) readHtLengths(block, style, passes);
            else readLengths(block, style, passes);
        }
    }

    /** Reads the number of coding passes (table B.4). */
    private int readPasses() throws DicomException {
        if (header.bit() == 0) return 1;
        if (header.bit() == 0) return 2;
        int value = header.bits(2);
        if (value < 3) return 3 + value;
        value = header.bits(5);
        if (value < 31) return 6 + value;
        return Math.min(MAX_PASSES, 37 + header.bits(7));
    }

    /** Divides the new passes into codeword segments and reads the number of new bytes of each (B.10.7). */
    private void readLengths(CodeBlock block, CodingStyle style, int passes) throws DicomException {
        int left = passes;
        while (left > 0) {
            int room = roomInLastSegment(block, style);
            if (room == 0) {
                block.beginSegment();
                room = segmentRoom(block.passes, style);
            }
            int count = Math.min(room, left);
            addToSegment(block, count, header.bits(block.lengthBits + log2(count)));
            left -= count;
        }
    }

    private static int roomInLastSegment(CodeBlock block, CodingStyle style) {
        if (block.segments == 0) return 0;
        int inSegment = block.segmentPasses[block.segments - 1];
        return segmentRoom(block.passes - inSegment, style) - inSegment;
    }

    /** Returns how many passes are allowed in the segment that begins with a given pass (tables D.8 and D.9). */
    private static int segmentRoom(int firstPass, CodingStyle style) {
        if (style.has(CodingStyle.TERMINATE)) return 1;
        if (!style.has(CodingStyle.BYPASS)) return Integer.MAX_VALUE;
        if (firstPass == 0) return BlockDecoder.FIRST_BYPASS_PASS;
        return firstPass % 3 == 0 ? 1 : 2; // one cleanup pass, or two raw passes
    }

    /**
     * Reads the lengths of an HT code-block (T.814 B.3): one segment for a cleanup pass, one for the refinement passes
     * that follow it. Every third pass is a cleanup pass. This includes placeholders, which are passes without bytes
     * before the first segment; three placeholders stand for one more missing bit plane.
     */
    private void readHtLengths(CodeBlock block, CodingStyle style, int passes) throws DicomException {
        int left = passes;
        if (block.segments == 0) {
            left = readFirstHtLength(block, passes, style.has(CodingStyle.HT_MIXED));
        }
        while (left > 0) {
            int inSet = block.passes % 3;
            int count = inSet == 1 ? Math.min(left, 2) : 1;
            // A MagRef pass in a later layer than its SigProp pass belongs to the same segment.
            if (inSet != 2) block.beginSegment();
            addToSegment(block, count, header.bits(block.lengthBits + log2(count)));
            left -= count;
        }
    }

    /**
     * Reads the first length in a packet while a code-block has no bytes yet. If the block has bytes, the length is
     * that of the passes up to the last cleanup pass, which is the first of the block. Otherwise all passes are
     * placeholders, and the length has as many bits as in a block of T.800. If blocks of both kinds are possible, a
     * block of T.800 is recognized by a length that begins with a 1 bit, or has no more bits than initially.
     *
     * @return the number of passes that remain
     */
    private int readFirstHtLength(CodeBlock block, int passes, boolean mixed) throws DicomException {
        int toCleanup = passes - (block.passes + passes - 1) % 3;
        int counted = toCleanup > 0 ? toCleanup : passes;
        int bits = block.lengthBits + log2(counted);
        int length = header.bits(bits);
        boolean cleanup = toCleanup > 0 && length > 0;
        if (mixed) cleanup &= length > 1 && block.lengthBits > 3 && length >> bits - 1 == 0;
        if (cleanup) {
            block.passes += toCleanup - 1;
            block.placeholders = block.passes;
            block.beginSegment();
            addToSegment(block, 1, length);
            return passes - toCleanup;
        }
        int more = log2(passes) - log2(counted);
        length = length << more | header.bits(more);
        if (length == 0) {
            block.passes += passes;
            return 0;
        }
        if (!mixed) throw header.malformed("the first passes of an HT code-block have bytes but no cleanup pass");
        block.highThroughput = false;
        block.beginSegment();
        block.segmentPasses[0] = block.passes; // earlier passes had a length of 0
        addToSegment(block, passes, length);
        return 0;
    }

    private static int log2(int value) {
        return 31 - Integer.numberOfLeadingZeros(value);
    }

    private void addToSegment(CodeBlock block, int passes, int bytes) throws DicomException {
        if (bytes < 0) throw header.malformed("the length of a code-block has too many bits");
        int last = block.segments - 1;
        block.segmentPasses[last] += passes;
        block.segmentLengths[last] += bytes;
        block.newBytes += bytes;
        block.passes += passes;
    }

    /** Records the position of the new bytes of each code-block in the body of the packet. */
    private void noteBodies(BlockGrid grid) throws DicomException {
        for (CodeBlock block : grid.blocks) {
            if (!block.open) continue;
            int bytes = (int) Math.min(Integer.MAX_VALUE, block.newBytes);
            if (bytes > body.remaining()) {
                throw body.malformed(
                        "the tile-part ends " + (bytes - body.remaining()) + " bytes before the end of a code-block");
            }
            block.addChunk(body.position(), bytes);
            body.skip(bytes);
            block.open = false;
        }
    }
}
