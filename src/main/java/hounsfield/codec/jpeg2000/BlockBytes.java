package hounsfield.codec.jpeg2000;

/**
 * The bytes of a code-block's codeword segments in one piece: where they lie in the frame if one packet brought them, else
 * joined. Serves one block after another.
 */
final class BlockBytes {
    private final byte[] frame;
    private final int frameOffset;
    private byte[] joined = new byte[0];
    private byte[] bytes;
    private int start;
    private int position;

    /**
     * @param frame the array that holds the frame
     * @param frameOffset where the frame begins in it
     */
    BlockBytes(byte[] frame, int frameOffset) {
        this.frame = frame;
        this.frameOffset = frameOffset;
    }

    void load(CodeBlock block) {
        position = block.chunks == 0 ? 0 : block.chunkOffsets[0] - frameOffset;
        if (block.chunks <= 1) {
            bytes = frame;
            start = position + frameOffset;
            return;
        }
        int length = block.bytes();
        if (joined.length < length) joined = new byte[length];
        int filled = 0;
        for (int i = 0; i < block.chunks; i++) {
            System.arraycopy(frame, block.chunkOffsets[i], joined, filled, block.chunkLengths[i]);
            filled += block.chunkLengths[i];
        }
        bytes = joined;
        start = 0;
    }

    byte[] array() {
        return bytes;
    }

    /** Where the first segment begins in {@link #array()}. */
    int start() {
        return start;
    }

    /** Where the block begins in the frame, for messages. */
    int position() {
        return position;
    }
}
