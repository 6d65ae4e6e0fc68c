package hounsfield.testing;

import hounsfield.bytes.ByteSource;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import java.io.IOException;

/** Some bytes, and others behind them again and again: a large file that takes no memory. */
public final class RepeatedSource implements ByteSource {
    private final byte[] head;
    private final byte[] repeated;
    private final long size;

    public RepeatedSource(byte[] head, byte[] repeated, long times) {
        this.head = head;
        this.repeated = repeated;
        size = head.length + repeated.length * times;
    }

    @Override
    public String name() {
        return "test.dcm";
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) throws IOException {
        if (length > size - position) throw new DicomException("ends early", Location.ofOffset(size));
        for (int i = 0; i < length; i++) {
            long at = position + i;
            target[offset + i] =
                    at < head.length ? head[(int) at] : repeated[(int) ((at - head.length) % repeated.length)];
        }
    }
}
