package hounsfield.spark;

import hounsfield.dataset.table.TableSchema.Column;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Formats of tables. */
public enum TableFormat {
    /** Apache Parquet with typed columns. */
    PARQUET,
    /** Text in UTF-8, with the headings in the first line of each part. */
    CSV;

    /**
     * Finds a format.
     *
     * @param text its name in lower case
     * @return the format
     * @throws IllegalArgumentException if there is no such format
     */
    public static TableFormat parse(String text) {
        for (TableFormat format : values()) if (format.label().equals(text)) return format;
        throw new IllegalArgumentException("\"" + text + "\" is no format of tables; choose parquet or csv");
    }

    /** {@return the name that {@link #parse} reads} */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the end of the names of parts; readers of tables go by it. */
    String suffix() {
        return "." + label();
    }

    RowFile create(FileSystem files, Path path, List<Column> columns) throws IOException {
        return this == CSV ? new CsvRows(files, path, columns) : new ParquetRows(files, path, columns);
    }
}
