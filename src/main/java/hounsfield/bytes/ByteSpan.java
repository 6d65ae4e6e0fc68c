package hounsfield.bytes;

import java.util.Objects;

/**
 * A run of bytes within an array; the array is shared, not copied, and nobody writes to it.
 *
 * @param array holds the bytes, and perhaps others around them
 * @param offset index of the first byte
 * @param length how many bytes
 */
public record ByteSpan(byte[] array, int offset, int length) {
    public ByteSpan {
        Objects.checkFromIndexSize(offset, length, array.length);
    }

    public static ByteSpan of(byte[] array) {
        return new ByteSpan(array, 0, array.length);
    }

    /** The index behind the last byte. */
    public int end() {
        return offset + length;
    }

    /** The unsigned byte at {@code index}, counted from the span's start. */
    public int at(int index) {
        Objects.checkIndex(index, length);
        return array[offset + index] & 0xFF;
    }

    /** A part of this span. */
    public ByteSpan slice(int from, int size) {
        Objects.checkFromIndexSize(from, size, length);
        return new ByteSpan(array, offset + from, size);
    }
}
