package hounsfield.codec.jpeg;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecodingContext;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStreamImpl;

/** A span of bytes as an ImageIO stream. Reading from it ends the decoding if that was cancelled. */
final class SpanStream extends ImageInputStreamImpl {
    private final ByteSpan bytes;
    private final DecodingContext context;

    SpanStream(ByteSpan bytes, DecodingContext context) {
        this.bytes = bytes;
        this.context = context;
        setByteOrder(ByteOrder.BIG_ENDIAN);
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        return streamPos < bytes.length() ? bytes.at((int) streamPos++) : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        checkClosed();
        context.check();
        bitOffset = 0;
        int count = (int) Math.min(length, bytes.length() - streamPos);
        if (count <= 0) return length == 0 ? 0 : -1;
        System.arraycopy(bytes.array(), bytes.offset() + (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return bytes.length();
    }
}
