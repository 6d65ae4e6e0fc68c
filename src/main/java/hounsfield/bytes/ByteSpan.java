package hounsfield.bytes;

import java.util.Objects;

/**
 * A range of bytes in an array. The array is shared, not copied, and must not change.
 *
 * @param array holds the range and possibly other bytes
 * @param offset index of the first byte in {@code array}
 * @param length the number of bytes
 */
public record ByteSpan(byte[] array, int offset, int length) {
    /**
     * Checks that the range is inside the array.
     *
     * @param array holds the range and possibly other bytes
     * @param offset index of the first byte in {@code array}
     * @param length the number of bytes
     * @throws IndexOutOfBoundsException if it is not
     */
    public ByteSpan {
        Objects.checkFromIndexSize(offset, length, array.length);
    }

    /**
     * Returns a span of a whole array.
     *
     * @param array shared, not copied
     * @return all its bytes
     */
    public static ByteSpan of(byte[] array) {
        return new ByteSpan(array, 0, array.length);
    }

    /** {@return the index in {@link #array} after the last byte} */
    public int end() {
        return offset + length;
    }

    /**
     * Returns an unsigned byte.
     *
     * @param index counted from the span's start
     * @return 0..255
     */
    public int at(int index) {
        Objects.checkIndex(index, length);
        return array[offset + index] & 0xFF;
    }

    /**
     * {@return a part of this span} The array is shared.
     *
     * @param from index of the first byte, counted from this span's start
     * @param size the number of bytes
     */
    public ByteSpan slice(int from, int size) {
        Objects.checkFromIndexSize(from, size, length);
        return new ByteSpan(array, offset + from, size);
    }
}
