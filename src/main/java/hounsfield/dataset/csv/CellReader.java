package hounsfield.dataset.csv;

import hounsfield.bytes.BinaryNumbers;
import java.nio.charset.StandardCharsets;

/** Reads the cells that a {@link CellWriter} has written, in the same order. */
public final class CellReader {
    private final byte[] bytes;
    private int next;

    /**
     * Creates a reader.
     *
     * @param bytes the bytes of a {@link CellWriter}, not copied
     */
    public CellReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** {@return whether there is more to read} */
    public boolean hasMore() {
        return next < bytes.length;
    }

    /**
     * Reads a cell.
     *
     * @return a {@code Long}, a {@code Double} or a {@code String}
     * @throws IndexOutOfBoundsException if there is no more
     */
    public Object read() {
        return switch (bytes[next++]) {
            case 'L' -> (Object) readLong();
            case 'D' -> (Object) Double.longBitsToDouble(readLong());
            default -> text();
        };
    }

    private long readLong() {
        long high = (long) readInt() << Integer.SIZE;
        return high | Integer.toUnsignedLong(readInt());
    }

    private String text() {
        int length = readInt();
        String text = new String(bytes, next, length, StandardCharsets.UTF_8);
        next += length;
        return text;
    }

    /**
     * Reads a number that {@link CellWriter#writeInt} has written.
     *
     * @return the number
     * @throws IndexOutOfBoundsException if there is no more
     */
    public int readInt() {
        int number = BinaryNumbers.integer(bytes, next, false);
        next += Integer.BYTES;
        return number;
    }
}
