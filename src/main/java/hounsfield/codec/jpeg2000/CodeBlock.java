package hounsfield.codec.jpeg2000;

import java.util.Arrays;

/** A code-block and the parts of it that packets have contained so far. */
final class CodeBlock {
    /** Position in its subband, from the left and upper edge of the subband. */
    final int x;

    final int y;
    final int width;
    final int height;

    /** Number of missing most significant bit planes; known from the first inclusion on. */
    int zeroPlanes;

    /** Number of coding passes so far; 0 until the block is included. */
    int passes;

    /**
     * Whether the block is coded by T.814. If both kinds are possible, this is assumed until its first bytes are read.
     */
    boolean highThroughput;

    /**
     * Number of placeholder passes at the start of an HT code-block, which have no bytes (T.814 B.3); three per bit
     * plane.
     */
    int placeholders;

    /** Lblock, the state of length decoding (T.800 B.10.7.1). */
    int lengthBits = 3;

    /** Codeword segments: their number, and the number of passes and bytes of each. */
    int segments;

    int[] segmentPasses = new int[1];
    int[] segmentLengths = new int[1];

    /**
     * State while a packet is read: whether it adds to this block, how many bytes, and the values to restore if it ends
     * early.
     */
    boolean open;

    long newBytes;
    private int oldPasses;
    private int oldSegments;
    private int oldSegmentPasses;
    private int oldSegmentLength;

    /** The pieces of the bytes, in order: index in the array of the frame, and length. */
    int chunks;

    int[] chunkOffsets = new int[1];
    int[] chunkLengths = new int[1];

    CodeBlock(int x, int y, int width, int height) {
        this.x = x;
        this.y = y;
        this.width = width;
        this.height = height;
    }

    /** Begins adding a packet to this block. */
    void open() {
        open = true;
        newBytes = 0;
        oldPasses = passes;
        oldSegments = segments;
        oldSegmentPasses = segments == 0 ? 0 : segmentPasses[segments - 1];
        oldSegmentLength = segments == 0 ? 0 : segmentLengths[segments - 1];
    }

    /** Discards the additions of a packet that ends early. */
    void drop() {
        open = false;
        passes = oldPasses;
        for (int i = oldSegments; i < segments; i++) {
            segmentPasses[i] = 0;
            segmentLengths[i] = 0;
        }
        segments = oldSegments;
        if (segments > 0) {
            segmentPasses[segments - 1] = oldSegmentPasses;
            segmentLengths[segments - 1] = oldSegmentLength;
        }
    }

    void beginSegment() {
        if (segments == segmentPasses.length) {
            segmentPasses = Arrays.copyOf(segmentPasses, 2 * segments);
            segmentLengths = Arrays.copyOf(segmentLengths, 2 * segments);
        }
        segments++;
    }

    void addChunk(int offset, int length) {
        if (length == 0) return;
        if (chunks == chunkOffsets.length) {
            chunkOffsets = Arrays.copyOf(chunkOffsets, 2 * chunks);
            chunkLengths = Arrays.copyOf(chunkLengths, 2 * chunks);
        }
        chunkOffsets[chunks] = offset;
        chunkLengths[chunks++] = length;
    }

    /** Returns the number of bytes in all segments. */
    int bytes() {
        int bytes = 0;
        for (int i = 0; i < chunks; i++) bytes += chunkLengths[i];
        return bytes;
    }
}
