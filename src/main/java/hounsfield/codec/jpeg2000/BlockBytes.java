package hounsfield.codec.jpeg2000;

/**
 * The bytes of the codeword segments of a code-block in one piece: in the array of the frame if one packet contained
 * them, otherwise joined in another array. Used for one block after another.
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
     * @param frameOffset index of the first byte of the frame
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

    /** Returns the index of the first segment in {@link #array()}. */
    int start() {
        return start;
    }

    /** Returns the position of the block in the frame, for messages. */
    int position() {
        return position;
    }
}
