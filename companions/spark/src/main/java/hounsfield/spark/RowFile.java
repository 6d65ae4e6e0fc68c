package hounsfield.spark;

import java.io.Closeable;
import java.io.IOException;

/** A file of rows that is being written. */
interface RowFile extends Closeable {
    /**
     * Writes a row.
     *
     * @param cells of the columns: {@code Long}, {@code Double} or {@code String}, as the column's type says; or {@code null}
     */
    void write(Object[] cells) throws IOException;
}
