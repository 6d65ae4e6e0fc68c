package hounsfield.bytes;

import java.io.IOException;

/** A source that holds nothing until it is opened: each of its reads opens the bytes, and closes them again. */
public abstract class ClosedByteSource implements ByteSource {
    @Override
    public final void read(long position, byte[] target, int offset, int length) throws IOException {
        try (ByteSource opened = open()) {
            opened.read(position, target, offset, length);
        }
    }

    @Override
    public final int readUpTo(long position, byte[] target, int offset, int length) throws IOException {
        try (ByteSource opened = open()) {
            return opened.readUpTo(position, target, offset, length);
        }
    }

    @Override
    public abstract ByteSource open() throws IOException;
}
