package hounsfield.parse;

import hounsfield.standard.error.Location;
import hounsfield.standard.error.UnsupportedDicomException;

/** Limits the number of elements, so that a file of many small elements cannot exhaust the memory. */
final class ElementBudget {
    /** Approximate memory of an element or Item; all together may take a quarter of Java's maximum. */
    private static final int BYTES_PER_ELEMENT = 128;

    /** Items without elements are shared and take only their entry in the list. */
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

    /** Returns the share of an Item that turned out to be empty. */
    void returnEmptyItem() {
        bytes -= BYTES_PER_ELEMENT - BYTES_PER_EMPTY_ITEM;
    }
}
