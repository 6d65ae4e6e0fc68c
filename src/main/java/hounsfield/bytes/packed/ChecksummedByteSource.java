package hounsfield.bytes.packed;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.bytes.ByteSource;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import java.io.IOException;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * Opened bytes whose number and CRC-32 an archive declares. Bytes beyond the declared size are not read. Both numbers are checked
 * before the last byte is returned. If only the header is read, they are not checked, since that would need all bytes.
 */
final class ChecksummedByteSource implements ByteSource {
    private static final int PIECE = 64 * 1024;

    private final ByteSource home;
    private final ByteSource content;
    private final long size;
    private final int crc;
    private boolean verified;

    /**
     * @param home the same bytes, not opened
     * @param content the opened bytes, which this source closes
     * @param size the declared number of bytes
     * @param crc the declared CRC-32
     */
    ChecksummedByteSource(ByteSource home, ByteSource content, long size, int crc) {
        this.home = home;
        this.content = content;
        this.size = size;
        this.crc = crc;
    }

    @Override
    public String name() {
        return home.name();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (position < 0 || length > size - position) throw ArrayByteSource.endsEarly(this, position, length, size);
        if (length == size - position) verify();
        content.read(position, target, offset, length);
    }

    private synchronized void verify() throws IOException {
        if (verified) return;
        CRC32 sum = new CRC32();
        byte[] piece = new byte[(int) Math.min(PIECE, size)];
        for (long at = 0; at < size; at += piece.length) {
            int count = (int) Math.min(piece.length, size - at);
            content.read(at, piece, 0, count);
            sum.update(piece, 0, count);
        }
        if ((int) sum.getValue() != crc) {
            throw new MalformedDicomException(
                    "the compressed file is damaged: its bytes have another CRC-32 than it declares",
                    Location.ofFile(name()));
        }
        if (content.readUpTo(size, new byte[1], 0, 1) > 0) {
            throw new MalformedDicomException(
                    "the compressed file is damaged: it has more bytes than it declares", Location.ofFile(name()));
        }
        verified = true;
    }

    @Override
    public ByteSource open() throws IOException {
        return home.open();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
