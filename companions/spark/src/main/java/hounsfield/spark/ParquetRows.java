package hounsfield.spark;

import hounsfield.dataset.table.TableSchema.Column;
import hounsfield.dataset.table.TableSchema.Type;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** Rows as Parquet: optional columns of 64-bit integers, doubles and texts. */
final class ParquetRows implements RowFile {
    /** Limit of the rows in memory [bytes]. */
    private static final long ROW_GROUP = 16 << 20;

    private final MessageType schema;
    private final ParquetWriter<Group> writer;

    ParquetRows(FileSystem files, Path path, List<Column> columns) throws IOException {
        Types.MessageTypeBuilder message = Types.buildMessage();
        for (Column column : columns) {
            if (column.type() == Type.TEXT)
                message.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            else
                message.optional(column.type() == Type.INTEGER ? PrimitiveTypeName.INT64 : PrimitiveTypeName.DOUBLE)
                        .named(column.name());
        }
        schema = message.named("table");
        writer = ExampleParquetWriter.builder(new Output(files, path))
                .withConf(files.getConf())
                .withType(schema)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withRowGroupSize(ROW_GROUP)
                .build();
    }

    @Override
    public void write(Object[] cells) throws IOException {
        Group row = new SimpleGroup(schema);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Long integer) row.add(i, integer.longValue());
            else if (cells[i] instanceof Double number) row.add(i, number.doubleValue());
            else if (cells[i] != null) row.add(i, cells[i].toString());
        }
        writer.write(row);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** A new file of a file system that is already open. */
    private record Output(FileSystem files, Path path) implements OutputFile {
        @Override
        public PositionOutputStream create(long blockSize) throws IOException {
            return HadoopStreams.wrap(Storage.create(files, path));
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSize) throws IOException {
            return create(blockSize);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }
}
