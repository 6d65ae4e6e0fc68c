package hounsfield.spark;

import hounsfield.dataset.csv.CsvLine;
import hounsfield.dataset.table.TableSchema.Column;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Rows as CSV in UTF-8, with the headings first. */
final class CsvRows implements RowFile {
    private final BufferedWriter writer;
    private final CsvLine line = new CsvLine();

    CsvRows(FileSystem files, Path path, List<Column> columns) throws IOException {
        writer = new BufferedWriter(new OutputStreamWriter(Storage.create(files, path), StandardCharsets.UTF_8));
        write(columns.stream().map(Column::name).toArray());
    }

    @Override
    public void write(Object[] cells) throws IOException {
        for (Object cell : cells) line.add(cell);
        writer.write(line.end());
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
