package hounsfield.parse;

import hounsfield.standard.Location;
import hounsfield.standard.UnsupportedDicomException;

/** Keeps a file of nothing but small elements from filling the memory. */
final class ElementBudget {
    /** What an element or an Item takes in memory, roughly, measured against a quarter of what Java may have. */
    private static final int BYTES_PER_ELEMENT = 128;

    /** An Item without elements is shared; only its place in the list is its own. */
    private static final int BYTES_PER_EMPTY_ITEM = 8;

    private final long limit = Math.max(1 << 20, Runtime.getRuntime().maxMemory() / 4 / BYTES_PER_ELEMENT);
    private long bytes;

    /**
     * Counts an element or an Item.
     *
     * @throws UnsupportedDicomException if there are more than memory allows
     */
    void take(long position) throws UnsupportedDicomException {
        bytes += BYTES_PER_ELEMENT;
        if (bytes / BYTES_PER_ELEMENT > limit) {
            throw new UnsupportedDicomException(
                    "the header has more than " + limit + " elements, more than memory allows",
                    Location.ofOffset(position));
        }
    }

    /** Gives back what was counted for an Item that has turned out to be empty. */
    void returnEmptyItem() {
        bytes -= BYTES_PER_ELEMENT - BYTES_PER_EMPTY_ITEM;
    }
}
