package hounsfield.codec.jpeg2000;

import java.util.Arrays;

/** A code-block and what the packets brought of it so far. */
final class CodeBlock {
    /** Place in its subband's samples, from the subband's left and upper edge. */
    final int x;

    final int y;
    final int width;
    final int height;

    /** Missing most significant bit planes; known with the first inclusion. */
    int zeroPlanes;

    /** Coding passes so far; 0 until the block is included. */
    int passes;

    /** Whether T.814 codes it. Where both kinds may be, it is taken for one until its first bytes come. */
    boolean highThroughput;

    /** Placeholder passes at the start of an HT code-block, which have no bytes (T.814 B.3), three for a bit plane. */
    int placeholders;

    /** The state of length decoding (T.800 B.10.7.1). */
    int lengthBits = 3;

    /** Codeword segments: how many passes and how many bytes each has. */
    int segments;

    int[] segmentPasses = new int[1];
    int[] segmentLengths = new int[1];

    /** While a packet is read: whether it adds to this block, how many bytes, and what to go back to if it ends early. */
    boolean open;

    long newBytes;
    private int oldPasses;
    private int oldSegments;
    private int oldSegmentPasses;
    private int oldSegmentLength;

    /** The pieces of their bytes, in order: index in the frame's array, and length. */
    int chunks;

    int[] chunkOffsets = new int[1];
    int[] chunkLengths = new int[1];

    CodeBlock(int x, int y, int width, int height) {
        this.x = x;
        this.y = y;
        this.width = width;
        this.height = height;
    }

    /** A packet begins to add to this block. */
    void open() {
        open = true;
        newBytes = 0;
        oldPasses = passes;
        oldSegments = segments;
        oldSegmentPasses = segments == 0 ? 0 : segmentPasses[segments - 1];
        oldSegmentLength = segments == 0 ? 0 : segmentLengths[segments - 1];
    }

    /** Forgets what a packet that ends early was to add. */
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

    /** Bytes of all segments. */
    int bytes() {
        int bytes = 0;
        for (int i = 0; i < chunks; i++) bytes += chunkLengths[i];
        return bytes;
    }
}
