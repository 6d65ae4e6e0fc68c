package hounsfield.dataset.csv;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes cells of tables as bytes: a letter for the type, then the value. {@link CellReader} reads them. */
public final class CellWriter {
    private ByteBuffer bytes = ByteBuffer.allocate(1 << 12);

    /**
     * Writes a cell.
     *
     * @param value a {@code Long}, a {@code Double}, or a text
     */
    public void write(Object value) {
        if (value instanceof Long number) {
            room(1 + Long.BYTES).put((byte) 'L').putLong(number);
        } else if (value instanceof Double number) {
            room(1 + Double.BYTES).put((byte) 'D').putDouble(number);
        } else {
            byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
            room(1 + Integer.BYTES + text.length)
                    .put((byte) 'S')
                    .putInt(text.length)
                    .put(text);
        }
    }

    /**
     * Writes a number that is not a cell, such as the number of a column.
     *
     * @param number any
     */
    public void writeInt(int number) {
        room(Integer.BYTES).putInt(number);
    }

    private ByteBuffer room(int length) {
        if (bytes.remaining() >= length) return bytes;
        ByteBuffer larger =
                ByteBuffer.allocate(Math.max(2 * bytes.capacity(), Math.addExact(bytes.position(), length)));
        bytes = larger.put(bytes.flip());
        return bytes;
    }

    /**
     * Returns the bytes so far, and clears them.
     *
     * @return a new array
     */
    public byte[] take() {
        byte[] written = new byte[bytes.position()];
        bytes.flip().get(written);
        bytes.clear();
        return written;
    }
}
