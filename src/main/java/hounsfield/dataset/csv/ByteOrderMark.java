package hounsfield.dataset.csv;

import java.io.IOException;
import java.io.Writer;

/**
 * The byte order mark of a CSV file in UTF-8. Without it, Excel misreads characters beyond ASCII, but some programs
 * read it as part of the first heading. So only files with such characters get it. Thread-safe.
 */
public final class ByteOrderMark {
    private static final char MARK = '\uFEFF';

    private volatile boolean needed;

    /**
     * Records a cell of the file; only text is relevant.
     *
     * @param cell a value
     */
    public void record(Object cell) {
        if (!needed && cell instanceof String text && text.chars().anyMatch(character -> character >= 0x80)) {
            needed = true;
        }
    }

    /**
     * Writes the mark if any recorded cell requires it.
     *
     * @param writer receives the mark
     * @throws IOException if the file cannot be written
     */
    public void write(Writer writer) throws IOException {
        if (needed) writer.write(MARK);
    }
}
