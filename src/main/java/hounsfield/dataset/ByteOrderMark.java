package hounsfield.dataset;

import java.io.IOException;
import java.io.Writer;

/**
 * The mark at the beginning of a CSV file in UTF-8. Excel takes characters beyond ASCII for others without it, and some
 * programs take it for a part of the first heading, so only files with such characters have it. May be told of texts by
 * many threads.
 */
final class ByteOrderMark {
    private static final char MARK = '\uFEFF';

    private volatile boolean needed;

    /** Looks at what the file will hold; only text matters. */
    void see(Object cell) {
        if (!needed && cell instanceof String text && text.chars().anyMatch(character -> character >= 0x80)) {
            needed = true;
        }
    }

    /** Writes the mark if anything that was seen needs it. */
    void write(Writer writer) throws IOException {
        if (needed) writer.write(MARK);
    }
}
